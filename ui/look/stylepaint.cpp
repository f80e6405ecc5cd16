#include "ui/look/listrow.h"
#include "ui/look/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace redoubt::look {

namespace {

void box(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &border, double round = radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, hair) : QPen(Qt::NoPen));
    const double inset = border.isValid() ? hair / 2.0 : 0.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), round, round);
    painter.restore();
}

void stroke(QPainter &painter, const QPolygonF &points, const QColor &colour)
{
    static constexpr double width = 1.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
    painter.restore();
}

void chevron(QPainter &painter, const QRect &rect, const QColor &colour, double half, bool isUp = false)
{
    const QPointF middle = QRectF(rect).center();
    const double rise = isUp ? -half / 2 : half / 2;
    stroke(painter, {middle + QPointF(-half, -rise), middle + QPointF(0, rise), middle + QPointF(half, -rise)}, colour);
}

void field(QPainter &painter, const QStyleOption &option, bool isReadOnly = false)
{
    const Colours &ours = colours(option.palette);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    box(painter, option.rect, isReadOnly ? QColor() : ours.raised, hasFocus ? ours.accent : ours.line);
}

void flatButton(QPainter &painter, const QStyleOption &option)
{
    const Colours &ours = colours(option.palette);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver)
        && option.state.testFlag(QStyle::State_Enabled);
    // One with an arrow folds and unfolds, which the arrow tells.
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(&option);
    const bool hasArrow = tool && tool->features.testFlag(QStyleOptionToolButton::Arrow);
    const bool isDown = option.state.testFlag(QStyle::State_Sunken) || (option.state.testFlag(QStyle::State_On) && !hasArrow);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    box(painter, option.rect, isHovered || isDown ? ours.selection : QColor(), hasFocus ? ours.accent : QColor());
}

bool isDefault(const QStyleOptionButton &button)
{
    return button.features.testFlag(QStyleOptionButton::DefaultButton);
}

void pushButton(QPainter &painter, const QStyleOptionButton &button)
{
    const Colours &ours = colours(button.palette);
    const bool isEnabled = button.state.testFlag(QStyle::State_Enabled);
    const bool isPointedAt = isEnabled && (button.state & (QStyle::State_MouseOver | QStyle::State_HasFocus));
    QColor fill = ours.raised;
    QColor border = isPointedAt ? ours.accent : ours.line;
    if (isDefault(button)) {
        fill = isEnabled ? ours.accent : ours.sunken;
        border = isEnabled ? ours.accent : ours.line;
    } else if (button.state & (QStyle::State_Sunken | QStyle::State_On)) {
        fill = ours.selection;
    }
    box(painter, button.rect, fill, border);
    if (isDefault(button) && isEnabled && button.state.testFlag(QStyle::State_HasFocus))
        box(painter, button.rect.adjusted(2, 2, -2, -2), {}, ours.onAccent, radius - 1);
}

/// What a box to be checked and one of several choices are drawn with.
struct Checkable
{
    explicit Checkable(const QStyleOption &option)
    {
        const Colours &ours = colours(option.palette);
        const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
        const bool isPointedAt = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
        isSet = option.state & (QStyle::State_On | QStyle::State_NoChange);
        strong = isEnabled ? ours.accent : ours.inkFaint;
        frame = isSet || isPointedAt ? strong : isEnabled ? ours.inkSoft : ours.inkFaint;
    }

    bool isSet = false;
    QColor strong;
    QColor frame;
};

void radioButton(QPainter &painter, const QStyleOption &option)
{
    static constexpr double dot = 0.25; // of the width, from the middle
    const Checkable parts(option);
    const QRectF rect = option.rect;
    box(painter, option.rect, colours(option.palette).raised, parts.frame, rect.height() / 2);
    if (!parts.isSet)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(parts.strong);
    painter.drawEllipse(rect.center(), rect.width() * dot, rect.width() * dot);
    painter.restore();
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    static constexpr double round = 3;
    const Colours &ours = colours(option.palette);
    const Checkable parts(option);
    box(painter, option.rect, parts.isSet ? parts.strong : ours.raised, parts.frame, round);
    const QRectF rect = option.rect;
    const auto at = [&rect](double x, double y) {
        return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height());
    };
    if (option.state.testFlag(QStyle::State_On))
        stroke(painter, {at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}, ours.onAccent);
    else if (parts.isSet)
        stroke(painter, {at(0.28, 0.5), at(0.72, 0.5)}, ours.onAccent);
}

void bar(QPainter &painter, const QStyleOption &option, bool isLineOnTop)
{
    const Colours &ours = colours(option.palette);
    QRect edge = option.rect;
    painter.fillRect(edge, ours.sunken);
    if (isLineOnTop)
        edge.setHeight(hair);
    else
        edge.setTop(edge.bottom());
    painter.fillRect(edge, ours.line);
}

void separator(QPainter &painter, const QStyleOption &option)
{
    const QPoint middle = option.rect.center();
    QRect line = option.rect;
    if (option.state.testFlag(QStyle::State_Horizontal))
        line = QRect(middle.x(), line.y() + tight, hair, line.height() - 2 * tight);
    else
        line = QRect(line.x() + tight, middle.y(), line.width() - 2 * tight, hair);
    painter.fillRect(line, colours(option.palette).line);
}

void tabShape(QPainter &painter, const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Selected))
        return;
    QRect under = option.rect;
    under.setTop(under.bottom() - 1);
    painter.fillRect(under, colours(option.palette).accent);
}

void headerLabel(QPainter &painter, const QStyleOptionHeader &header)
{
    static constexpr double arrow = 3;
    const bool isFirst = header.position == QStyleOptionHeader::Beginning
        || header.position == QStyleOptionHeader::OnlyOneSection;
    const bool isSorted = header.sortIndicator != QStyleOptionHeader::None;
    const QRect rect = header.rect.adjusted(isFirst ? related : 0, 0, 0, 0);
    painter.setPen(isSorted ? colours(header.palette).ink : colours(header.palette).inkFaint);
    drawElided(painter, rect, header.text, Qt::ElideRight, header.textAlignment);
    if (!isSorted)
        return;
    const int text = painter.fontMetrics().horizontalAdvance(header.text);
    const bool isRight = header.textAlignment.testFlag(Qt::AlignRight);
    const int x = isRight ? rect.right() - text - group : rect.left() + text + tight;
    chevron(painter, QRect(x, rect.top(), group, rect.height()), colours(header.palette).inkSoft, arrow,
        header.sortIndicator == QStyleOptionHeader::SortDown);
}

void scrollBar(QPainter &painter, const QStyleOptionComplex &option, const QRect &slider)
{
    static constexpr int gap = 2;
    static constexpr double round = 3;
    const Colours &ours = colours(option.palette);
    const bool isActive = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    box(painter, slider.adjusted(gap, gap, -gap, -gap), isActive ? ours.inkSoft : ours.line, {}, round);
}

/// A line along which it fills; no bar of ours has a text in it, or stands.
void progressBar(QPainter &painter, const QStyleOptionProgressBar &bar)
{
    const Colours &ours = colours(bar.palette);
    const QRect groove(bar.rect.left(), bar.rect.center().y() - tight / 2, bar.rect.width(), tight);
    const qint64 done = qint64(groove.width()) * (bar.progress - bar.minimum) / (bar.maximum - bar.minimum);
    painter.fillRect(groove, ours.line);
    painter.fillRect(QRect(groove.topLeft(), QSize(int(done), tight)), ours.accent);
}

} // namespace

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &ours = colours(option->palette);
    switch (element) {
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, ours.line);
        painter->fillRect(option->rect.adjusted(hair, hair, -hair, -hair), ours.raised);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, option->state.testFlag(State_MouseOver) ? ours.accent : ours.line);
        return;
    case PE_IndicatorToolBarSeparator:
        return separator(*painter, *option);
    case PE_PanelStatusBar:
        return bar(*painter, *option, true);
    case PE_PanelButtonTool:
        return flatButton(*painter, *option);
    case PE_IndicatorHeaderArrow: // stands behind the label
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return checkBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return radioButton(*painter, *option);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            field(*painter, *option, option->state.testFlag(State_ReadOnly));
        return;
    }
    case PE_FrameLineEdit:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner:
    case PE_FrameTabBarBase:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &ours = colours(option->palette);
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
        if (element == CE_PushButtonBevel)
            return pushButton(*painter, *button);
        if (element == CE_PushButtonLabel) {
            QStyleOptionButton label = *button;
            const QColor ink = isDefault(*button) ? ours.onAccent : ours.ink;
            label.palette.setColor(QPalette::ButtonText, ink);
            label.palette.setColor(QPalette::Disabled, QPalette::ButtonText, ours.inkSoft);
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        if (element == CE_PushButton) {
            drawControl(CE_PushButtonBevel, option, painter, widget);
            return drawControl(CE_PushButtonLabel, option, painter, widget);
        }
    }
    switch (element) {
    case CE_Splitter:
        return painter->fillRect(option->rect, ours.line);
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && bar->maximum > bar->minimum)
            return progressBar(*painter, *bar);
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, ours.paper);
        return painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), hair), ours.line);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return headerLabel(*painter, *header);
        break;
    case CE_ToolBar:
        return bar(*painter, *option, false);
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, ours.sunken);
    case CE_MenuBarItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        painter->fillRect(option->rect, ours.sunken);
        if (option->state & (State_Selected | State_Sunken))
            box(*painter, option->rect, ours.selection, {});
        const int mnemonic = styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                                     : Qt::TextHideMnemonic;
        return drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, option->palette,
            option->state.testFlag(State_Enabled), item ? item->text : QString(), QPalette::ButtonText);
    }
    case CE_ShapedFrame:
        if (widget && widget->property("boxed").toBool())
            return field(*painter, *option);
        break;
    case CE_TabBarTabShape:
        return tabShape(*painter, *option);
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab label = *tab;
            const bool isStrong = tab->state & (State_Selected | State_MouseOver);
            label.palette.setColor(QPalette::WindowText, isStrong ? ours.ink : ours.inkSoft);
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    static constexpr double comboArrow = 3.5;
    static constexpr double spinArrow = 2.5;
    const auto part = [&](SubControl which) { return subControlRect(control, option, which, widget); };
    const QColor ink = colours(option->palette).inkSoft;
    switch (control) {
    case CC_ScrollBar:
        if (option->state.testFlag(State_Enabled))
            scrollBar(*painter, *option, part(SC_ScrollBarSlider));
        return;
    case CC_ComboBox:
        field(*painter, *option);
        return chevron(*painter, part(SC_ComboBoxArrow), ink, comboArrow);
    case CC_SpinBox:
        field(*painter, *option);
        if (part(SC_SpinBoxUp).isValid()) {
            chevron(*painter, part(SC_SpinBoxUp), ink, spinArrow, true);
            chevron(*painter, part(SC_SpinBoxDown), ink, spinArrow);
        }
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            flatButton(*painter, *option);
            QStyleOptionToolButton label = *button;
            label.rect.adjust(tight, tight, -tight, -tight);
            return drawControl(CE_ToolButtonLabel, &label, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace redoubt::look
