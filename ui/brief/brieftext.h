#pragma once

#include "app/brief/brief.h"
#include "app/project/lentedit.h"

#include <QTimer>

namespace redoubt {

class BriefTextEdit;

/// Keeps the text in the editor and the text in the file the same: what is typed is written at most a second after the last
/// key (and every few seconds while keys follow each other) and when the editor loses the focus, on a thread of its own; what changes
/// in the file by other hands is taken into the editor.
class BriefText : public QObject
{
    Q_OBJECT

public:
    BriefText(Project &project, BriefTextEdit &editor, QObject *parent = nullptr);
    ~BriefText() override;

    [[nodiscard]] Id<Brief> brief() const { return m_brief; }

    /// Shows the text of a brief, after what was typed in the last one is written.
    Result<> open(const Brief &brief);
    /// The brief is not there any more; what was typed in it goes with it.
    void close();

    /// When it returns all is in the file.
    Result<> flush();
    /// False while it writes or takes a text itself.
    [[nodiscard]] bool isIdle() const { return !m_taking && !m_writing.isWriting(); }

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void written();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void typed();
    void write();
    void finish(const QString &text, const Result<> &written);
    void takeChanges(const Changes &changes);

    Project &m_project;
    BriefTextEdit &m_editor;
    Id<Brief> m_brief;
    QString m_inFile;
    LentEdit m_writing;
    QTimer m_idle;
    QTimer m_longest;
    bool m_dirty = false;  ///< something is neither in the file nor being written
    bool m_taking = false; ///< the editor changes because the file did
};

} // namespace redoubt
