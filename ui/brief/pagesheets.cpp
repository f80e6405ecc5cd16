#include "ui/brief/pagesheets.h"

#include "ui/look/look.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace redoubt {

namespace {

constexpr double pointsPerInch = 72;
constexpr double zoomStep = 1.25;
constexpr double smallestZoom = 0.25;
constexpr double largestZoom = 4;
constexpr double mostDots = 16e6; ///< of one page: more are not kept, but drawn larger
constexpr int gap = look::related;

} // namespace

PageSheets::PageSheets(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    m_pool.setMaxThreadCount(1);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages as they are printed"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
}

PageSheets::~PageSheets()
{
    m_pool.waitForDone();
}

double PageSheets::scale() const
{
    if (!m_pages)
        return 1;
    const int room = viewport()->width() - 2 * gap;
    return m_zoom > 0 ? m_zoom * logicalDpiX() / pointsPerInch : std::max(0.05, room / m_pages->size().width());
}

double PageSheets::zoomFactor() const
{
    return scale() * pointsPerInch / logicalDpiX();
}

/// Dots a point of what is drawn.
double PageSheets::drawnScale() const
{
    const QSizeF size = m_pages->size();
    return std::min(scale() * devicePixelRatioF(), std::sqrt(mostDots / (size.width() * size.height())));
}

/// Dots a pixel of the window's, without the dust of a division: a page that has just the window's is drawn dot by dot.
double PageSheets::dotsAPixel() const
{
    constexpr double parts = 64;
    return std::round(drawnScale() / scale() * parts) / parts;
}

QRectF PageSheets::sheetRect(int page) const
{
    const QSizeF size = m_pages->size() * scale();
    const double x = std::max<double>(gap, std::floor((viewport()->width() - size.width()) / 2)) - horizontalScrollBar()->value();
    const double y = gap + page * std::ceil(size.height() + gap) - verticalScrollBar()->value();
    return {QPointF(x, y), size};
}

/// The first and the last that are on the screen.
std::pair<int, int> PageSheets::shownPages() const
{
    const double height = std::ceil(m_pages->size().height() * scale() + gap);
    const auto at = [&](int y) { return std::clamp(int((verticalScrollBar()->value() + y - gap) / height), 0, m_pages->count() - 1); };
    return {at(0), at(viewport()->height())};
}

void PageSheets::fitBars()
{
    const int pages = m_pages ? m_pages->count() : 0;
    const QSizeF size = m_pages ? m_pages->size() * scale() : QSizeF();
    const int height = pages == 0 ? 0 : gap + pages * int(std::ceil(size.height() + gap));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(std::max(1, viewport()->height() / 12));
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, int(size.width()) + 2 * gap - viewport()->width()));
}

void PageSheets::setPages(std::shared_ptr<const ViewedPages> pages, qsizetype before, qsizetype now)
{
    const auto old = m_pages && before >= 0 ? m_pages->placeOf(before) : std::nullopt;
    const double top = old ? boxOnScreen(*old).top() : 0;
    // Pages are many small things, and to let go of them takes its time.
    if (auto let = std::exchange(m_pages, std::move(pages)))
        m_pool.start([let = std::move(let)]() mutable { let.reset(); });
    ++m_generation;
    m_marked = m_marked == before ? now : -1;
    if (!m_pages)
        m_images.clear();
    fitBars();
    const auto place = m_pages && old && now >= 0 ? m_pages->placeOf(now) : std::nullopt;
    if (place)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(boxOnScreen(*place).top() - top));
    viewport()->update();
    drawNext();
    Q_EMIT viewChanged();
}

QRectF PageSheets::boxOnScreen(const ViewedPages::Place &place) const
{
    const QRectF sheet = sheetRect(place.page);
    return {sheet.topLeft() + place.box.topLeft() * scale(), place.box.size() * scale()};
}

bool PageSheets::isOnScreen(qsizetype source) const
{
    const auto place = m_pages ? m_pages->placeOf(source) : std::nullopt;
    if (!place)
        return false;
    const QRectF box = boxOnScreen(*place);
    return box.top() >= 0 && box.bottom() <= viewport()->height();
}

/// A bar left of the marked line.
QRect PageSheets::markRect() const
{
    const auto place = m_pages && m_marked >= 0 ? m_pages->placeOf(m_marked) : std::nullopt;
    if (!place)
        return {};
    const QRect box = boxOnScreen(*place).toAlignedRect();
    return {box.left() - look::related, box.top(), 2 * look::hair, box.height()};
}

void PageSheets::follow(qsizetype source)
{
    const QRect before = markRect();
    m_marked = source;
    const auto place = m_pages ? m_pages->placeOf(source) : std::nullopt;
    if (place && !isOnScreen(source))
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(boxOnScreen(*place).top()) - viewport()->height() / 3);
    viewport()->update(before);
    viewport()->update(markRect());
}

qsizetype PageSheets::topSource() const
{
    if (!m_pages || m_pages->count() == 0)
        return -1;
    const auto [first, last] = shownPages();
    const QPointF point = (QPointF(viewport()->width() / 2.0, gap) - sheetRect(first).topLeft()) / scale();
    const qsizetype source = m_pages->sourceAt(first, point);
    return source < 0 && last > first ? m_pages->sourceAt(last, {}) : source;
}

int PageSheets::page() const
{
    if (!m_pages || m_pages->count() == 0)
        return 0;
    const auto [first, last] = shownPages();
    const bool mostlyGone = sheetRect(first).bottom() < viewport()->height() / 3.0;
    return mostlyGone ? std::min(first + 1, last) : first;
}

void PageSheets::goToPage(int page)
{
    if (m_pages && m_pages->count() > 0) {
        const int wanted = std::clamp(page, 0, m_pages->count() - 1);
        verticalScrollBar()->setValue(verticalScrollBar()->value() + int(sheetRect(wanted).top()) - gap);
    }
}

void PageSheets::zoom(int by)
{
    setZoom(by == 0 ? 0 : std::clamp(zoomFactor() * (by > 0 ? zoomStep : 1 / zoomStep), smallestZoom, largestZoom));
}

/// What is at the top stays there.
void PageSheets::setZoom(double zoom)
{
    if (!m_pages)
        return;
    const auto [first, last] = shownPages();
    const double part = (gap - sheetRect(first).top()) / sheetRect(first).height();
    m_zoom = zoom;
    fitBars();
    const QRectF sheet = sheetRect(first);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(sheet.top() + part * sheet.height()) - gap);
    viewport()->update();
    drawNext();
    Q_EMIT viewChanged();
}

bool PageSheets::isPresent(int page) const
{
    const auto drawn = m_images.constFind(page);
    return drawn != m_images.cend() && drawn->generation == m_generation && drawn->scale == drawnScale();
}

bool PageSheets::isDrawn() const
{
    if (!m_pages)
        return false;
    const auto [first, last] = shownPages();
    for (int page = first; page <= last; ++page) {
        if (!isPresent(page))
            return false;
    }
    return true;
}

/// Has the next page drawn that is on the screen and not drawn; forgets those that are far from it.
void PageSheets::drawNext()
{
    if (!m_pages || m_pages->count() == 0 || m_isDrawing || !isVisible())
        return;
    const auto [first, last] = shownPages();
    m_images.removeIf([first, last](const auto &entry) { return entry.key() < first - 1 || entry.key() > last + 1; });
    for (int page = first; page <= last; ++page) {
        if (isPresent(page))
            continue;
        m_isDrawing = true;
        m_pool.start([this, page, pages = m_pages, scale = drawnScale(), generation = m_generation, dots = dotsAPixel()] {
            Drawn drawn{pageImage(pages->page(page), pages->size(), scale), scale, generation};
            drawn.image.setDevicePixelRatio(dots);
            QMetaObject::invokeMethod(this, [this, page, drawn] { take(page, drawn); }, Qt::QueuedConnection);
        });
        return;
    }
}

void PageSheets::take(int page, const Drawn &drawn)
{
    m_isDrawing = false;
    if (m_pages)
        m_images.insert(page, drawn);
    viewport()->update();
    drawNext();
}

void PageSheets::paintEvent(QPaintEvent *event)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colours.sunken);
    if (!m_pages || m_pages->count() == 0)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const auto [first, last] = shownPages();
    for (int page = first; page <= last; ++page) {
        const QRectF sheet = sheetRect(page);
        const auto drawn = m_images.constFind(page);
        if (drawn == m_images.cend() || drawn->image.isNull())
            painter.fillRect(sheet, look::light().paper);
        else if (drawn->scale == drawnScale())
            painter.drawImage(sheet.topLeft(), drawn->image); // dot by dot, which takes no time
        else
            painter.drawImage(sheet, drawn->image);
        painter.setPen(QPen(colours.line, look::hair));
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    painter.fillRect(markRect(), look::light().accent);
}

void PageSheets::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (!m_pages || m_pages->count() == 0)
        return;
    const int top = verticalScrollBar()->value();
    const int room = event->oldSize().width() - 2 * gap;
    fitBars();
    if (m_zoom == 0 && room > 0)
        verticalScrollBar()->setValue(qRound(top * scale() * m_pages->size().width() / room));
    drawNext();
    Q_EMIT viewChanged();
}

void PageSheets::scrollContentsBy(int, int)
{
    viewport()->update();
    drawNext();
    Q_EMIT viewChanged();
}

void PageSheets::choose(QPointF point)
{
    if (!m_pages || m_pages->count() == 0)
        return;
    const auto [first, last] = shownPages();
    for (int page = first; page <= last; ++page) {
        const QRectF sheet = sheetRect(page);
        if (!sheet.contains(point))
            continue;
        const qsizetype source = m_pages->sourceAt(page, (point - sheet.topLeft()) / scale());
        if (source >= 0)
            Q_EMIT sourceChosen(source);
        return;
    }
}

void PageSheets::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(event->position());
}

void PageSheets::mouseMoveEvent(QMouseEvent *event)
{
    bool isOnPage = false;
    if (m_pages && m_pages->count() > 0) {
        const auto [first, last] = shownPages();
        for (int page = first; page <= last; ++page)
            isOnPage = isOnPage || sheetRect(page).contains(event->position());
    }
    viewport()->setCursor(isOnPage ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PageSheets::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
}

bool PageSheets::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takeKey(*static_cast<QKeyEvent *>(event), true)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &PageSheets::drawNext, Qt::QueuedConnection);
    return QAbstractScrollArea::event(event);
}

/// Whether a key means something here; does it unless it is `only` asked.
bool PageSheets::takeKey(const QKeyEvent &event, bool only)
{
    const bool withControl = event.modifiers().testFlag(Qt::ControlModifier);
    const auto act = [only](auto what) {
        if (!only)
            what();
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return withControl && act([this] { zoom(1); });
    case Qt::Key_Minus:
        return withControl && act([this] { zoom(-1); });
    case Qt::Key_0:
        return withControl && act([this] { zoom(0); });
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return withControl && act([this, by = event.key() == Qt::Key_PageDown ? 1 : -1] { goToPage(page() + by); });
    case Qt::Key_Home:
        return act([this] { goToPage(0); });
    case Qt::Key_End:
        return act([this] { verticalScrollBar()->setValue(verticalScrollBar()->maximum()); });
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return act([this] {
            if (const qsizetype source = topSource(); source >= 0)
                Q_EMIT sourceChosen(source);
        });
    default:
        return false;
    }
}

void PageSheets::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event, false))
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace redoubt
