#include "ui/brief/findingcard.h"

#include "ui/brief/brieftextedit.h"
#include "ui/look/look.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>

namespace redoubt {

namespace {

constexpr int patience = 400; // ms

} // namespace

FindingCard::FindingCard(Review &review, BriefTextEdit &editor)
    : PassageCard(editor)
    , m_review(review)
    , m_sentence(new QLabel(this))
    , m_rule(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_readOnly(new QLabel(tr("The project is open to read only."), this))
    , m_fix(new QPushButton(this))
    , m_offers(new QPushButton(tr("Replace by…"), this))
    , m_ignore(new QPushButton(tr("Ignore here…"), this))
    , m_why(new QToolButton(this))
    , m_asking(new QWidget(this))
    , m_reason(new QLineEdit(m_asking))
{
    setAccessibleName(tr("Finding"));
    m_away.setSingleShot(true);
    m_away.setInterval(patience);
    m_fix->setObjectName(u"findingFix"_s);
    m_offers->setObjectName(u"findingOffers"_s);
    m_offers->setMenu(new QMenu(m_offers));
    m_offers->setToolTip(tr("Choose what stands here instead"));
    m_ignore->setObjectName(u"findingIgnore"_s);
    m_ignore->setToolTip(tr("Let the text stand, and say why"));
    m_why->setObjectName(u"findingWhy"_s);
    m_why->setText(tr("Why?"));
    m_why->setCheckable(true);
    m_why->setToolTip(tr("Show what the rule is for, and where it comes from"));
    m_reason->setObjectName(u"findingReason"_s);
    m_reason->setPlaceholderText(tr("Why it may stand"));
    m_reason->setAccessibleName(tr("Why it may stand"));
    layOut();

    connect(&m_away, &QTimer::timeout, this, &QWidget::hide);
    connect(m_fix, &QPushButton::clicked, this, [this] { apply(*m_finding.fix); });
    connect(m_ignore, &QPushButton::clicked, this, &FindingCard::askWhy);
    connect(m_why, &QToolButton::toggled, this, &FindingCard::explain);
    connect(m_reason, &QLineEdit::returnPressed, this, &FindingCard::ignore);
    connect(&review, &Review::currentChanged, this, &QWidget::hide);
    connect(&review, &Review::findingsChanged, this, [this] {
        if (m_asking->isHidden())
            hide();
    });
}

void FindingCard::layOut()
{
    for (QLabel *label : {m_sentence, m_rule, m_explanation}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_sentence->setFont(look::font(look::Text::Body));
    for (QLabel *label : {m_rule, m_explanation, m_readOnly}) {
        label->setFont(look::font(look::Text::Caption));
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    for (QWidget *widget : QList<QWidget *>{m_fix, m_offers, m_ignore, m_why, m_reason})
        widget->setFont(look::font(look::Text::Body));
    auto *stand = new QPushButton(tr("Ignore"), m_asking);
    stand->setObjectName(u"findingStand"_s);
    stand->setFont(look::font(look::Text::Body));
    stand->setToolTip(tr("Let the text stand for this reason"));
    connect(stand, &QPushButton::clicked, this, &FindingCard::ignore);
    auto *asking = new QHBoxLayout(m_asking);
    asking->setContentsMargins(0, 0, 0, 0);
    asking->setSpacing(look::related);
    asking->addWidget(m_reason, 1);
    asking->addWidget(stand);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(look::related);
    for (QWidget *widget : QList<QWidget *>{m_fix, m_offers, m_ignore, m_readOnly})
        buttons->addWidget(widget);
    buttons->addStretch(1);
    buttons->addWidget(m_why);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::group, look::group, look::group);
    layout->setSpacing(look::related);
    layout->addWidget(m_sentence);
    layout->addWidget(m_rule);
    layout->addWidget(m_explanation);
    layout->addLayout(buttons);
    layout->addWidget(m_asking);
}

void FindingCard::show(qsizetype finding, By by)
{
    m_finding = m_review.findings().at(finding);
    m_checkedText = m_review.checkedText();
    m_isHovering = by == By::Hover;
    m_away.stop();
    const Rule &rule = m_review.ruleOf(m_finding);
    m_sentence->setText(u"<span style='color:%1'>%2</span>&nbsp; %3"_s.arg(severityColour(m_finding.severity, palette()).name(),
        severityGlyph(m_finding.severity), m_finding.message.toHtmlEscaped()));
    m_sentence->setAccessibleName(u"%1: %2"_s.arg(severityText(m_finding.severity), m_finding.message));
    setAccessibleDescription(m_sentence->accessibleName());
    m_rule->setText(u"%1 · %2"_s.arg(severityText(m_finding.severity), rule.title));
    m_explanation->setText(rule.explanation);
    m_explanation->setVisible(m_why->isChecked());
    const bool mayWrite = !m_review.isReadOnly();
    m_fix->setVisible(mayWrite && m_finding.fix);
    if (m_finding.fix) {
        m_fix->setText(m_finding.fix->what);
        m_fix->setToolTip(Qt::convertFromPlainText(tr("Write: %1").arg(m_finding.fix->replacement)));
    }
    fillOffers();
    m_ignore->setVisible(mayWrite);
    m_readOnly->setVisible(!mayWrite);
    m_asking->hide();
    m_reason->clear();
    showAt(m_review.placeOf(m_finding.range));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    if (by == By::Key)
        (m_fix->isVisible() ? m_fix : m_offers->isVisible() ? m_offers : m_ignore->isVisible() ? static_cast<QWidget *>(m_ignore) : m_why)
            ->setFocus(Qt::ShortcutFocusReason);
}

void FindingCard::fillOffers()
{
    m_offers->setVisible(!m_review.isReadOnly() && !m_finding.offers.isEmpty());
    m_offers->menu()->clear();
    for (const Fix &offer : std::as_const(m_finding.offers))
        m_offers->menu()->addAction(offer.what, this, [this, offer] { apply(offer); });
}

QString FindingCard::text() const
{
    return isVisible() ? m_sentence->accessibleName() : QString();
}

void FindingCard::apply(const Fix &fix)
{
    leave();
    if (const auto applied = m_review.apply({fix}); !applied)
        Q_EMIT failed(applied.error());
}

void FindingCard::askWhy()
{
    m_asking->show();
    m_reason->setFocus(Qt::OtherFocusReason);
    place();
}

void FindingCard::ignore()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        return;
    leave();
    if (const auto done = m_review.ignore(m_finding, m_checkedText, reason); !done)
        Q_EMIT failed(done.error());
    else
        Q_EMIT ignored(reason);
}

void FindingCard::explain(bool wanted)
{
    m_explanation->setVisible(wanted);
    place();
}

bool FindingCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove && m_isHovering && isVisible() && watched == editor().viewport()) {
        const QPoint point = static_cast<QMouseEvent *>(event)->position().toPoint();
        const bool isThere = passage().touches(editor().cursorForPosition(point).position());
        if (isThere)
            m_away.stop();
        else if (!m_away.isActive())
            m_away.start();
    }
    return PassageCard::eventFilter(watched, event);
}

void FindingCard::enterEvent(QEnterEvent *event)
{
    m_away.stop();
    PassageCard::enterEvent(event);
}

void FindingCard::leaveEvent(QEvent *event)
{
    if (m_isHovering && m_asking->isHidden() && !m_offers->menu()->isVisible())
        m_away.start();
    PassageCard::leaveEvent(event);
}

} // namespace redoubt
