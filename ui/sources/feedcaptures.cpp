#include "ui/sources/feedspane.h"

#include "ui/sources/feeditemmodel.h"
#include "ui/sources/feeditemview.h"
#include "ui/sources/feedwords.h"

/// Items that become sources: the captures of FeedsPane.
namespace redoubt {

CaptureQueue *FeedsPane::makeQueue()
{
    auto *queue = new CaptureQueue(m_project, m_limits.captures, this);
    connect(queue, &CaptureQueue::changed, this, &FeedsPane::followCapture);
    return queue;
}

const CaptureItem *FeedsPane::captureOf(Id<FeedItem> id) const
{
    const auto place = m_captureOf.constFind(id);
    return place == m_captureOf.constEnd() ? nullptr : &m_queue->items().at(*place);
}

/// The source is there at once, with what the feed says of it; then its address is captured. While that goes on, it is stopped.
void FeedsPane::addSource()
{
    const Id<FeedItem> id = currentItem();
    if (const CaptureItem *capture = captureOf(id); capture && !capture->isOver())
        return m_queue->cancel(m_captureOf.value(id));
    const auto item = feedItem(m_project.reader(), id);
    if (!item || !*item)
        return;
    Id<Source> source = (*item)->source;
    const QString title = feedwords::title(**item);
    if (!source.isValid()) {
        const auto work = [&](Writer &writer) -> Result<> {
            const auto made = addItemAsSource(writer, id);
            if (!made)
                return failure(made);
            source = *made;
            return {};
        };
        if (!tell(m_project.edit(tr("Add “%1” as a source").arg(title), work)))
            return;
    }
    if (webAddress((*item)->link).isEmpty())
        return Q_EMIT told(tr("“%1” is among the sources. It has no address to capture.").arg(title), true);
    m_queue->add((*item)->link, source);
    m_captureOf[id] = m_queue->items().size() - 1;
    followCapture(m_captureOf.value(id));
}

void FeedsPane::followCapture(qsizetype index)
{
    const Id<FeedItem> id = m_captureOf.key(index);
    const CaptureItem &capture = m_queue->items().at(index);
    if (!id.isValid())
        return;
    m_model->setCapture(id, {feedwords::shortly(capture), capture.state == CaptureItem::State::Failed});
    if (id == m_open)
        showCapture();
    updateActions();
}

/// What became of the capture of the open item.
void FeedsPane::showCapture()
{
    if (!isOpen())
        return;
    const CaptureItem *capture = captureOf(m_open);
    const bool isPlain = capture && capture->state == CaptureItem::State::Done && capture->remark.isEmpty();
    m_view->setCapture(capture && !isPlain ? FeedCapture{feedwords::wholly(*capture), capture->state == CaptureItem::State::Failed} : FeedCapture());
}

void FeedsPane::showSource()
{
    const auto item = feedItem(m_project.reader(), currentItem());
    if (item && *item && (*item)->source.isValid())
        Q_EMIT sourceAsked((*item)->source);
}

} // namespace redoubt
