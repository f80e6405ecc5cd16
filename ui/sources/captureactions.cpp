#include "ui/sources/sourcespanel.h"

#include "app/project/project.h"
#include "ui/sources/capture/addresslines.h"
#include "ui/sources/capture/captureflow.h"
#include "ui/sources/capture/capturepane.h"
#include "ui/sources/capture/drophint.h"
#include "ui/sources/sourcefilter.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

/// What comes into the panel from outside: addresses, files, the clipboard, what is dropped.
namespace redoubt {

namespace {

QString filesToChoose()
{
    return SourcesPanel::tr("Documents (%1)").arg(u"*.html *.htm *.xhtml *.mhtml *.mht *.pdf *.txt *.text *.md *.png *.jpg *.jpeg *.gif *.webp *.avif *.tif *.tiff"_s) + u";;"_s + SourcesPanel::tr("All files (*)");
}

QList<GivenDocument> documentsAt(const QStringList &paths)
{
    QList<GivenDocument> documents;
    for (const QString &path : paths)
        documents.append({.kind = GivenDocument::Kind::File, .path = path});
    return documents;
}

} // namespace

void SourcesPanel::makeCaptureActions()
{
    setAcceptDrops(true);
    m_act.captureAddress = makeAct(u"captureAddress"_s, u"capture"_s, tr("Capture address…"), tr("Capture one or many addresses of the web; nothing is fetched before you say so"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, &SourcesPanel::captureAddress);
    m_act.captureAddress->setShortcutContext(Qt::WindowShortcut);
    m_act.captureAgain = makeAct(u"captureAgain"_s, u"reopen"_s, tr("Capture again"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_R, &SourcesPanel::captureAgain);
    m_act.captureFiles = makeAct(u"captureFiles"_s, u"capture-file"_s, tr("Capture files…"), tr("Keep files (pages, web archives, PDFs, text, pictures) as new sources"), {}, &SourcesPanel::captureFiles);
    m_act.captureFileOfSource = makeAct(u"captureFileOfSource"_s, {}, tr("Capture a file of the source…"), tr("Keep a file as a further capture of the chosen source"), {}, &SourcesPanel::captureFileOfSource);
    m_act.paste = makeAct(u"pasteCapture"_s, u"paste"_s, tr("Paste as capture"), tr("Keep what is in the clipboard (text, a passage of a page, a picture, a file) as a capture of the chosen source, or of a new one"), Qt::CTRL | Qt::SHIFT | Qt::Key_V, &SourcesPanel::pasteCapture);
}

void SourcesPanel::addCapturesToMenu()
{
    addHeaderAction(m_act.captureAddress);
    for (QAction *action : {m_act.captureAgain, m_act.captureFiles, m_act.captureFileOfSource, m_act.paste})
        addMoreAction(action);
    addMoreSeparator();
}

void SourcesPanel::updateCaptureActions()
{
    const int row = m_model->rowOf(m_source);
    const bool hasAddress = row >= 0 && !webAddress(m_model->card(row).source.address).isEmpty();
    const bool hasCapture = row >= 0 && m_model->card(row).captures > 0;
    m_act.captureAgain->setEnabled(hasAddress);
    m_act.captureAgain->setText(hasCapture ? tr("Capture again") : tr("Capture from its address"));
    m_act.captureAgain->setToolTip(row >= 0 && !hasAddress
            ? tr("The source has no address; give it one in its details (F2)")
            : tr("Fetch the address of the source, where it has changed; this uses the network (%1)").arg(m_act.captureAgain->shortcut().toString(QKeySequence::NativeText)));
    m_act.captureFileOfSource->setEnabled(row >= 0);
}

CaptureFlow *SourcesPanel::makeCaptureFlow()
{
    auto *flow = new CaptureFlow(m_project, this);
    connect(flow, &CaptureFlow::statusChanged, this, [this](const QString &text) { setStatusText(text); });
    connect(flow, &CaptureFlow::paneWanted, this, [this] { showPane(m_capture->pane()); });
    connect(flow, &CaptureFlow::paneClosed, this, [this] { showPane(nullptr); });
    connect(flow, &CaptureFlow::chosen, this, [this](Id<Source> id) {
        if (!m_filter->indexOf(id).isValid())
            showAll();
        showPage(0);
        m_selection.select(Thing::of(id));
        updateState();
    });
    // It comes at its own time: nobody is taken away from what is written.
    connect(flow, &CaptureFlow::arrived, this, [this](Id<Source> id) {
        if (!m_act.showDetails->isChecked())
            m_selection.select(Thing::of(id));
    });
    return flow;
}

bool SourcesPanel::canCapture()
{
    return tell(m_project.edit(tr("Capture"), [](Writer &) { return Result<>(); }));
}

std::optional<Source> SourcesPanel::chosenSource() const
{
    const int row = m_model->rowOf(m_source);
    return row < 0 ? std::nullopt : std::optional(m_model->card(row).source);
}

void SourcesPanel::captureAddress()
{
    if (!canCapture())
        return;
    const bool isEmpty = m_capture->pane()->isEmpty();
    offerAddresses(isEmpty ? onlyAddresses(QGuiApplication::clipboard()->text()) : QStringList(), false);
}

void SourcesPanel::offerAddresses(const QStringList &addresses, bool intoChosen)
{
    const auto into = intoChosen ? chosenSource() : std::nullopt;
    m_capture->pane()->offer(addresses, into ? into->id : Id<Source>(), into ? into->title : QString());
    showPane(m_capture->pane());
}

void SourcesPanel::captureAgain()
{
    const auto source = chosenSource();
    if (source && canCapture())
        m_capture->start({source->address}, source->id);
}

void SourcesPanel::captureFiles()
{
    if (!canCapture())
        return;
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Capture files"), {}, filesToChoose());
    if (!paths.isEmpty())
        takeDocuments(documentsAt(paths), false);
}

void SourcesPanel::captureFileOfSource()
{
    if (!canCapture())
        return;
    const QString path = QFileDialog::getOpenFileName(this, tr("Capture a file of the source"), {}, filesToChoose());
    if (!path.isEmpty())
        takeDocuments(documentsAt({path}), true);
}

/// Several files at once are seldom one document.
void SourcesPanel::pasteCapture()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    const CaptureOffer offer = clipboard ? captureOffer(*clipboard) : CaptureOffer();
    take(offer, offer.documents.size() <= 1 && offer.addresses.size() <= 1);
}

void SourcesPanel::take(const CaptureOffer &offer, bool intoChosen)
{
    if (!canCapture())
        return;
    if (!offer.addresses.isEmpty())
        offerAddresses(offer.addresses, intoChosen);
    if (!offer.documents.isEmpty())
        takeDocuments(offer.documents, intoChosen);
    else if (offer.addresses.isEmpty())
        takeText(offer.text, intoChosen);
}

void SourcesPanel::takeDocuments(const QList<GivenDocument> &documents, bool intoChosen)
{
    const auto into = intoChosen ? chosenSource() : std::nullopt;
    auto read = std::make_shared<DocumentsRead>();
    const auto work = [read, documents, at = QDateTime::currentDateTimeUtc()](JobState &state) -> Result<QString> {
        auto all = readDocuments(documents, at, state);
        if (!all)
            return failure(all);
        *read = *std::move(all);
        return QString();
    };
    const QString title = documents.size() == 1 ? tr("Reading a document") : tr("Reading %1 documents").arg(locale().toString(documents.size()));
    runLong(title, work, [this, read, into](const Result<QString> &done) {
        if (tell(done))
            m_capture->keep(std::move(*read), into);
    });
}

void SourcesPanel::takeText(const QString &text, bool intoChosen)
{
    Source source = (intoChosen ? chosenSource() : std::nullopt).value_or(Source());
    auto capture = captureOfText(source.id, text, QDateTime::currentDateTimeUtc());
    if (!tell(capture))
        return;
    const bool isNew = !source.id.isValid();
    if (isNew)
        source.title = titleFrom(capture->text);
    const auto done = m_project.edit(tr("Paste a capture of “%1”").arg(source.title), [&](Writer &writer) -> Result<> {
        if (isNew) {
            if (auto added = addSource(writer, source); !added)
                return added;
            capture->source = source.id;
        }
        return addCapture(writer, *capture);
    });
    if (!tell(done))
        return;
    showPage(0);
    m_selection.select(Thing::of(source.id));
    updateState();
    finished(isNew ? tr("Added “%1” with its text.").arg(source.title) : tr("Captured the text of “%1”.").arg(source.title));
}

bool SourcesPanel::isOverReader(const QPoint &point) const
{
    return m_detail->isVisible() && m_source.isValid() && !isDrafting() && m_detail->rect().contains(m_detail->mapFrom(this, point));
}

void SourcesPanel::dragEnterEvent(QDragEnterEvent *event)
{
    dragMoveEvent(event);
}

void SourcesPanel::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->source() || !mayBeCaptured(*event->mimeData()))
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const bool further = isOverReader(event->position().toPoint());
    const QWidget *place = further ? m_detail : m_detail->isVisible() ? static_cast<QWidget *>(m_listPages) : m_splitter;
    const QString text = further ? tr("A further capture of “%1”").arg(chosenSource().value_or(Source()).title) : tr("A new source");
    m_dropHint->show(QRect(place->mapTo(this, QPoint(0, 0)), place->size()), text);
}

void SourcesPanel::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->hide();
}

void SourcesPanel::dropEvent(QDropEvent *event)
{
    m_dropHint->hide();
    if (event->source() || !mayBeCaptured(*event->mimeData()))
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    take(captureOffer(*event->mimeData()), isOverReader(event->position().toPoint()));
}

} // namespace redoubt
