#pragma once

#include <QLineEdit>

#include <functional>

class QCompleter;
class QStringListModel;

namespace redoubt {

/// A field for several names, separated by commas, that completes the one the cursor is in.
class ListField : public QLineEdit
{
    Q_OBJECT

public:
    /// `names` is asked for all that can be completed when the field is entered.
    ListField(std::function<QStringList()> names, QWidget *parent = nullptr);

    void setList(const QStringList &list);
    /// Without empty ones and repetitions.
    [[nodiscard]] QStringList list() const;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] std::pair<qsizetype, qsizetype> current() const;
    void offer();
    void take(const QString &name);

    std::function<QStringList()> m_names;
    QStringListModel *m_model;
    QCompleter *m_offered;
};

} // namespace redoubt
