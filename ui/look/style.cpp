#include "ui/look/style.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt::look {

namespace {

constexpr int fieldSide = 7;
constexpr int arrowWidth = 20;
constexpr int smallestHandle = 24;

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect whole = bar.rect;
    if (part == QStyle::SC_ScrollBarGroove)
        return whole;
    const bool across = bar.orientation == Qt::Horizontal;
    const int length = across ? whole.width() : whole.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(bar.pageStep) * length / (range + bar.pageStep)),
            std::min(smallestHandle, length), length);
    const int start = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto span = [&](int from, int size) {
        const QRect rect = across ? QRect(whole.x() + from, whole.y(), size, whole.height())
                                  : QRect(whole.x(), whole.y() + from, whole.width(), size);
        return QStyle::visualRect(bar.direction, whole, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return span(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + handle, length - start - handle);
    default:
        return {};
    }
}

QRect spinBoxPart(const QStyleOptionSpinBox &spin, QStyle::SubControl part)
{
    const bool hasButtons = spin.buttonSymbols != QAbstractSpinBox::NoButtons;
    const QRect whole = spin.rect;
    QRect wanted = whole;
    if (part == QStyle::SC_SpinBoxEditField) {
        wanted.adjust(fieldSide, tight, hasButtons ? -arrowWidth : -fieldSide, -tight);
    } else if (part != QStyle::SC_SpinBoxFrame) {
        if (!hasButtons)
            return {};
        wanted.setLeft(whole.right() - arrowWidth);
        if (part == QStyle::SC_SpinBoxUp)
            wanted.setBottom(whole.center().y());
        else
            wanted.setTop(whole.center().y() + 1);
    }
    return QStyle::visualRect(spin.direction, whole, wanted);
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    // Our own symbols: the first look into the system's icon themes takes a third of the start.
    switch (standard) {
    case SP_LineEditClearButton:
    case SP_DockWidgetCloseButton:
    case SP_TitleBarCloseButton:
        return icon(u"close"_s);
    case SP_TitleBarNormalButton:
        return icon(u"fit"_s);
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton:
        return icon(u"more"_s);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    static constexpr int smallIcon = 16;
    static constexpr int scrollBar = 10;
    static constexpr int tabSides = 24;
    static constexpr int tabEnds = 10;
    switch (metric) {
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return hair;
    case PM_ScrollBarExtent:
        return scrollBar;
    case PM_ScrollBarSliderMin:
        return smallestHandle;
    case PM_ToolBarItemSpacing:
        return tight;
    case PM_ToolBarFrameWidth:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ToolBarSeparatorExtent:
        return 2 * related + hair;
    case PM_TabBarTabHSpace:
        return tabSides;
    case PM_TabBarTabVSpace:
        return tabEnds;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return smallIcon;
    case PM_HeaderMargin:
    case PM_ToolBarItemMargin:
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return related;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar *>(widget)) {
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(widget); text && text->property("boxed").toBool()) {
        text->viewport()->setBackgroundRole(QPalette::Button);
    }
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_MenuBarItem:
        return size + QSize(2 * related, 2 * tight);
    case CT_ToolButton:
        return size + QSize(2 * (tight + hair), 2 * (tight + hair));
    case CT_PushButton:
        return size + QSize(2 * (group + hair), 2 * (tight + hair));
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth <= 0)
            return size;
        return size + QSize(2 * fieldSide, 2 * tight);
    case CT_ComboBox:
        return size + QSize(2 * fieldSide + arrowWidth, 2 * tight);
    case CT_SpinBox:
        return size + QSize(2 * fieldSide + arrowWidth, 2 * tight);
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element != SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame && frame->lineWidth <= 0)
        return option->rect;
    return option->rect.adjusted(fieldSide, tight, -fieldSide, -tight);
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_ScrollBar)
        return scrollBarPart(*slider, part);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        return spinBoxPart(*spin, part);
    if (control == CC_ComboBox && part != SC_ComboBoxListBoxPopup) {
        const QRect whole = option->rect;
        QRect wanted = whole;
        if (part == SC_ComboBoxEditField)
            wanted.adjust(fieldSide, tight, -arrowWidth - hair, -tight);
        else if (part == SC_ComboBoxArrow)
            wanted.setLeft(whole.right() - arrowWidth);
        return visualRect(option->direction, whole, wanted);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace redoubt::look
