#include "ui/timeline/datefield.h"

#include "app/timeline/datetext.h"
#include "app/timeline/naturaldate.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// What a date covers, for those that are not a plain day or time: "1 Sept 2022 – 31 Dec 2022".
QString coverText(const Edtf &date)
{
    const Bounds &b = date.bounds;
    if (!b.startEarliest || !b.endLatest ||
        (date.form == EdtfExpression::Form::Date && date.precision <= Precision::Day))
        return {};
    return u"%1 – %2"_s.arg(dayText(*b.startEarliest), dayText(*b.endLatest));
}

} // namespace

DateField::DateField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_reading(new QLabel(this))
{
    m_edit->setObjectName(u"date"_s);
    m_edit->setAccessibleName(tr("Date"));
    m_edit->setPlaceholderText(tr("29 May 2026, late 2022, 2025-09-09/2025-09-10"));
    m_edit->setToolTip(tr("A date in words or in EDTF: 29 May 2026 03:10 UTC, c. March 2014, 9–10 Sept 2025, "
                          "since 2022, 201X"));
    m_reading->setObjectName(u"reading"_s);
    m_reading->setFont(look::font(look::Text::Caption));
    m_reading->setWordWrap(true);
    m_reading->setTextFormat(Qt::PlainText);
    setFocusProxy(m_edit);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight / 2);
    layout->addWidget(m_edit);
    layout->addWidget(m_reading);

    connect(m_edit, &QLineEdit::textEdited, this, &DateField::read);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateField::enter);
}

void DateField::setDate(const QString &edtf)
{
    m_shown = edtf;
    m_edit->setText(edtf);
    read();
}

bool DateField::isMisunderstood() const
{
    const QString text = m_edit->text().trimmed();
    return !text.isEmpty() && text != m_shown && !m_date;
}

QString DateField::reading() const
{
    return m_reading->text();
}

void DateField::read()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty()) {
        m_date.reset();
        showReading(tr("In words or in EDTF"), false);
    } else if (const auto date = readDate(text, QDate::currentDate())) {
        m_date = *date;
        QStringList parts{date->text, dateText(*date), coverText(*date)};
        parts.removeAll(QString());
        parts.removeDuplicates();
        showReading(u"= "_s + parts.join(u" · "_s), false);
    } else {
        m_date.reset();
        const Error &error = date.error();
        showReading(u"✕ "_s + QStringList{error.why, error.remedy}.join(u' ').trimmed(), true);
    }
    Q_EMIT dateChanged();
}

void DateField::enter()
{
    if (!m_date || m_date->text == m_shown)
        return;
    m_shown = m_date->text;
    m_edit->setText(m_shown);
    Q_EMIT dateEntered(*m_date);
}

void DateField::showReading(const QString &text, bool isError)
{
    const auto &colours = look::colours(palette());
    QPalette ink = m_reading->palette();
    ink.setColor(QPalette::WindowText, isError ? colours.notFound : colours.inkSoft);
    m_reading->setPalette(ink);
    m_reading->setText(text);
    m_edit->setAccessibleDescription(text);
}

} // namespace redoubt
