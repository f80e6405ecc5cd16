#include "ui/watchlist/duefield.h"

#include "app/timeline/datetext.h"
#include "app/timeline/naturaldate.h"
#include "app/watchlist/due.h"
#include "ui/look/look.h"
#include "ui/watchlist/textfield.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace redoubt {

DueField::DueField(QWidget *parent)
    : QWidget(parent)
    , m_today(QDate::currentDate())
    , m_field(new TextField(tr("Due"), false, this))
    , m_echo(new QLabel(this))
{
    m_field->setPlaceholderText(tr("31 July 2026, or nothing"));
    m_field->setToolTip(tr("The last day on which an outcome counts; leave it empty when it is open-ended"));
    m_echo->setFont(look::font(look::Text::Caption));
    m_echo->setWordWrap(true);
    m_echo->setForegroundRole(QPalette::WindowText);
    m_echo->setObjectName(u"dueEcho"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight);
    layout->addWidget(m_field);
    layout->addWidget(m_echo);
    connect(m_field, &TextField::textChanged, this, [this] {
        echo();
        Q_EMIT edited();
    });
    connect(m_field, &TextField::committed, this, [this] {
        if (const auto date = due())
            Q_EMIT committed(*date);
    });
    setFocusProxy(m_field);
    echo();
}

void DueField::setToday(QDate today)
{
    m_today = today;
    echo();
}

void DueField::show(const QString &due, bool anew)
{
    if (anew)
        m_field->reset(due);
    else
        m_field->setStored(due);
    echo();
}

std::optional<QString> DueField::due() const
{
    if (m_field->text().isEmpty())
        return QString();
    const auto date = readDate(m_field->text(), m_today);
    return date ? std::optional(date->text) : std::nullopt;
}

void DueField::commit()
{
    m_field->commit();
}

void DueField::echo()
{
    const look::Colours &colours = look::colours(palette());
    QPalette shades = palette();
    shades.setColor(QPalette::WindowText, colours.inkSoft);
    QString text = tr("Open-ended");
    if (!m_field->text().isEmpty()) {
        const auto date = readDate(m_field->text(), m_today);
        if (date) {
            Indicator indicator;
            indicator.dueLatest = date->bounds.endLatest;
            const auto days = daysLeft(indicator, m_today);
            text = days ? tr("%1 · EDTF %2 · %3", "31 July 2026 · EDTF 2026-07-31 · 8 wk")
                              .arg(dateText(*date), date->text, daysLeftText(*days))
                        : tr("%1 · EDTF %2", "since 2022 · EDTF 2022/..").arg(dateText(*date), date->text);
        } else {
            text = u"✕ "_s + date.error().text();
            shades.setColor(QPalette::WindowText, colours.notFound);
        }
    }
    m_echo->setPalette(shades);
    m_echo->setText(text);
}

} // namespace redoubt
