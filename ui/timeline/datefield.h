#pragma once

#include "app/timeline/edtf.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace redoubt {

/// A field for a date in words or EDTF, which shows while one types how it is understood: the EDTF, and what
/// it means.
class DateField : public QWidget
{
    Q_OBJECT

public:
    explicit DateField(QWidget *parent = nullptr);

    /// Shows a date as it stands in the file; what cannot be read is shown with what is wrong.
    void setDate(const QString &edtf);

    /// What is understood at the moment, if anything is.
    [[nodiscard]] const std::optional<Edtf> &date() const { return m_date; }

    /// Whether something was typed that is not understood.
    [[nodiscard]] bool isMisunderstood() const;
    /// What is understood, or what is wrong, as it is shown.
    [[nodiscard]] QString reading() const;

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    /// While typing, understood or not.
    void dateChanged();
    /// The user left the field or pressed Return on another date than it had; never on one that is not
    /// understood.
    void dateEntered(const redoubt::Edtf &date);

private:
    void read();
    void enter();
    void showReading(const QString &text, bool isError);

    QLineEdit *m_edit;
    QLabel *m_reading;
    QString m_shown; ///< the EDTF that was set or entered last
    std::optional<Edtf> m_date;
};

} // namespace redoubt
