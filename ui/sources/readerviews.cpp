#include "ui/sources/captureheader.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/comparison.h"
#include "ui/sources/differencetext.h"
#include "ui/sources/pageview.h"
#include "ui/sources/pictureview.h"
#include "ui/sources/sourcereader.h"

#include <QStackedWidget>

/// What a capture is shown as: the views of SourceReader.
namespace redoubt {

Comparison *SourceReader::makeComparison()
{
    auto *comparison = new Comparison(this);
    comparison->text()->setTypeSize(m_text->typeSize());
    connect(comparison, &Comparison::left, this, &SourceReader::leaveView);
    connect(comparison->text(), &ReadingText::typeSizeAsked, this, &SourceReader::zoom);
    m_views->addWidget(comparison);
    return comparison;
}

PageView *SourceReader::makePages()
{
    auto *pages = new PageView(m_project, this);
    connect(pages, &PageView::left, this, &SourceReader::leaveView);
    m_views->addWidget(pages);
    return pages;
}

PictureView *SourceReader::makePicture()
{
    auto *picture = new PictureView(m_project, this);
    connect(picture, &PictureView::left, this, &SourceReader::escaped);
    m_views->addWidget(picture);
    return picture;
}

bool SourceReader::hasPages() const
{
    return m_text->capture().mediaType == u"application/pdf";
}

bool SourceReader::isPicture() const
{
    return m_text->capture().text.isEmpty() && PictureView::canShow(m_text->capture().mediaType);
}

void SourceReader::setView(View view)
{
    if (view == m_view)
        return;
    const bool wasPages = m_view == View::Pages;
    showView(view);
    if (wasPages && m_view == View::Text && m_text->pageOf(m_text->firstShown()) != m_pageView->page())
        m_text->scrollTo(m_text->startOfPage(m_pageView->page()));
}

void SourceReader::showView(View view)
{
    const bool isPossible = view == View::Comparison ? canCompare() : view == View::Pages ? hasPages() : view == View::Text;
    m_view = isPossible && !(view == View::Text && isPicture()) ? view : isPicture() ? View::Picture : View::Text;
    const Capture &capture = m_text->capture();
    switch (m_view) {
    case View::Text:
        m_views->setCurrentIndex(0);
        break;
    case View::Comparison:
        m_comparison->compare(m_captures, capture.id);
        m_views->setCurrentWidget(m_comparison.get());
        break;
    case View::Pages: {
        const auto excerpt = chosen();
        m_views->setCurrentWidget(m_pageView.get());
        m_pageView->show(capture.id, m_text->pageOf(excerpt ? excerpt->start : m_text->firstShown()));
        break;
    }
    case View::Picture:
        m_views->setCurrentWidget(m_picture.get());
        m_picture->show(capture);
        break;
    }
    Q_EMIT stateChanged();
}

void SourceReader::leaveView()
{
    setView(View::Text);
    if (m_view == View::Text)
        m_text->setFocus(Qt::OtherFocusReason);
}

void SourceReader::zoom(int by)
{
    if (m_view == View::Pages)
        m_pageView->zoom(by);
    else if (m_view == View::Picture)
        m_picture->zoom(by);
    else
        setTypeSize(by == 0 ? 0 : typeSize() + by);
}

void SourceReader::setTypeSize(int step)
{
    m_text->setTypeSize(step);
    if (m_comparison.made())
        m_comparison->text()->setTypeSize(m_text->typeSize());
}

int SourceReader::typeSize() const
{
    return m_text->typeSize();
}

} // namespace redoubt
