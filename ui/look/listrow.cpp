#include "ui/look/listrow.h"

#include <QCache>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTextLayout>
#include <QWidget>

namespace redoubt::look {

namespace {

/// How much higher a line's top is than its letters ask for: a character of another typeface, which may be higher, does not move the line.
double excess(const QTextLine &line, const QFontMetricsF &metrics)
{
    return line.ascent() - metrics.ascent();
}

/// What letters are as large for, in dots per inch.
int resolutionOf(const QPaintDevice *device)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return device ? device->logicalDpiY() : screen ? qRound(screen->logicalDotsPerInchY()) : 0;
}

} // namespace

void drawRow(QPainter &painter, const QStyleOptionViewItem &option, bool isRelated, int indent)
{
    const Colours &colours = look::colours(option.palette);
    const QRect &row = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || isRelated) {
        painter.fillRect(row, isSelected ? colours.selection : colours.related);
        painter.fillRect(QRect(row.topLeft(), QSize(isRelated ? tight : tight / 2, row.height())), colours.accent);
    }
    painter.fillRect(QRect(row.left() + indent, row.bottom(), row.width() - indent, hair), colours.line);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(colours.accent);
        painter.drawRect(row.adjusted(0, 0, -1, -1));
    }
}

/// What a text is shaped to, in one line.
struct Line::Shaped
{
    struct Key
    {
        QString text; ///< without line ends
        QFont font;
        Qt::LayoutDirection direction;
        int resolution; ///< of the device, in dots per inch

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.font, int(key.direction), key.resolution);
        }
    };
    using Known = QCache<Key, std::shared_ptr<Shaped>>;

    Shaped(const Key &asked, const QPaintDevice *device);
    static Known &known();
    static std::shared_ptr<Shaped> of(const Key &key, const QPaintDevice *device);
    /// The last one is kept, as what is painted anew has mostly the same room.
    const Shaped &elidedTo(double room, Qt::TextElideMode mode, const QPaintDevice *device);

    Key key;
    QFontMetricsF metrics;
    QTextLayout layout;
    QTextLine line;
    double elidedRoom = -1;
    Qt::TextElideMode elidedMode = Qt::ElideNone;
    std::shared_ptr<Shaped> elided; ///< null: it fits after all
};

Line::Shaped::Shaped(const Key &asked, const QPaintDevice *device)
    : key(asked)
    , metrics(device ? QFontMetricsF(key.font, device) : QFontMetricsF(key.font))
    , layout(key.text, key.font, device)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setFlags(QTextOption::IncludeTrailingSpaces);
    option.setTextDirection(key.direction);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    line = layout.createLine();
    line.setLineWidth(QWIDGETSIZE_MAX);
    layout.endLayout();
}

Line::Shaped::Known &Line::Shaped::known()
{
    static constexpr qsizetype most = 100'000; // letters: some 5 MB
    static Known *texts = nullptr;
    if (!texts) {
        texts = new Known(most);
        // Typefaces go with the application.
        qAddPostRoutine([] { delete std::exchange(texts, nullptr); });
    }
    return *texts;
}

std::shared_ptr<Line::Shaped> Line::Shaped::of(const Key &key, const QPaintDevice *device)
{
    static constexpr qsizetype own = 20; // what a text costs besides its letters, in letters
    if (const auto *found = known().object(key))
        return *found;
    auto shaped = std::make_shared<Shaped>(key, device);
    known().insert(key, new std::shared_ptr<Shaped>(shaped), key.text.size() + own);
    return shaped;
}

const Line::Shaped &Line::Shaped::elidedTo(double room, Qt::TextElideMode mode, const QPaintDevice *device)
{
    if (elidedRoom != room || elidedMode != mode) {
        Key shorter = key;
        shorter.text = metrics.elidedText(key.text, mode, room);
        elided = shorter.text == key.text ? nullptr : of(shorter, device);
        elidedRoom = room;
        elidedMode = mode;
    }
    return elided ? *elided : *this;
}

Line::Line(const QPainter &painter, const QString &text)
    : Line(painter.font(), painter.device(), text, painter.layoutDirection())
{
}

Line::Line(const QFont &font, const QPaintDevice *device, const QString &text, Qt::LayoutDirection direction)
    : m_shaped(Shaped::of({QString(text).replace(u'\n', u' '), font, direction, resolutionOf(device)}, device))
{
}

double Line::advance() const
{
    return m_shaped->line.isValid() ? m_shaped->line.naturalTextWidth() : 0;
}

int Line::draw(QPainter &painter, const QRectF &place, Qt::TextElideMode elide, Qt::Alignment alignment) const
{
    const bool fits = !m_shaped->line.isValid() || m_shaped->line.naturalTextWidth() <= place.width();
    const Shaped &drawn = fits ? *m_shaped : m_shaped->elidedTo(place.width(), elide, painter.device());
    const QTextLine &line = drawn.line;
    if (!line.isValid())
        return 0;
    const Qt::Alignment at = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    const double right = place.width() - line.naturalTextWidth();
    const double below = place.height() - drawn.metrics.height();
    const double x = at & Qt::AlignRight ? right : at & Qt::AlignHCenter ? right / 2 : 0;
    const double y = at & Qt::AlignBottom ? below : at & Qt::AlignVCenter ? below / 2 : 0;
    line.draw(&painter, place.topLeft() + QPointF(x, y - excess(line, drawn.metrics)));
    return qRound(line.naturalTextWidth());
}

int drawElided(QPainter &painter, const QRectF &place, const QString &text, Qt::TextElideMode elide, Qt::Alignment alignment)
{
    return Line(painter, text).draw(painter, place, elide, alignment);
}

void drawWrapped(QPainter &painter, const QRectF &place, const QString &text, int lines)
{
    const bool toLeft = text.isRightToLeft();
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double height = place.height() / lines;
    QTextOption option(toLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(toLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, painter.font(), painter.device());
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    qsizetype end = 0;
    layout.beginLayout();
    for (int i = 0; i + 1 < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(place.width());
        line.setPosition({0, i * height + (height - metrics.height()) / 2 - excess(line, metrics)});
        end = line.textStart() + line.textLength();
    }
    layout.endLayout();
    layout.draw(&painter, place.topLeft());
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(option.textDirection());
    drawElided(painter, place.adjusted(0, (lines - 1) * height, 0, 0), text.sliced(end), Qt::ElideRight);
    painter.setLayoutDirection(before);
}

} // namespace redoubt::look
