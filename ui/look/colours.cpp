#include "ui/look/look.h"

#include <cmath>

namespace redoubt::look {

namespace {

QColor mixed(const QColor &of, const QColor &with, double share)
{
    const auto mix = [share](int a, int b) { return qRound(share * a + (1 - share) * b); };
    return {mix(of.red(), with.red()), mix(of.green(), with.green()), mix(of.blue(), with.blue())};
}

/// The colours of lanes, thinned by the paper until ink on them reads as on paper.
Colours withMarkers(Colours colours, double strong, double thin, double grey)
{
    const auto &lane = colours.lane;
    const auto thinned = [&](const QColor &colour, double share) { return mixed(colour, colours.paper, share); };
    const QColor violet = mixed(lane[0], lane[3], 0.5);
    colours.markers = {colours.marker, thinned(lane[1], strong), thinned(lane[3], strong), thinned(violet, strong),
        thinned(lane[0], strong), thinned(lane[5], thin), thinned(lane[2], strong), thinned(lane[7], grey)};
    return colours;
}

} // namespace

const Colours &light()
{
    static const Colours colours = withMarkers({
        .paper = QColor(0xfdfcfa),
        .raised = QColor(0xffffff),
        .sunken = QColor(0xf1efeb),
        .line = QColor(0xdcd8d0),
        .ink = QColor(0x1f2326),
        .inkSoft = QColor(0x52585d),
        .inkFaint = QColor(0x6c7278),
        .accent = QColor(0x0b5c63),
        .onAccent = QColor(0xffffff),
        .selection = QColor(0xcfe5e5),
        .related = QColor(0xeaf3f1),
        .marker = QColor(0xfbeaa8),
        .markers = {},
        .added = QColor(0xd7efdf),
        .removed = QColor(0xfadcd8),
        .exact = QColor(0x1c7a44),
        .altered = QColor(0x9a5b00),
        .notFound = QColor(0xb3261e),
        .nothing = QColor(0x6c7278),
        .lane = {QColor(0x0072b2), QColor(0xc75600), QColor(0x00835f), QColor(0xb0528a), QColor(0xa86f00),
            QColor(0x2383b8), QColor(0x7d7500), QColor(0x666c72)},
    }, 0.4, 0.2, 0.4);
    return colours;
}

const Colours &dark()
{
    static const Colours colours = withMarkers({
        .paper = QColor(0x1c1f22),
        .raised = QColor(0x25292d),
        .sunken = QColor(0x141618),
        .line = QColor(0x383d42),
        .ink = QColor(0xe6e4df),
        .inkSoft = QColor(0xb3b6b8),
        .inkFaint = QColor(0x8f959a),
        .accent = QColor(0x5cc0c4),
        .onAccent = QColor(0x0c1a1b),
        .selection = QColor(0x1f4a4d),
        .related = QColor(0x23302f),
        .marker = QColor(0x5a4d18),
        .markers = {},
        .added = QColor(0x1d4630),
        .removed = QColor(0x58302c),
        .exact = QColor(0x5fc98a),
        .altered = QColor(0xe5a94a),
        .notFound = QColor(0xf28b82),
        .nothing = QColor(0x8f959a),
        .lane = {QColor(0x58a8e0), QColor(0xf07b3a), QColor(0x2fbf95), QColor(0xdb91bb), QColor(0xe69f00),
            QColor(0x7cc7f2), QColor(0xe3d84a), QColor(0xa0a7ae)},
    }, 0.38, 0.26, 0.26);
    return colours;
}

const Colours &colours(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? dark() : light();
}

double contrast(const QColor &a, const QColor &b)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](const QColor &colour) {
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace redoubt::look
