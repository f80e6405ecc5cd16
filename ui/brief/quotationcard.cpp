#include "ui/brief/quotationcard.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/quotationstate.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace redoubt {

QuotationCard::QuotationCard(BriefTextEdit &editor)
    : QFrame(&editor)
    , m_editor(editor)
    , m_sentence(new QLabel(this))
    , m_difference(new QLabel(this))
    , m_use(new QPushButton(tr("Use the captured wording"), this))
    , m_source(new QPushButton(tr("Show the source"), this))
{
    setAccessibleName(tr("Quotation"));
    m_sentence->setWordWrap(true);
    m_sentence->setFont(look::font(look::Text::Body));
    m_difference->setWordWrap(true);
    m_difference->setTextFormat(Qt::RichText);
    m_difference->setFont(look::writingFont());
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QPushButton *button : {m_use, m_source})
        button->setFont(look::font(look::Text::Body));
    m_use->setToolTip(tr("Replace the quoted words by what was captured"));
    m_source->setToolTip(tr("Show the captured text in the sources"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(look::related);
    buttons->addWidget(m_use);
    buttons->addWidget(m_source);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(look::group, look::group, look::group, look::group);
    layout->setSpacing(look::related);
    layout->addWidget(m_sentence);
    layout->addWidget(m_difference);
    layout->addLayout(buttons);

    connect(m_use, &QPushButton::clicked, this, &QuotationCard::takeCaptured);
    connect(m_source, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT sourceWanted(m_checked.captureKey);
    });
    connect(&editor, &BriefTextEdit::edited, this, &QWidget::hide);
    connect(&editor, &BriefTextEdit::marginMoved, this, &QuotationCard::place);
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
    hide();
}

void QuotationCard::show(const DraftQuotation &checked, const QString &sourceTitle, bool withFocus)
{
    m_checked = checked;
    const bool altered = checked.verification.status == Verification::Status::Altered;
    m_sentence->setText(u"<span style='color:%1'>%2</span>&nbsp; %3"_s.arg(
        quotationColour(checked.verification.status, palette()).name(), quotationGlyph(checked.verification.status),
        quotationSentence(checked, sourceTitle).toHtmlEscaped()));
    m_difference->setText(differenceHtml(checked.verification.difference, palette()));
    m_difference->setVisible(altered);
    m_use->setVisible(!m_editor.isReadOnly() && !capturedWording(checked).isEmpty());
    m_source->setVisible(!checked.unknownSource);
    QFrame::show();
    place();
    raise();
    if (withFocus)
        (m_use->isVisible() ? m_use : m_source)->setFocus(Qt::ShortcutFocusReason);
}

QString QuotationCard::text() const
{
    return isVisible() ? quotationSentence(m_checked, {}) : QString();
}

/// Below the line where the quotation ends, or above its first one when there is no room.
void QuotationCard::place()
{
    if (!isVisible())
        return;
    const QRect area = m_editor.viewport()->geometry();
    const int cardWidth = std::max(area.width() - look::group, 0);
    setFixedSize(cardWidth, layout()->totalHeightForWidth(cardWidth));
    const QRect last = m_editor.lineOf(m_checked.quotation.range.end()).translated(area.topLeft());
    const QRect first = m_editor.lineOf(m_checked.quotation.range.offset).translated(area.topLeft());
    const int below = last.bottom() + look::related;
    const bool fits = below + height() <= area.bottom() || first.top() - look::related - height() < area.top();
    move(area.left() + look::related, fits ? below : first.top() - look::related - height());
}

void QuotationCard::takeCaptured()
{
    hide();
    m_editor.replace(m_checked.quotation.wording, capturedWording(m_checked));
    m_editor.setFocus(Qt::OtherFocusReason);
}

void QuotationCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    hide();
    m_editor.setFocus(Qt::OtherFocusReason);
}

bool QuotationCard::eventFilter(QObject *watched, QEvent *event)
{
    if (isVisible() && watched == m_editor.viewport() && event->type() == QEvent::MouseButtonPress)
        hide();
    if (isVisible() && watched == &m_editor && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        hide();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void QuotationCard::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::radius, look::radius);
}

} // namespace redoubt
