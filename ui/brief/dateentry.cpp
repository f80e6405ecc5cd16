#include "ui/brief/dateentry.h"

#include "app/timeline/datetext.h"
#include "app/timeline/naturaldate.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace redoubt {

DateEntry::DateEntry(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_field(new QLineEdit(this))
    , m_preview(new QLabel(this))
{
    setAccessibleName(tr("Date to insert"));
    setFrameShape(QFrame::StyledPanel);
    m_field->setPlaceholderText(tr("today, 29 May 2026, March 2022, late 2025…"));
    m_field->setAccessibleName(tr("Date to insert"));
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_preview->setFont(look::font(look::Text::Caption));
    m_preview->setForegroundRole(QPalette::PlaceholderText);
    m_preview->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::related, look::related, look::related, look::related);
    layout->setSpacing(look::tight);
    layout->addWidget(m_field);
    layout->addWidget(m_preview);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &DateEntry::understand);
}

void DateEntry::open(QPoint corner, const QString &language)
{
    m_locale = QLocale(language);
    m_field->clear();
    understand();
    const QRect area = screen()->availableGeometry();
    move(std::max(area.left(), std::min(corner.x(), area.right() - width())),
        std::max(area.top(), std::min(corner.y(), area.bottom() - height())));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

QString DateEntry::preview() const
{
    return m_preview->text();
}

void DateEntry::understand()
{
    const QDate today = QDate::currentDate();
    const QString typed = m_field->text().trimmed();
    const auto date = readDate(typed.isEmpty() ? today.toString(Qt::ISODate) : typed, today);
    m_long = date ? dateText(*date, m_locale) : QString();
    m_edtf = date ? date->text : QString();
    m_field->setAccessibleDescription(date ? m_long : date.error().why);
    m_preview->setText(date ? tr("Return: %1 · Shift+Return: %2").arg(m_long, m_edtf) : date.error().why);
    adjustSize();
}

void DateEntry::take(bool asEdtf)
{
    if (m_edtf.isEmpty())
        return;
    hide();
    Q_EMIT chosen(asEdtf ? m_edtf : m_long);
}

bool DateEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            take(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace redoubt
