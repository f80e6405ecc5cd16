#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;
class QVBoxLayout;

namespace redoubt {

/// What else belongs to an event, a row each: how (a kind), what, a passage of it, and a button that takes it away; a
/// quieter line below may say more. At the end a row that adds one.
class RelationRows : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        qint64 id = 0;
        QString text;

        bool operator==(const Choice &) const = default;
    };
    struct Row
    {
        qint64 id = 0;
        int kind = 0;
        QString text;
        QString toolTip;
        QString detail;        ///< below it; may be empty
        bool warns = false;    ///< the detail is a warning
        bool isInverse = false; ///< seen from the other end: of the inverse kinds
        QList<Choice> passages; ///< that one can be chosen from
        qint64 passage = 0;     ///< which of them is
        QString retraction{};   ///< why it no longer stands; below it, before the detail

        bool operator==(const Row &) const = default;
    };

    /// `hint` stands in the field that adds one, and is its accessible name.
    RelationRows(const QStringList &kinds, const QString &hint, QWidget *parent = nullptr);

    /// The kinds of rows that are seen from the other end.
    void setInverseKinds(const QStringList &kinds) { m_inverseKinds = kinds; }
    void setRows(const QList<Row> &rows);
    void setChoices(const QList<Choice> &choices);

    [[nodiscard]] QComboBox *choiceField() const { return m_choice; }
    [[nodiscard]] QComboBox *kindField() const { return m_kind; }
    [[nodiscard]] QToolButton *addButton() const { return m_add; }

Q_SIGNALS:
    void kindChanged(qint64 row, int kind);
    void passageChosen(qint64 row, qint64 passage);
    void removed(qint64 row);
    void added(qint64 choice, int kind);
    void followed(qint64 row);
    /// The text in the field that adds one: setChoices() with what it may mean.
    void searched(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QComboBox *makeKindField(const QStringList &kinds, QWidget *parent);
    QWidget *makeRow(const Row &row);
    [[nodiscard]] QToolButton *makePassages(const Row &row, QWidget *parent);
    [[nodiscard]] const Choice *chosen() const;
    void add();
    void updateAdd();

    QStringList m_kinds;
    QStringList m_inverseKinds;
    QList<Row> m_rows;
    QList<Choice> m_choices;
    QVBoxLayout *m_list;
    QComboBox *m_kind;
    QComboBox *m_choice;
    QToolButton *m_add;
};

} // namespace redoubt
