#pragma once

#include "ui/look/look.h"

#include <QProxyStyle>

namespace redoubt::look {

/// Fusion with our own distances. Inner to ui/look.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returnData) const override;
};

/// What a style sheet says better than a style: flat tool bars, fields, thin splitters, tool tips.
[[nodiscard]] QString styleSheet(const Colours &colours);

} // namespace redoubt::look
