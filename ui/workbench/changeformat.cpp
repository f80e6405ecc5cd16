#include "ui/workbench/changeformat.h"

namespace redoubt {

QTextCharFormat changeFormat(TextRun::Kind kind, const look::Colours &colours)
{
    QTextCharFormat format;
    if (kind == TextRun::Kind::Removed) {
        format.setFontStrikeOut(true);
        format.setBackground(colours.removed);
    } else if (kind == TextRun::Kind::Added) {
        format.setFontUnderline(true);
        format.setBackground(colours.added);
    }
    return format;
}

} // namespace redoubt
