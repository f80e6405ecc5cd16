#include "ui/sources/captureheader.h"

#include "ui/look/look.h"
#include "ui/sources/capturefacts.h"
#include "ui/sources/sourcetext.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QTextDocument>
#include <QToolButton>

namespace redoubt {

namespace {

constexpr qsizetype shownOfHash = 12;
constexpr int wideFrom = 80;         // characters: less has no room for the SHA-256
constexpr int shortestAddress = 12;  // characters

} // namespace

CaptureHeader::CaptureHeader(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_chooser(new QComboBox(this))
    , m_only(new QLabel(this))
    , m_address(new QLabel(this))
    , m_hash(new QLabel(this))
{
    layOut(actions);
    connect(m_chooser, &QComboBox::activated, this, &CaptureHeader::chosen);
}

void CaptureHeader::layOut(const QList<QAction *> &actions)
{
    m_chooser->setObjectName(u"captureChooser"_s);
    m_chooser->setAccessibleName(tr("Capture"));
    m_chooser->setToolTip(tr("When this was captured; earlier captures to choose from"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_chooser->setMinimumContentsLength(1);
    m_address->setObjectName(u"captureAddress"_s);
    m_hash->setObjectName(u"captureHash"_s);
    for (QLabel *label : {m_only, m_address, m_hash}) {
        label->setFont(look::font(look::Text::Caption));
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setTextFormat(Qt::PlainText);
    }
    m_address->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::group, look::tight, look::related, look::tight);
    row->setSpacing(look::tight);
    row->addWidget(m_only);
    row->addWidget(m_chooser);
    row->addSpacing(look::tight);
    row->addWidget(m_address, 1);
    row->addWidget(m_hash);
    const auto addButton = [&](QToolButton *button) {
        button->setAutoRaise(true);
        row->addWidget(button);
    };
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        button->setVisible(action->isVisible());
        connect(action, &QAction::visibleChanged, button, [action, button] { button->setVisible(action->isVisible()); });
        addButton(button);
    }
    auto *facts = new QToolButton(this);
    facts->setObjectName(u"showFacts"_s);
    facts->setIcon(look::icon(u"facts"_s));
    facts->setToolTip(tr("Facts of the capture: address, redirects, status, headers, SHA-256"));
    facts->setAccessibleName(tr("Facts of the capture"));
    connect(facts, &QToolButton::clicked, this, [this, facts] { (new CaptureFacts(capture(), this))->openAt(facts); });
    addButton(facts);
}

void CaptureHeader::setCaptures(const QList<Capture> &captures)
{
    m_captures = captures;
    m_chooser->clear();
    for (const Capture &capture : captures) {
        const QString at = sourcetext::minute(capture.capturedAt);
        m_chooser->addItem(m_chooser->count() == 0 ? tr("Captured %1").arg(at) : tr("Earlier: %1").arg(at));
    }
    m_chooser->setVisible(captures.size() > 1);
    m_only->setVisible(captures.size() == 1);
    m_only->setText(m_chooser->itemText(0));
}

void CaptureHeader::setCurrent(int number)
{
    m_chooser->setCurrentIndex(number);
    const Capture shown = capture();
    m_hash->setText(tr("SHA-256 %1…").arg(shown.sha256.first(std::min(shownOfHash, shown.sha256.size()))));
    m_hash->setToolTip(tr("SHA-256 of the captured bytes: %1").arg(shown.sha256));
    const QString address = shown.hops.isEmpty() ? shown.address : tr("%1, redirected from:").arg(shown.address) + u'\n' + hopsText(shown);
    m_address->setToolTip(address.isEmpty() ? QString() : Qt::convertFromPlainText(address, Qt::WhiteSpaceNormal));
    fit();
}

int CaptureHeader::current() const
{
    return m_chooser->currentIndex();
}

Capture CaptureHeader::capture() const
{
    return m_captures.value(m_chooser->currentIndex());
}

void CaptureHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// An address is cut in the middle where it has no room.
void CaptureHeader::fit()
{
    const QFontMetrics small(m_address->font());
    m_hash->setVisible(width() > wideFrom * small.averageCharWidth());
    layout()->activate();
    const bool hasRoom = m_address->width() > shortestAddress * small.averageCharWidth();
    const Capture shown = capture();
    const QString words = shown.hops.isEmpty() ? shown.address : u"↳ "_s + shown.address;
    m_address->setText(hasRoom ? small.elidedText(words, Qt::ElideMiddle, m_address->width() - look::tight) : QString());
}

} // namespace redoubt
