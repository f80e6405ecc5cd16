#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QLabel;

namespace redoubt {

/// What an empty panel shows: one sentence on what belongs there, and the first actions. Made when it is first shown: most panels are not
/// empty when a project opens.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &sentence, const QList<QAction *> &actions = {}, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void make();
    void addButton(QAction *action);

    QString m_text;
    QList<QAction *> m_actions; ///< not owned
    QLabel *m_sentence = nullptr;
};

} // namespace redoubt
