#include "ui/sources/pageview.h"

#include "app/project/secondreader.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QKeyEvent>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QtConcurrentRun>

namespace redoubt {

namespace {

constexpr double zoomStep = 1.2;
constexpr double smallestZoom = 0.2;
constexpr double largestZoom = 5;

/// Pages to look at: a click on a link opens nothing.
class Pages : public QPdfView
{
public:
    using QPdfView::QPdfView;

protected:
    void mousePressEvent(QMouseEvent *event) override { QAbstractScrollArea::mousePressEvent(event); }
    void mouseMoveEvent(QMouseEvent *event) override { QAbstractScrollArea::mouseMoveEvent(event); }
    void mouseReleaseEvent(QMouseEvent *event) override { QAbstractScrollArea::mouseReleaseEvent(event); }
};

std::unexpected<Error> notShown(const QString &why, const QString &remedy)
{
    return failure(PageView::tr("The pages cannot be shown."), why, remedy, Error::Kind::Damaged);
}

/// On any thread; the document then belongs to `owner`.
Result<std::shared_ptr<QPdfDocument>> open(const QString &path, Id<Capture> capture, QThread *owner)
{
    const auto reader = SecondReader::open(path);
    if (!reader)
        return failure(reader);
    const auto bytes = captureBytes((*reader)->reader(), capture);
    if (!bytes)
        return failure(bytes);
    auto document = std::make_shared<QPdfDocument>();
    auto *buffer = new QBuffer(document.get());
    buffer->setData(*bytes);
    buffer->open(QIODevice::ReadOnly);
    document->load(buffer);
    if (document->error() == QPdfDocument::Error::IncorrectPassword)
        return notShown(PageView::tr("The PDF is protected by a password."), PageView::tr("Save a copy of it without a password, and capture that."));
    if (document->status() != QPdfDocument::Status::Ready || document->pageCount() <= 0)
        return notShown(PageView::tr("The PDF is damaged."), PageView::tr("Get the document again from where it came from, and capture it."));
    document->moveToThread(owner);
    return document;
}

} // namespace

PageView::PageView(const Project &project, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_pages(new QStackedWidget(this))
    , m_message(new QLabel(this))
    , m_view(new Pages(this))
    , m_number(new QSpinBox(this))
    , m_count(new QLabel(this))
    , m_bar(makeBar())
{
    setObjectName(u"pageView"_s);
    m_message->setObjectName(u"pageMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->setMargin(look::page);
    m_view->setObjectName(u"pages"_s);
    m_view->setAccessibleName(tr("Pages of the captured PDF"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setDocumentMargins({look::related, look::related, look::related, look::related});
    m_view->setPageSpacing(look::related);
    m_view->installEventFilter(this);
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_view);
    setFocusProxy(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &PageView::finish);
    connect(m_number, &QSpinBox::valueChanged, this, [this](int number) { goTo(number - 1); });
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, [this](int page) {
        const QSignalBlocker quiet(m_number);
        m_number->setValue(page + 1);
    });
}

PageView::~PageView()
{
    // What it reads may be closed then.
    m_reading.waitForFinished();
    m_view->setDocument(nullptr);
}

QWidget *PageView::makeBar()
{
    auto *bar = new QWidget(this);
    m_number->setObjectName(u"pageNumber"_s);
    m_number->setAccessibleName(tr("Page"));
    m_number->setToolTip(tr("The page that is shown (Ctrl+PgUp, Ctrl+PgDown)"));
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setKeyboardTracking(false);
    m_count->setObjectName(u"pageCount"_s);
    for (QWidget *widget : {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_count)})
        widget->setFont(look::font(look::Text::Caption));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(look::group, look::tight, look::related, look::tight);
    row->setSpacing(look::tight);
    row->addWidget(m_number);
    row->addWidget(m_count);
    connect(addButton(bar, u"previousPage"_s, u"up"_s, tr("Page before (Ctrl+PgUp)")), &QToolButton::clicked, this, [this] { goTo(page() - 1); });
    connect(addButton(bar, u"nextPage"_s, u"down"_s, tr("Next page (Ctrl+PgDown)")), &QToolButton::clicked, this, [this] { goTo(page() + 1); });
    row->addStretch(1);
    connect(addButton(bar, u"zoomOutPage"_s, u"zoom-out"_s, tr("Smaller (Ctrl+-)")), &QToolButton::clicked, this, [this] { zoom(-1); });
    connect(addButton(bar, u"zoomInPage"_s, u"zoom-in"_s, tr("Larger (Ctrl++)")), &QToolButton::clicked, this, [this] { zoom(1); });
    connect(addButton(bar, u"fitPage"_s, u"fit"_s, tr("As wide as the panel (Ctrl+0)")), &QToolButton::clicked, this, [this] { zoom(0); });
    connect(addButton(bar, u"closePages"_s, u"close"_s, tr("Back to the text (Esc)")), &QToolButton::clicked, this, &PageView::left);
    return bar;
}

QToolButton *PageView::addButton(QWidget *bar, const QString &name, const QString &icon, const QString &words)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(name);
    button->setIcon(look::icon(icon));
    button->setToolTip(words);
    button->setAccessibleName(words);
    bar->layout()->addWidget(button);
    return button;
}

void PageView::show(Id<Capture> capture, int page)
{
    m_wanted = page;
    if (std::exchange(m_capture, capture) == capture) {
        if (m_document)
            goTo(page);
        return;
    }
    m_view->setDocument(nullptr);
    m_document.reset();
    say(tr("Opening the pages…"));
    m_reading.setFuture(QtConcurrent::run(open, m_project.path(), capture, thread()));
}

void PageView::finish()
{
    const Result<Document> document = m_reading.result();
    if (!document)
        return say(document.error().text());
    m_document = *document;
    m_view->setDocument(m_document.get());
    {
        const QSignalBlocker quiet(m_number);
        m_number->setRange(1, m_document->pageCount());
        m_count->setText(tr("of %1").arg(locale().toString(m_document->pageCount())));
    }
    for (QWidget *widget : m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        widget->setEnabled(true);
    m_pages->setCurrentWidget(m_view);
    layout()->activate();
    goTo(m_wanted);
}

void PageView::say(const QString &message)
{
    m_message->setText(message);
    m_pages->setCurrentWidget(m_message);
    m_count->clear();
    for (QWidget *widget : m_bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        widget->setEnabled(widget->objectName() == u"closePages");
}

QString PageView::message() const
{
    return m_pages->currentWidget() == m_message ? m_message->text() : QString();
}

int PageView::page() const
{
    return m_document ? m_view->pageNavigator()->currentPage() : m_wanted;
}

void PageView::goTo(int page)
{
    if (m_document)
        m_view->pageNavigator()->jump(std::clamp(page, 0, m_document->pageCount() - 1), {});
}

void PageView::zoom(int by)
{
    if (by == 0 || !m_document)
        return m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    double factor = m_view->zoomFactor();
    if (m_view->zoomMode() == QPdfView::ZoomMode::FitToWidth) {
        const double points = m_document->pagePointSize(page()).width();
        const int room = m_view->viewport()->width() - 2 * look::related;
        factor = points > 0 ? room * 72 / (points * logicalDpiX()) : 1;
    }
    const int now = page();
    m_view->setZoomMode(QPdfView::ZoomMode::Custom);
    m_view->setZoomFactor(std::clamp(factor * (by > 0 ? zoomStep : 1 / zoomStep), smallestZoom, largestZoom));
    goTo(now);
}

bool PageView::takeKey(int key, bool withControl)
{
    const int last = m_document ? m_document->pageCount() - 1 : 0;
    switch (key) {
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    case Qt::Key_Home:
        goTo(0);
        return true;
    case Qt::Key_End:
        goTo(last);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (withControl)
            goTo(page() + (key == Qt::Key_PageDown ? 1 : -1));
        return withControl;
    default:
        return false;
    }
}

bool PageView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (takeKey(key->key(), key->modifiers() & Qt::ControlModifier))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace redoubt
