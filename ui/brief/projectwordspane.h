#pragma once

#include "app/brief/projectwords.h"
#include "app/project/project.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace redoubt {

/// The words that the spelling takes for right in this project, beneath the text: added, changed (F2) and removed (Delete), each as
/// one action. Escape closes it.
class ProjectWordsPane : public QFrame
{
    Q_OBJECT

public:
    explicit ProjectWordsPane(Project &project, QWidget *parent = nullptr);

    void open();
    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QLineEdit *field() const { return m_word; }

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void read();
    void add();
    void change(const QListWidgetItem *item);
    void remove();
    void edit(const QString &what, const std::function<Result<>(Writer &)> &work);
    void leave();

    Project &m_project;
    QList<ProjectWord> m_words;
    QListWidget *m_list;
    QLineEdit *m_word;
    QToolButton *m_add;
    QToolButton *m_remove;
};

} // namespace redoubt
