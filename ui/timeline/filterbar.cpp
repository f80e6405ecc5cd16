#include "ui/timeline/filterbar.h"

#include "app/base/folding.h"
#include "app/timeline/datetext.h"
#include "ui/look/look.h"
#include "ui/timeline/timelinedata.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// From the chip's edge to its text, and the breadths of the dot and the cross.
constexpr int inset = look::related;
constexpr int dot = look::related;
constexpr int cross = look::related;

QFont chipFont()
{
    return look::font(look::Text::Caption);
}

QString valueText(const FilterTerm &term)
{
    if (term.field == FilterField::Certainty) {
        const auto certainty = certaintyNames.value(term.value);
        return certainty ? certaintyText(*certainty) : term.value;
    }
    if (term.field < FilterField::From)
        return term.value.simplified();
    const auto date = readEdtf(term.value);
    return date ? dateText(*date) : term.value;
}

int colourOf(const FilterTerm &term, const QList<Lane> &lanes)
{
    const QString wanted = folded(term.value);
    const auto found = std::ranges::find_if(lanes, [&](const Lane &lane) {
        return lane.id.isValid() && (folded(lane.title).startsWith(wanted) || folded(lane.key) == wanted);
    });
    return term.field == FilterField::Lane && found != lanes.end() ? found->colour : -1;
}

} // namespace

QString termText(const FilterTerm &term)
{
    const QString value = valueText(term);
    const auto said = [&]() -> QString {
        switch (term.field) {
        case FilterField::Word:
            return FilterBar::tr("“%1”").arg(value);
        case FilterField::Text:
            return FilterBar::tr("Text: %1").arg(value);
        case FilterField::Lane:
            return FilterBar::tr("Lane: %1").arg(value);
        case FilterField::Certainty:
            return FilterBar::tr("Certainty: %1").arg(value);
        case FilterField::Tag:
            return FilterBar::tr("Tag: %1").arg(value);
        case FilterField::Actor:
            return FilterBar::tr("Actor: %1").arg(value);
        case FilterField::Place:
            return FilterBar::tr("Place: %1").arg(value);
        case FilterField::Source:
            return FilterBar::tr("Source: %1").arg(value);
        case FilterField::From:
            return FilterBar::tr("from %1").arg(value);
        case FilterField::To:
            return FilterBar::tr("to %1").arg(value);
        case FilterField::After:
            return FilterBar::tr("after %1").arg(value);
        case FilterField::Before:
            return FilterBar::tr("before %1").arg(value);
        case FilterField::In:
            break;
        }
        return FilterBar::tr("in %1").arg(value);
    }();
    return term.isExcluded ? FilterBar::tr("not %1").arg(said) : said;
}

FilterChip::FilterChip(const QueryTerm &term, const QList<Lane> &lanes, QWidget *parent)
    : QAbstractButton(parent)
    , m_term(term)
    , m_colour(colourOf(term.term, lanes))
{
    setObjectName(u"filter-chip"_s);
    setText(termText(term.term));
    setAccessibleName(tr("%1, remove").arg(text()));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    const QString remove = tr("Take this condition out of the filter (Del)");
    setToolTip(term.problem.isEmpty() ? u"%1\n%2"_s.arg(text(), remove) : term.problem);
    setAccessibleDescription(term.problem);
    setAttribute(Qt::WA_Hover);
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    const bool hasMark = m_colour >= 0 || !m_term.problem.isEmpty();
    const int width = 2 * inset + (hasMark ? dot + look::tight : 0) + metrics.horizontalAdvance(text()) + look::tight + cross;
    return {width, metrics.height() + look::related};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    const bool isWrong = !m_term.problem.isEmpty();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor border = hasFocus() ? colours.accent : isWrong ? colours.notFound : colours.line;
    painter.setPen(border);
    painter.setBrush(underMouse() ? colours.selection : colours.raised);
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);

    QRectF rest = QRectF(rect()).adjusted(inset, 0, -inset, 0);
    painter.setFont(chipFont());
    if (m_colour >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.lane.at(size_t(m_colour)));
        painter.drawEllipse(QRectF(rest.left(), rest.center().y() - dot / 2.0, dot, dot));
        rest.setLeft(rest.left() + dot + look::tight);
    } else if (isWrong) {
        painter.setPen(colours.notFound);
        painter.drawText(rest, Qt::AlignVCenter, u"!"_s);
        rest.setLeft(rest.left() + dot + look::tight);
    }
    const QRectF cross = QRectF(rest.right() - redoubt::cross, rest.center().y() - redoubt::cross / 2.0,
        redoubt::cross, redoubt::cross).adjusted(1, 1, -1, -1);
    rest.setRight(cross.left() - look::tight);
    painter.setPen(isWrong ? colours.notFound : colours.ink);
    painter.drawText(rest, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, int(rest.width()) + 1));
    painter.setPen(QPen(underMouse() || hasFocus() ? colours.ink : colours.inkFaint, 1.25));
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Return || key == Qt::Key_Enter)
        click();
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

void FilterChip::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    update();
}

void FilterChip::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    update();
}

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"filter-bar"_s);
    setAccessibleName(tr("Filter"));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void FilterBar::showQuery(const QString &query, const QList<Lane> &lanes)
{
    const QList<QueryTerm> terms = readQuery(query, QDate::currentDate());
    if (query == m_query && lanes == m_lanes)
        return;
    m_query = query;
    m_lanes = lanes;
    qDeleteAll(m_chips);
    m_chips.clear();
    const bool isMore = std::ranges::any_of(terms,
        [](const QueryTerm &term) { return term.term.field != FilterField::Word || term.term.isExcluded; });
    for (const QueryTerm &term : isMore ? terms : QList<QueryTerm>()) {
        auto *chip = new FilterChip(term, lanes, this);
        connect(chip, &FilterChip::clicked, this, [this, term] { remove(term); });
        chip->show();
        m_chips.append(chip);
    }
    setVisible(!m_chips.isEmpty());
    arrange(width(), true);
    updateGeometry();
}

void FilterBar::remove(const QueryTerm &term)
{
    const auto place = std::ranges::find(m_chips, term, &FilterChip::term) - m_chips.begin();
    const bool hadFocus = place < m_chips.size() && m_chips.at(place)->hasFocus();
    const QString query = withoutTerm(m_query, term);
    // A chip's own click is going on: it goes when that has ended.
    QMetaObject::invokeMethod(this, [this, query, place, hadFocus] {
        Q_EMIT queryChanged(query);
        if (hadFocus && !m_chips.isEmpty())
            m_chips.at(std::min(place, m_chips.size() - 1))->setFocus(Qt::OtherFocusReason);
    }, Qt::QueuedConnection);
}

QSize FilterBar::sizeHint() const
{
    return {0, heightForWidth(width())};
}

/// Puts the chips in lines; the height that they take.
int FilterBar::arrange(int width, bool move) const
{
    const int right = width - look::group;
    int x = look::group;
    int y = look::tight;
    int lineHeight = 0;
    for (FilterChip *chip : m_chips) {
        QSize size = chip->sizeHint();
        size.setWidth(std::max(std::min(size.width(), right - look::group), look::page));
        if (x > look::group && x + size.width() > right) {
            x = look::group;
            y += lineHeight + look::tight;
        }
        if (move)
            chip->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + look::tight;
        lineHeight = size.height();
    }
    return m_chips.isEmpty() ? 0 : y + lineHeight + look::tight + look::hair;
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - look::hair, width(), look::hair), look::colours(palette()).line);
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const auto at = std::ranges::find_if(m_chips, [](const FilterChip *chip) { return chip->hasFocus(); }) - m_chips.begin();
    if (step != 0 && at + step >= 0 && at + step < m_chips.size())
        m_chips.at(at + step)->setFocus(Qt::TabFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace redoubt
