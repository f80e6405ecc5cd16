#include "ui/sources/capture/capturepane.h"

#include "ui/look/look.h"
#include "ui/sources/capture/addressfield.h"
#include "ui/sources/capture/addresslines.h"
#include "ui/sources/capture/capturedelegate.h"
#include "ui/sources/capture/capturequeuemodel.h"
#include "ui/sources/capture/capturewords.h"
#include "ui/workbench/paneheader.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Of a line that is shown below the list; the tool tip has all of it.
constexpr qsizetype longestLine = 160;

QPushButton *button(const QString &name, const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setToolTip(toolTip);
    return made;
}

/// So that a long address can go on in the next line, and one that is longer still is elided in the middle.
QString breakable(const QString &text)
{
    static const QRegularExpression joint(u"([/?&=._-]+)"_s);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (line.size() > longestLine)
            line = line.first(longestLine / 2) + u'…' + line.last(longestLine / 2);
        line.replace(joint, u"\\1\u200b"_s);
    }
    return lines.join(u'\n');
}

} // namespace

CapturePane::CapturePane(CaptureQueueModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_field(new AddressField(this))
    , m_note(new QLabel(this))
    , m_start(button(u"startCapture"_s, tr("Capture"), tr("Capture these addresses; this uses the network (Return)"), this))
    , m_list(new QListView(this))
    , m_story(new QLabel(this))
    , m_again(button(u"tryCaptureAgain"_s, tr("Try again"), tr("Fetch the chosen address again; this uses the network (Return)"), this))
    , m_cancel(button(u"cancelCapture"_s, tr("Cancel"), tr("Stop capturing the chosen address (Del)"), this))
    , m_cancelAll(button(u"cancelAllCaptures"_s, tr("Cancel all"), tr("Stop capturing; what has come stays"), this))
    , m_clear(button(u"clearCaptures"_s, tr("Clear finished"), tr("Take all that is over from this list; what was captured stays"), this))
{
    setObjectName(u"capturePane"_s);
    setAccessibleName(tr("Capture addresses"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_field);
    makeList();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, look::related, 0, look::related);
    column->addWidget(makeHeader());
    column->addLayout(makeEntry());
    auto *line = new QFrame(this);
    line->setFixedHeight(look::hair);
    line->setBackgroundRole(QPalette::Mid);
    line->setAutoFillBackground(true);
    column->addWidget(line);
    auto *below = new QVBoxLayout; // the list begins right at the line
    below->setSpacing(look::related);
    below->addWidget(m_list, 1);
    below->addWidget(m_story);
    below->addWidget(makeButtons());
    column->addLayout(below, 1);
    column->setSpacing(0);
    connect(m_field, &QPlainTextEdit::textChanged, this, &CapturePane::read);
    connect(m_field, &AddressField::accepted, this, &CapturePane::start);
    connect(m_field, &AddressField::escaped, this, &CapturePane::leave);
    connect(m_start, &QPushButton::clicked, this, &CapturePane::start);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, changed, this, &CapturePane::refresh);
    connect(&model, &QAbstractItemModel::dataChanged, this, &CapturePane::refresh);
    read();
    refresh();
}

QWidget *CapturePane::makeHeader()
{
    auto *header = new PaneHeader(tr("CAPTURE ADDRESSES"), {u"closeCapture"_s, tr("Back to the sources; what is under way goes on (Esc)"), tr("Back to the sources")}, this);
    header->layout()->setContentsMargins(look::group, 0, look::related, 0);
    connect(header, &PaneHeader::closed, this, &CapturePane::leave);
    return header;
}

QLayout *CapturePane::makeEntry()
{
    m_note->setObjectName(u"captureNote"_s);
    m_note->setFont(look::font(look::Text::Caption));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *below = new QHBoxLayout;
    below->setSpacing(look::group);
    below->addWidget(m_note, 1);
    below->addWidget(m_start, 0, Qt::AlignTop);
    auto *entry = new QVBoxLayout;
    entry->setContentsMargins(look::group, look::related, look::group, look::related);
    entry->setSpacing(look::related);
    entry->addWidget(m_field);
    entry->addLayout(below);
    return entry;
}

void CapturePane::makeList()
{
    m_list->setObjectName(u"captureList"_s);
    m_list->setAccessibleName(tr("Addresses that are captured"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new CaptureDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &CapturePane::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CapturePane::refresh);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (const Id<Source> source = m_model.item(index.row()).source; source.isValid())
            Q_EMIT chosen(source);
    });
    m_story->setObjectName(u"captureStory"_s);
    m_story->setFont(look::font(look::Text::Caption));
    m_story->setTextFormat(Qt::PlainText);
    m_story->setWordWrap(true);
    QSizePolicy asHighAsItNeeds(QSizePolicy::Ignored, QSizePolicy::Minimum);
    asHighAsItNeeds.setHeightForWidth(true);
    m_story->setSizePolicy(asHighAsItNeeds);
    m_story->setContentsMargins(look::group, 0, look::group, 0);
}

QWidget *CapturePane::makeButtons()
{
    m_buttons = new QWidget(this);
    auto *line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(look::group, 0, look::group, 0);
    line->setSpacing(look::related);
    line->addWidget(m_again);
    line->addWidget(m_cancel);
    line->addStretch(1);
    line->addWidget(m_cancelAll);
    line->addWidget(m_clear);
    connect(m_again, &QPushButton::clicked, this, [this] { m_model.tryAgain(row()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_model.cancel(row()); });
    connect(m_cancelAll, &QPushButton::clicked, this, [this] { m_model.cancelAll(); });
    connect(m_clear, &QPushButton::clicked, this, [this] { m_model.clearOver(); });
    return m_buttons;
}

void CapturePane::offer(const QStringList &addresses, Id<Source> into, const QString &title)
{
    m_into = into;
    m_intoTitle = title;
    const QStringList waiting = into.isValid() ? QStringList() : m_field->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    if (!addresses.isEmpty())
        m_field->setPlainText((waiting + addresses).join(u'\n'));
    m_field->selectAll();
    read();
}

bool CapturePane::isEmpty() const
{
    return m_field->toPlainText().trimmed().isEmpty();
}

void CapturePane::choose(int row)
{
    m_list->setCurrentIndex(m_model.index(row));
    m_list->setFocus(Qt::OtherFocusReason);
}

int CapturePane::row() const
{
    return m_list->currentIndex().row();
}

void CapturePane::read()
{
    const AddressLines lines = addressLines(m_field->toPlainText());
    const auto count = lines.addresses.size();
    m_start->setEnabled(count > 0);
    m_start->setText(count > 1 ? tr("Capture %1").arg(locale().toString(count)) : tr("Capture"));
    if (!lines.refused.isEmpty())
        m_note->setText(tr("▲ “%1” is no address of the web. Write one that begins with https:// or http://.").arg(lines.refused.first().left(80)));
    else if (count == 0)
        m_note->setText(tr("Pages, PDFs and pictures of the web. Nothing is fetched before you say so."));
    else if (m_into.isValid())
        m_note->setText(tr("Uses the network. What comes is a further capture of “%1”.").arg(m_intoTitle));
    else if (count == 1)
        m_note->setText(tr("Uses the network: asks %1 for it, without cookies or names.").arg(QUrl(lines.addresses.first()).host()));
    else
        m_note->setText(tr("Uses the network: asks for %1 addresses, without cookies or names.").arg(locale().toString(count)));
}

/// What is no address stays in the field to be put right.
void CapturePane::start()
{
    const AddressLines lines = addressLines(m_field->toPlainText());
    if (lines.addresses.isEmpty())
        return;
    const int first = m_model.rowCount();
    m_field->setPlainText(lines.refused.join(u'\n'));
    Q_EMIT asked(lines.addresses, std::exchange(m_into, {}));
    read();
    if (lines.refused.isEmpty() && m_model.rowCount() > first)
        choose(first);
}

void CapturePane::leave()
{
    m_into = {};
    read();
    Q_EMIT closed();
}

void CapturePane::act()
{
    if (row() < 0)
        return;
    if (m_model.canTryAgain(row()))
        m_model.tryAgain(row());
    else if (const Id<Source> source = m_model.item(row()).source; source.isValid())
        Q_EMIT chosen(source);
}

void CapturePane::cancelOrClear()
{
    if (row() >= 0 && m_model.item(row()).isOver())
        m_model.clear(row());
    else if (row() >= 0)
        m_model.cancel(row());
}

void CapturePane::showMenu(const QPoint &point)
{
    if (row() < 0)
        return;
    const CaptureItem item = m_model.item(row());
    QMenu menu(this);
    menu.addAction(tr("Show source"), this, [&] { Q_EMIT chosen(item.source); })->setEnabled(item.source.isValid());
    menu.addAction(tr("Copy address"), this, [&] { QGuiApplication::clipboard()->setText(item.address); });
    menu.addSeparator();
    menu.addAction(tr("Try again"), this, [this] { m_model.tryAgain(row()); })->setEnabled(m_model.canTryAgain(row()));
    menu.addAction(item.isOver() ? tr("Take from the list") : tr("Cancel"), this, &CapturePane::cancelOrClear);
    menu.exec(m_list->viewport()->mapToGlobal(point));
}

void CapturePane::refresh()
{
    const bool hasRow = row() >= 0;
    m_again->setEnabled(hasRow && m_model.canTryAgain(row()));
    m_cancel->setEnabled(hasRow && !m_model.item(row()).isOver());
    m_cancelAll->setVisible(m_model.isRunning());
    m_clear->setVisible(!m_model.isRunning());
    m_clear->setEnabled(m_model.hasOver());
    m_buttons->setVisible(m_model.rowCount() > 0);
    m_story->setVisible(hasRow);
    m_story->setText(hasRow ? breakable(capturewords::story(m_model.item(row()))) : QString());
}

void CapturePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

bool CapturePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        act();
        return true;
    case Qt::Key_Delete:
        cancelOrClear();
        return true;
    default:
        return false;
    }
}

} // namespace redoubt
