#pragma once

#include <QLineEdit>

#include <functional>

class QStringListModel;

namespace redoubt {

/// Tags between commas; the one that is being typed is completed from those that are there.
class TagField : public QLineEdit
{
    Q_OBJECT

public:
    /// `known` is asked for all tags when the field is entered.
    explicit TagField(std::function<QStringList()> known, QWidget *parent = nullptr);

    void setTags(const QStringList &tags);
    [[nodiscard]] QStringList tags() const;

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    std::function<QStringList()> m_known;
    QStringListModel *m_model;
};

} // namespace redoubt
