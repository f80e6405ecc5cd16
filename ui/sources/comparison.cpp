#include "ui/sources/comparison.h"

#include "ui/look/look.h"
#include "ui/sources/differencetext.h"
#include "ui/sources/sourcetext.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QtConcurrentRun>

namespace redoubt {

namespace {

QToolButton *makeButton(const QString &name, const QString &icon, const QString &words, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(look::icon(icon));
    button->setToolTip(words);
    button->setAccessibleName(words);
    return button;
}

} // namespace

Comparison::Comparison(QWidget *parent)
    : QWidget(parent)
    , m_chooser(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_previous(makeButton(u"previousChange"_s, u"up"_s, tr("Change before (Shift+F7)"), this))
    , m_next(makeButton(u"nextChange"_s, u"down"_s, tr("Next change (F7)"), this))
    , m_text(new DifferenceText(this))
{
    setObjectName(u"comparison"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_text, 1);
    setFocusProxy(m_text);
    connect(m_chooser, &QComboBox::activated, this, &Comparison::start);
    connect(m_previous, &QToolButton::clicked, this, [this] { m_text->step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_text->step(1); });
    connect(m_text, &DifferenceText::stepped, this, &Comparison::tellCount);
    connect(m_text, &ReadingText::escaped, this, &Comparison::left);
    connect(&m_difference, &QFutureWatcherBase::finished, this, &Comparison::finish);
}

QWidget *Comparison::makeBar()
{
    m_chooser->setObjectName(u"comparedWith"_s);
    m_chooser->setAccessibleName(tr("Compared with"));
    m_chooser->setToolTip(tr("The capture that this one is compared with"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_count->setObjectName(u"changeCount"_s);
    m_count->setFont(look::font(look::Text::Caption));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *close = makeButton(u"closeComparison"_s, u"close"_s, tr("Back to the text (Esc)"), this);
    connect(close, &QToolButton::clicked, this, &Comparison::left);
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(look::group, look::tight, look::related, look::tight);
    row->setSpacing(look::tight);
    row->addWidget(m_chooser, 1);
    row->addWidget(m_count);
    for (QToolButton *button : {m_previous, m_next, close})
        row->addWidget(button);
    return bar;
}

void Comparison::compare(const QList<Capture> &captures, Id<Capture> shown)
{
    const auto now = std::ranges::find(captures, shown, &Capture::id);
    QList<Capture> others = captures;
    others.removeIf([&](const Capture &capture) { return capture.id == shown; });
    if (now == captures.cend() || (m_shown == *now && m_others == others))
        return;
    m_shown = *now;
    m_others = std::move(others);
    m_chooser->clear();
    m_place = now - captures.cbegin();
    for (qsizetype i = 0; i < m_others.size(); ++i) {
        const QString at = sourcetext::minute(m_others[i].capturedAt);
        m_chooser->addItem(i < m_place ? tr("Changes until %1").arg(at) : tr("Changes since %1").arg(at));
    }
    m_chooser->setCurrentIndex(int(std::min(m_place, m_others.size() - 1)));
    start();
}

void Comparison::start()
{
    const int number = m_chooser->currentIndex();
    if (number < 0)
        return;
    const Capture &other = m_others.at(number);
    const bool isEarlier = number >= m_place;
    const QString before = isEarlier ? other.text : m_shown.text;
    const QString after = isEarlier ? m_shown.text : other.text;
    m_text->setDifference({});
    m_count->setText(tr("comparing…"));
    for (QToolButton *button : {m_previous, m_next})
        button->setEnabled(false);
    m_difference.setFuture(QtConcurrent::run([before, after] { return textDifference(before, after); }));
}

void Comparison::finish()
{
    m_text->setDifference(m_difference.result());
    for (QToolButton *button : {m_previous, m_next})
        button->setEnabled(m_text->changeCount() > 0);
    tellCount();
}

void Comparison::tellCount()
{
    const qsizetype count = m_text->changeCount();
    const QString all = locale().toString(count);
    if (count == 0)
        m_count->setText(tr("no change"));
    else if (m_text->currentChange() < 0)
        m_count->setText(tr("changes: %1").arg(all));
    else
        m_count->setText(tr("%1 of %2").arg(locale().toString(m_text->currentChange() + 1), all));
}

} // namespace redoubt
