#include "ui/brief/quotationcard.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/quotationstate.h"
#include "ui/look/look.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace redoubt {

QuotationCard::QuotationCard(BriefTextEdit &editor)
    : PassageCard(editor)
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
    m_use->setVisible(!editor().isReadOnly() && !capturedWording(checked).isEmpty());
    m_source->setVisible(!checked.unknownSource);
    showAt(checked.quotation.range);
    if (withFocus)
        (m_use->isVisible() ? m_use : m_source)->setFocus(Qt::ShortcutFocusReason);
}

QString QuotationCard::text() const
{
    return isVisible() ? quotationSentence(m_checked, {}) : QString();
}

void QuotationCard::takeCaptured()
{
    editor().replace(m_checked.quotation.wording, capturedWording(m_checked));
    leave();
}

} // namespace redoubt
