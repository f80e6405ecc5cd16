#pragma once

#include <vector>

namespace redoubt {

/// A place where a line may end, in a paragraph measured in one long line.
struct BreakPlace
{
    int end = 0;          ///< the byte behind the last one of the line
    int next = 0;         ///< the first byte of the following line: spaces between are dropped
    double endWidth = 0;  ///< of all text up to `end`, with the hyphen if there is one
    double nextWidth = 0; ///< of all text up to `next`
    int endSpaces = 0;    ///< spaces that can stretch up to `end`
    int nextSpaces = 0;   ///< … and up to `next`
    double penalty = 0;   ///< 0 to 1: how unwelcome a break is here
    bool hyphen = false;
    bool forced = false; ///< a line must end here; the last place always is
};

struct BreakSettings
{
    double width = 0;
    double firstIndent = 0; ///< how much shorter the first line is
    double space = 1;       ///< the width of a space
    bool justified = true;
};

/// The places to break at, by their index, such that the spaces of the whole paragraph are as even as can be: the sum of
/// squared badness over its lines is the least. A line that cannot be made to fit stands out by its own length.
[[nodiscard]] std::vector<int> chooseBreaks(const std::vector<BreakPlace> &places, const BreakSettings &settings);

} // namespace redoubt
