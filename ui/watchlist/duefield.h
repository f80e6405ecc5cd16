#pragma once

#include <QDate>
#include <QWidget>

class QLabel;

namespace redoubt {

class TextField;

/// A due date as people write it. What was understood is shown below: the date in words, its EDTF, and the days left.
class DueField : public QWidget
{
    Q_OBJECT

public:
    explicit DueField(QWidget *parent = nullptr);

    void setToday(QDate today);
    /// EDTF; empty for open-ended. `anew`: whatever was typed.
    void show(const QString &due, bool anew);
    using QWidget::show;

    /// What was understood, as EDTF; empty when nothing is typed; none when it is no date.
    [[nodiscard]] std::optional<QString> due() const;
    void commit();
    [[nodiscard]] TextField *field() const { return m_field; }

Q_SIGNALS:
    void committed(const QString &edtf);
    void edited();

private:
    void echo();

    QDate m_today;
    TextField *m_field;
    QLabel *m_echo;
};

} // namespace redoubt
