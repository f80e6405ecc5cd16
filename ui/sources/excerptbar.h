#pragma once

#include "app/project/project.h"
#include "app/sources/excerpt.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace redoubt {

/// Speaker, note and colour of the chosen excerpt; a field is kept when it is left or Return is pressed. Its grip drags the excerpt
/// into a text.
class ExcerptBar : public QWidget
{
    Q_OBJECT

public:
    /// The actions are shown as buttons and stay their owner's.
    ExcerptBar(Project &project, const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// Offers another action in a menu of the button of `action`.
    void addAlternative(QAction *action, QAction *other);
    /// What is dropped where the excerpt is dragged to.
    void setQuoting(std::function<QString(const Excerpt &)> quote) { m_quote = std::move(quote); }

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
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *makeGrip();
    QToolButton *makeColours();
    void commit();
    void setColour(int colour);
    void keep(const QString &what, const Excerpt &changed);
    void showColour();

    Project &m_project;
    std::optional<Excerpt> m_excerpt;
    QLineEdit *m_speaker;
    QLineEdit *m_note;
    QToolButton *m_grip;
    QToolButton *m_colours;
    std::function<QString(const Excerpt &)> m_quote;
    QPoint m_pressed; ///< on the grip
    QLabel *m_retraction;
};

} // namespace redoubt
