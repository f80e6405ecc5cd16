#pragma once

#include <QLineEdit>
#include <QStringList>

namespace redoubt {

/// A field that remembers what was looked for in it: Up and Down go through that, the latest first.
class FindField : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    [[nodiscard]] const QStringList &history() const { return m_history; }
    void setHistory(const QStringList &history);
    /// Puts the present text first; at most 30 are kept.
    void remember();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void step(qsizetype direction);

    QStringList m_history;
    qsizetype m_place = -1; ///< of what is shown, in the history
    QString m_typed;        ///< before one went into the history
};

} // namespace redoubt
