#pragma once

#include "app/publish/pages.h"

namespace redoubt {

/// How a piece of text looks on paper. Sizes are points.
struct TextStyle
{
    enum class Face { Serif, Sans, Mono };
    Face face = Face::Serif;
    double size = 10.5;
    int weight = 400;
    bool italic = false;
    Colour colour{0.11, 0.13, 0.14};
    double rise = 0;          ///< above the baseline
    double letterSpacing = 0;
    bool tabular = false; ///< numbers of one width

    bool operator==(const TextStyle &) const = default;
};

/// The house style of a printed brief: the only place of this room with a size or a colour.
namespace style {

inline constexpr Colour ink{0.11, 0.13, 0.14};
inline constexpr Colour soft{0.36, 0.40, 0.42};
inline constexpr Colour faint{0.80, 0.83, 0.84};
inline constexpr Colour accent{0.02, 0.34, 0.38};
inline constexpr Colour wash{0.945, 0.962, 0.962};

/// Leading of the text; everything that is not text takes whole lines of it.
inline constexpr double line = 14.5;
inline constexpr double topMargin = 87;
inline constexpr double bottomMargin = 80;
inline constexpr double sideMargin = 70;
/// The text stands to the right of an empty margin column; tables and figures take both.
inline constexpr double marginColumn = 92;

inline constexpr TextStyle body{};
inline constexpr TextStyle title{.size = 27, .weight = 700};
inline constexpr TextStyle subtitle{.size = 14.5, .italic = true, .colour = soft};
inline constexpr TextStyle summary{.size = 12, .colour = accent};
inline constexpr TextStyle byline{.face = TextStyle::Face::Sans, .size = 8.5, .weight = 600};
inline constexpr TextStyle meta{.face = TextStyle::Face::Sans, .size = 8.5, .colour = soft, .tabular = true};
inline constexpr TextStyle heading1{.face = TextStyle::Face::Sans, .size = 14, .weight = 650, .colour = accent};
inline constexpr TextStyle heading2{.face = TextStyle::Face::Sans, .size = 10.5, .weight = 650};
inline constexpr TextStyle heading3{.size = 10.5, .weight = 700, .italic = true};
inline constexpr TextStyle quotation{.size = 10.5};
inline constexpr TextStyle note{.size = 8.4};
inline constexpr double noteLine = 10.6;
inline constexpr TextStyle label{.face = TextStyle::Face::Sans, .size = 6.8, .weight = 600, .colour = accent, .letterSpacing = 0.75};
inline constexpr TextStyle caption{.face = TextStyle::Face::Sans, .size = 8, .colour = soft};
inline constexpr TextStyle table{.face = TextStyle::Face::Sans, .size = 7.9};
inline constexpr TextStyle tableHead{.face = TextStyle::Face::Sans, .size = 6.8, .weight = 600, .colour = soft, .letterSpacing = 0.4};
inline constexpr double tableLine = 11;
inline constexpr TextStyle code{.face = TextStyle::Face::Mono, .size = 8.4};
inline constexpr double codeLine = 11.5;
inline constexpr TextStyle running{.face = TextStyle::Face::Sans, .size = 7.4, .colour = soft, .tabular = true};

} // namespace style

} // namespace redoubt
