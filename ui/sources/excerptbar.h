#pragma once

#include "app/project/project.h"
#include "app/sources/excerpt.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace redoubt {

/// Speaker and note of the chosen excerpt; a field is kept when it is left or Return is pressed.
class ExcerptBar : public QWidget
{
    Q_OBJECT

public:
    /// The actions are shown as buttons and stay their owner's.
    ExcerptBar(Project &project, const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// Shows an excerpt; hides the bar when there is none.
    void setExcerpt(const std::optional<Excerpt> &excerpt);
    void editSpeaker();
    /// Why the excerpt's source no longer stands, in a sentence; empty where it does.
    void setRetraction(const QString &why);

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void commit();

    Project &m_project;
    std::optional<Excerpt> m_excerpt;
    QLineEdit *m_speaker;
    QLineEdit *m_note;
    QLabel *m_retraction;
};

} // namespace redoubt
