#include "ui/workbench/notice.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int shownFor = 8000; // ms

QColor colourOf(Notice::Severity severity, const QPalette &palette)
{
    const look::Colours &colours = look::colours(palette);
    switch (severity) {
    case Notice::Severity::Done:
        return colours.exact;
    case Notice::Severity::Warning:
        return colours.altered;
    case Notice::Severity::Error:
        return colours.notFound;
    }
    return {};
}

QString glyphOf(Notice::Severity severity)
{
    switch (severity) {
    case Notice::Severity::Done:
        return u"✓"_s;
    case Notice::Severity::Warning:
        return u"▲"_s;
    case Notice::Severity::Error:
        return u"●"_s;
    }
    return {};
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(shownFor);
    connect(m_timer, &QTimer::timeout, this, &Notice::close);
    hide();
}

void Notice::make()
{
    m_glyph = new QLabel(this);
    m_text = new QLabel(this);
    m_offer = new QToolButton(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_offer->setFont(look::font(look::Text::Body, true));
    auto *closeButton = new QToolButton(this);
    closeButton->setIcon(look::icon(u"close"_s));
    closeButton->setToolTip(tr("Close this message (Esc)"));
    closeButton->setAccessibleName(tr("Close this message"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::group, look::tight, look::tight, look::tight);
    layout->setSpacing(look::related);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_offer, 0);
    layout->addWidget(closeButton, 0, Qt::AlignTop);

    connect(closeButton, &QToolButton::clicked, this, &Notice::close);
    connect(m_offer, &QToolButton::clicked, this, [this] {
        const auto act = std::exchange(m_act, {});
        close();
        if (act)
            act();
    });
}

void Notice::show(const Error &error)
{
    show(Severity::Error, error.text());
}

void Notice::show(Severity severity, const QString &text, const QString &offer, std::function<void()> act)
{
    if (!m_text)
        make();
    delete std::exchange(m_field, nullptr);
    m_severity = severity;
    m_act = std::move(act);
    m_glyph->setText(glyphOf(severity));
    QPalette glyphPalette = palette();
    glyphPalette.setColor(QPalette::WindowText, colourOf(severity, palette()));
    m_glyph->setForegroundRole(QPalette::WindowText);
    m_glyph->setPalette(glyphPalette);
    m_text->setText(text);
    setAccessibleName(text);
    m_offer->setText(offer);
    m_offer->setVisible(!offer.isEmpty());
    if (severity == Severity::Done)
        m_timer->start();
    else
        m_timer->stop();
    QFrame::show();
    update();
}

void Notice::setField(QWidget *field)
{
    delete std::exchange(m_field, field);
    m_timer->stop();
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_offer), field, 1);
}

QString Notice::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Notice::close()
{
    m_timer->stop();
    hide();
    // It may be the one that told to close; the next field is not to stand beside it.
    if (QWidget *field = std::exchange(m_field, nullptr)) {
        field->hide();
        field->deleteLater();
    }
}

void Notice::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void Notice::paintEvent(QPaintEvent *)
{
    const look::Colours &colours = look::colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.raised);
    painter.fillRect(QRect(0, 0, look::tight, height()), colourOf(m_severity, palette()));
    painter.fillRect(QRect(0, height() - look::hair, width(), look::hair), colours.line);
}

} // namespace redoubt
