#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace redoubt {

/// What an empty panel shows: one sentence on what belongs there, and the first actions.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &sentence, const QList<QAction *> &actions = {}, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);

private:
    QLabel *m_sentence;
};

} // namespace redoubt
