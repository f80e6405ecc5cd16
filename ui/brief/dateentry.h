#pragma once

#include <QFrame>
#include <QLocale>

class QLabel;
class QLineEdit;

namespace redoubt {

/// Asks for a date as people write it, over the cursor of an editor, and says how it was understood. Nothing typed is today.
/// Return inserts it in the long form of a language, Shift+Return as EDTF (which is ISO 8601 for a day), Escape closes.
class DateEntry : public QFrame
{
    Q_OBJECT

public:
    explicit DateEntry(QWidget *parent = nullptr);

    /// Opens with its upper left corner there, on the screen.
    void open(QPoint corner, const QString &language);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QString preview() const;

Q_SIGNALS:
    void chosen(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void understand();
    void take(bool asEdtf);

    QLineEdit *m_field;
    QLabel *m_preview;
    QLocale m_locale;
    QString m_long;
    QString m_edtf; ///< empty when nothing was understood
};

} // namespace redoubt
