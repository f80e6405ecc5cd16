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
    static const QString sheet = uR"(
QToolTip { background: @raised; color: @ink; border: 1px solid @line; padding: 4px; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenuBar { background: @sunken; border: none; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @selection; }
QToolBar { background: @sunken; border: none; border-bottom: 1px solid @line; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: @line; width: 1px; margin: 4px 8px; }
QStatusBar { background: @sunken; border-top: 1px solid @line; color: @inkSoft; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @inkSoft; padding: 4px 8px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; background: transparent; }
QToolButton:hover { background: @selection; }
QToolButton:focus { border-color: @accent; }
QToolButton:pressed, QToolButton:checked { background: @selection; }
QToolButton::menu-indicator { image: none; }
QPushButton { border: 1px solid @line; border-radius: 4px; padding: 4px 16px; background: @raised; }
QPushButton:hover { border-color: @accent; }
QPushButton:focus { border-color: @accent; }
QPushButton:pressed { background: @selection; }
QPushButton:default { background: @accent; border-color: @accent; color: @onAccent; }
QPushButton:disabled { color: @inkSoft; }
QPushButton:default:disabled { background: @sunken; border-color: @line; color: @inkSoft; }
QLineEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox { border: 1px solid @line; border-radius: 4px; padding: 3px 6px; background: @raised; selection-background-color: @selection; selection-color: @ink; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus[boxed="true"] { border-color: @accent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/combo-arrow.svg); width: 12px; height: 12px; }
QLineEdit:read-only { background: transparent; }
QPlainTextEdit[boxed="true"] { border: 1px solid @line; border-radius: 4px; background: @raised; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @inkSoft; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none; width: 0; height: 0; }
QTabBar::tab { padding: 4px 12px; border: none; border-bottom: 2px solid transparent; color: @inkSoft; background: transparent; }
QTabBar::tab:selected { color: @ink; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @ink; }
)"_s;
    // Longer names first: @ink is the start of @inkSoft.
    const std::array roles{std::pair{"@paper"_L1, colours.paper}, std::pair{"@raised"_L1, colours.raised},
        std::pair{"@sunken"_L1, colours.sunken}, std::pair{"@line"_L1, colours.line},
        std::pair{"@inkSoft"_L1, colours.inkSoft}, std::pair{"@ink"_L1, colours.ink},
        std::pair{"@accent"_L1, colours.accent}, std::pair{"@selection"_L1, colours.selection},
        std::pair{"@onAccent"_L1, colours.onAccent}};
    QString filled = sheet;
    for (const auto &[role, colour] : roles)
        filled.replace(role, colour.name());
    return filled;
}

} // namespace redoubt::look
