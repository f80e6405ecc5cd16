#pragma once

#include "app/brief/brief.h"

#include <QObject>

namespace redoubt {

class BriefTextEdit;
class Folding;
class Settings;

/// Where one was in each brief: the cursor, the folds, the place on the screen. Kept among the user's settings, by the id of the
/// brief, so that a project which cannot be written has it too, and none of it is in a project's history.
class ReadingPlaces : public QObject
{
    Q_OBJECT

public:
    /// The parts must live longer.
    ReadingPlaces(BriefTextEdit &editor, Folding &folding, QObject *parent = nullptr);

    /// Until this is called, nothing is kept. It must live longer.
    void setSettings(Settings &settings) { m_settings = &settings; }

    /// The one of these briefs that was looked at last; the first when none was.
    [[nodiscard]] Id<Brief> last(const QList<Brief> &briefs) const;

    /// Of the brief whose text is in the editor.
    void keep(Id<Brief> brief);
    void restore(Id<Brief> brief);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void scroll();

    BriefTextEdit &m_editor;
    Folding &m_folding;
    Settings *m_settings = nullptr;
    int m_top = -1; ///< the line to scroll to once the editor is on the screen
};

} // namespace redoubt
