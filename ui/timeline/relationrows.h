#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;
class QVBoxLayout;

namespace redoubt {

/// What else belongs to an event, a row each: how (a kind), what, and a button that takes it away; at the end
/// a row that adds one.
class RelationRows : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        qint64 id = 0;
        int kind = 0;
        QString text;
        QString toolTip;

        bool operator==(const Row &) const = default;
    };
    struct Choice
    {
        qint64 id = 0;
        QString text;

        bool operator==(const Choice &) const = default;
    };

    /// `hint` stands in the field that adds one, and is its accessible name.
    RelationRows(const QStringList &kinds, const QString &hint, QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows);
    void setChoices(const QList<Choice> &choices);

    [[nodiscard]] QComboBox *choiceField() const { return m_choice; }
    [[nodiscard]] QComboBox *kindField() const { return m_kind; }
    [[nodiscard]] QToolButton *addButton() const { return m_add; }

Q_SIGNALS:
    void kindChanged(qint64 row, int kind);
    void removed(qint64 row);
    void added(qint64 choice, int kind);
    void followed(qint64 row);

private:
    QWidget *makeRow(const Row &row);
    void add();
    void updateAdd();

    QStringList m_kinds;
    QList<Row> m_rows;
    QList<Choice> m_choices;
    QVBoxLayout *m_list;
    QComboBox *m_kind;
    QComboBox *m_choice;
    QToolButton *m_add;
};

} // namespace redoubt
