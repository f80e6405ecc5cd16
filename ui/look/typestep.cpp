#include "ui/look/typestep.h"

#include <cmath>

namespace redoubt::look {

QFont stepped(QFont font, int steps)
{
    static constexpr double step = 1.1;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * std::pow(step, steps));
    return font;
}

} // namespace redoubt::look
