#include "ui/sources/excerptbar.h"

#include "ui/look/look.h"
#include "ui/workbench/draggedtext.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace redoubt {

namespace {

QStringList colourNames()
{
    return {ExcerptBar::tr("Yellow"), ExcerptBar::tr("Orange"), ExcerptBar::tr("Pink"), ExcerptBar::tr("Violet"),
        ExcerptBar::tr("Blue"), ExcerptBar::tr("Pale blue"), ExcerptBar::tr("Green"), ExcerptBar::tr("Grey")};
}

/// A swatch of a marker's colour with a thin edge, as tall as the type.
QIcon swatch(int colour, const QWidget *widget)
{
    const look::Colours &colours = look::colours(widget->palette());
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap pixmap(QSize(look::group, look::group) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.markers[size_t(std::clamp(colour, 0, int(colours.markers.size()) - 1))]);
    painter.setPen(colours.inkFaint);
    painter.drawRoundedRect(QRectF(0.5, 0.5, look::group - 1, look::group - 1), look::radius, look::radius);
    return pixmap;
}

} // namespace

ExcerptBar::ExcerptBar(Project &project, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_speaker(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_grip(makeGrip())
    , m_colours(makeColours())
    , m_retraction(new QLabel(this))
{
    const auto prepare = [this](QLineEdit *field, const QString &name, const QString &words, const QString &toolTip) {
        field->setObjectName(name);
        field->setPlaceholderText(words);
        field->setAccessibleName(toolTip);
        field->setToolTip(toolTip);
        connect(field, &QLineEdit::editingFinished, this, &ExcerptBar::commit);
    };
    prepare(m_speaker, u"speaker"_s, tr("Speaker"), tr("Who says this passage"));
    prepare(m_note, u"excerptNote"_s, tr("Note"), tr("Note on this passage"));

    m_retraction->setObjectName(u"retraction"_s);
    m_retraction->setFont(look::font(look::Text::Caption, true));
    m_retraction->setTextFormat(Qt::PlainText);
    m_retraction->setWordWrap(true);
    m_retraction->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::related, look::tight, look::related, look::tight);
    column->setSpacing(look::tight);
    column->addWidget(m_retraction);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(look::tight);
    row->addWidget(m_grip);
    row->addWidget(m_speaker, 1);
    row->addWidget(m_note, 1);
    row->addWidget(m_colours);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        row->addWidget(button);
    }
    m_grip->installEventFilter(this);
    hide();
}

QToolButton *ExcerptBar::makeGrip()
{
    auto *grip = new QToolButton(this);
    grip->setObjectName(u"excerptGrip"_s);
    grip->setIcon(look::icon(u"grip"_s));
    grip->setToolTip(tr("Drag the excerpt into a brief: it becomes a quotation with its citation"));
    grip->setAccessibleName(tr("Drag the excerpt"));
    grip->setFocusPolicy(Qt::NoFocus);
    grip->setCursor(Qt::OpenHandCursor);
    return grip;
}

QToolButton *ExcerptBar::makeColours()
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"excerptColour"_s);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->setObjectName(u"excerptColours"_s);
    const QStringList names = colourNames();
    for (int colour = 0; colour < names.size(); ++colour)
        connect(menu->addAction(names[colour]), &QAction::triggered, this, [this, colour] { setColour(colour); });
    // Drawn when they are seen: light and dark may have changed.
    connect(menu, &QMenu::aboutToShow, this, [menu, this] {
        for (int colour = 0; colour < menu->actions().size(); ++colour)
            menu->actions().at(colour)->setIcon(swatch(colour, this));
    });
    button->setMenu(menu);
    return button;
}

void ExcerptBar::addAlternative(QAction *action, QAction *other)
{
    for (QToolButton *button : findChildren<QToolButton *>()) {
        if (button->defaultAction() != action)
            continue;
        auto *menu = new QMenu(button);
        menu->addActions({action, other});
        button->setMenu(menu);
        button->setPopupMode(QToolButton::MenuButtonPopup);
    }
}

void ExcerptBar::setExcerpt(const std::optional<Excerpt> &excerpt)
{
    if (m_excerpt && excerpt && m_excerpt->id != excerpt->id)
        commit();
    const bool other = !m_excerpt || !excerpt || m_excerpt->id != excerpt->id;
    const auto before = std::exchange(m_excerpt, excerpt);
    setVisible(excerpt.has_value());
    if (!excerpt)
        return;
    // What is being typed is not written over by what somebody else changed.
    if (other || before->speaker != excerpt->speaker)
        m_speaker->setText(excerpt->speaker);
    if (other || before->note != excerpt->note)
        m_note->setText(excerpt->note);
    m_speaker->setReadOnly(m_project.isReadOnly());
    m_note->setReadOnly(m_project.isReadOnly());
    m_colours->setEnabled(!m_project.isReadOnly());
    showColour();
}

void ExcerptBar::showColour()
{
    const QString name = colourNames().value(m_excerpt ? m_excerpt->colour : 0);
    m_colours->setIcon(swatch(m_excerpt ? m_excerpt->colour : 0, this));
    m_colours->setToolTip(tr("Colour of the excerpt: %1").arg(name));
    m_colours->setAccessibleName(m_colours->toolTip());
}

void ExcerptBar::setColour(int colour)
{
    if (!m_excerpt || m_excerpt->colour == colour)
        return;
    commit();
    Excerpt changed = *m_excerpt;
    changed.colour = colour;
    keep(tr("Change colour of an excerpt"), changed);
    showColour();
}

bool ExcerptBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_grip && event->type() == QEvent::MouseButtonPress)
        m_pressed = static_cast<QMouseEvent *>(event)->position().toPoint();
    if (watched == m_grip && event->type() == QEvent::MouseMove && m_excerpt && m_quote) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const bool isFar = (mouse->position().toPoint() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if ((mouse->buttons() & Qt::LeftButton) && isFar) {
            commit();
            m_grip->setDown(false);
            dragText(m_quote(*m_excerpt), this);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ExcerptBar::editSpeaker()
{
    m_speaker->setFocus(Qt::OtherFocusReason);
    m_speaker->selectAll();
}

void ExcerptBar::setRetraction(const QString &why)
{
    m_retraction->setVisible(!why.isEmpty());
    m_retraction->setText(tr("✕ Its source no longer stands. %1").arg(why));
    QPalette ink = m_retraction->palette();
    ink.setColor(QPalette::WindowText, look::colours(palette()).notFound);
    m_retraction->setPalette(ink);
}

void ExcerptBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_excerpt) {
        m_speaker->setText(m_excerpt->speaker);
        m_note->setText(m_excerpt->note);
    }
    Q_EMIT left();
}

void ExcerptBar::commit()
{
    if (!m_excerpt)
        return;
    Excerpt changed = *m_excerpt;
    changed.speaker = m_speaker->text().simplified();
    changed.note = m_note->text().trimmed();
    if (changed == *m_excerpt)
        return;
    const QString what = changed.speaker != m_excerpt->speaker ? tr("Change speaker of an excerpt") : tr("Change note of an excerpt");
    keep(what, changed);
}

void ExcerptBar::keep(const QString &what, const Excerpt &changed)
{
    m_excerpt = changed;
    if (const auto done = m_project.edit(what, [&](Writer &writer) { return updateExcerpt(writer, changed); }); !done)
        Q_EMIT failed(done.error());
}

} // namespace redoubt
