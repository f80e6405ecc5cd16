#include "ui/brief/briefchooser.h"

#include "ui/look/look.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

// Room for the arrow, which is drawn: as a letter it would come from another typeface, and lift the title.
const QString arrow = u"\u2002\u2002"_s;

} // namespace

BriefChooser::BriefChooser(const QList<QAction *> &templates, const QList<QAction *> &actions, QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setPopupMode(InstantPopup);
    setMenu(m_menu);
    setFont(look::font(look::Text::Body, true));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_menu->addSeparator();
    QMenu *fresh = m_menu->addMenu(look::icon(u"new"_s), tr("New brief"));
    fresh->setToolTipsVisible(true);
    fresh->addActions(templates);
    m_menu->addActions(actions);
}

void BriefChooser::setBriefs(const QList<Brief> &briefs, Id<Brief> current)
{
    qDeleteAll(m_briefs);
    m_briefs.clear();
    QAction *before = m_menu->actions().first();
    for (const Brief &brief : briefs) {
        auto *action = new QAction(QString(brief.title).replace(u'&', u"&&"_s), m_menu);
        action->setCheckable(true);
        action->setChecked(brief.id == current);
        connect(action, &QAction::triggered, this, [this, id = brief.id] { Q_EMIT briefChosen(id); });
        m_menu->insertAction(before, action);
        m_briefs.append(action);
        if (brief.id == current) {
            setText(brief.title);
            updateGeometry();
            setToolTip(tr("%1\nAnother brief, a new one, its properties").arg(brief.title));
            setAccessibleName(tr("Brief: %1").arg(brief.title));
        }
    }
    setVisible(!briefs.isEmpty());
}

QSize BriefChooser::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text() + arrow) + 2 * look::related + look::tight, QToolButton::sizeHint().height()};
}

QSize BriefChooser::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, QToolButton::minimumSizeHint().height()};
}

void BriefChooser::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const QRect text = fontMetrics().boundingRect(rect(), Qt::AlignCenter, option.text);
    const double half = fontMetrics().xHeight() / 3.0;
    const double right = text.left() + fontMetrics().horizontalAdvance(option.text);
    const QPointF middle(right - fontMetrics().horizontalAdvance(arrow) / 2.0, rect().center().y() + 1);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().buttonText());
    painter.drawPolygon(QPolygonF{middle + QPointF(-half, -half / 2), middle + QPointF(half, -half / 2), middle + QPointF(0, half / 2)});
}

void BriefChooser::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    const int room = width() - 2 * look::related - fontMetrics().horizontalAdvance(arrow);
    option->text = fontMetrics().elidedText(text(), Qt::ElideMiddle, room) + arrow;
}

} // namespace redoubt
