#include "ui/look/style.h"

using namespace Qt::StringLiterals;

namespace redoubt::look {

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    static constexpr int smallIcon = 16;
    switch (metric) {
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return tight;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return smallIcon;
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

QString styleSheet(const Colours &colours)
{
    // %1 paper, %2 raised, %3 sunken, %4 line, %5 ink, %6 ink soft, %7 accent, %8 selection
    static const QString sheet = uR"(
QToolTip { background: %2; color: %5; border: 1px solid %4; padding: 4px; }
QMainWindow::separator { background: %4; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: %7; }
QSplitter::handle { background: %4; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenuBar { background: %3; border: none; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: %8; }
QToolBar { background: %3; border: none; border-bottom: 1px solid %4; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: %4; width: 1px; margin: 4px 8px; }
QStatusBar { background: %3; border-top: 1px solid %4; color: %6; }
QStatusBar::item { border: none; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; background: transparent; }
QToolButton:hover { background: %8; }
QToolButton:focus { border-color: %7; }
QToolButton:pressed, QToolButton:checked { background: %8; }
QToolButton::menu-indicator { image: none; }
QPushButton { border: 1px solid %4; border-radius: 4px; padding: 4px 16px; background: %2; }
QPushButton:hover { border-color: %7; }
QPushButton:focus { border-color: %7; }
QPushButton:pressed { background: %8; }
QPushButton:default { background: %7; border-color: %7; color: %9; }
QPushButton:disabled { color: %6; }
QLineEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox { border: 1px solid %4; border-radius: 4px; padding: 3px 6px; background: %2; selection-background-color: %8; selection-color: %5; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus[boxed="true"] { border-color: %7; }
QLineEdit:read-only { background: transparent; }
QPlainTextEdit[boxed="true"] { border: 1px solid %4; border-radius: 4px; background: %2; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %4; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: %6; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none; width: 0; height: 0; }
QTabBar::tab { padding: 4px 12px; border: none; border-bottom: 2px solid transparent; color: %6; background: transparent; }
QTabBar::tab:selected { color: %5; border-bottom-color: %7; }
QTabBar::tab:hover { color: %5; }
)"_s;
    return sheet.arg(colours.paper.name(), colours.raised.name(), colours.sunken.name(), colours.line.name(),
        colours.ink.name(), colours.inkSoft.name(), colours.accent.name(), colours.selection.name(),
        colours.onAccent.name());
}

} // namespace redoubt::look
