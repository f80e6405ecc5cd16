#include "app/publish/flow.h"
#include "app/publish/style.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace redoubt {

namespace {

constexpr double noteGap = 13; ///< between the text and the first footnote, with the rule in it
constexpr double noteRuleWidth = 54;
/// Notes that go on from the page before leave at least the rest to the text.
constexpr double mostCarriedNotes = 0.6;

class Paginator
{
public:
    Paginator(Flow flow, QSizeF size) : m_flow(std::move(flow)), m_height(size.height() - style::topMargin - style::bottomMargin)
    {
        m_pages.size = size;
    }

    Pages run()
    {
        startPage();
        for (size_t first = 0; first < m_flow.strips.size();) {
            size_t end = first + 1;
            while (end < m_flow.strips.size() && m_flow.strips[end - 1].keepWithNext)
                ++end;
            add(first, end);
            first = end;
        }
        finishPage();
        while (!m_floats.empty() || !m_carried.empty()) {
            startPage();
            finishPage();
        }
        m_pages.elements = std::move(m_flow.elements);
        m_pages.bookmarks = std::move(m_flow.bookmarks);
        return std::move(m_pages);
    }

private:
    /// Where a strip would stand below `y`.
    [[nodiscard]] static double placeBelow(double y, const Strip &strip)
    {
        const double top = y > 0 ? y + strip.before : 0;
        return strip.onGrid ? std::ceil(top / style::line - 0.001) * style::line : top;
    }

    [[nodiscard]] double bottomOf(size_t first, size_t end) const
    {
        double y = m_y;
        if (m_isFresh && m_flow.strips[first].header >= 0) {
            for (const Strip &header : m_flow.headers[size_t(m_flow.strips[first].header)])
                y = placeBelow(y, header) + header.height;
        }
        for (size_t i = first; i < end; ++i)
            y = placeBelow(y, m_flow.strips[i]) + m_flow.strips[i].height;
        return y;
    }

    [[nodiscard]] double noteHeight(const std::vector<int> &notes) const
    {
        double height = 0;
        for (const int note : notes) {
            for (const Strip &line : m_flow.notes[size_t(note)])
                height += line.height;
        }
        return height;
    }

    [[nodiscard]] static double roomFor(double noteLines) { return noteLines > 0 ? noteLines + noteGap : 0; }

    void add(size_t first, size_t end)
    {
        const auto fits = [&] {
            double notes = m_noteHeight;
            for (size_t i = first; i < end; ++i)
                notes += noteHeight(m_flow.strips[i].notes);
            return bottomOf(first, end) + roomFor(notes) <= m_height + 0.01;
        };
        if (!fits() && m_flow.strips[first].floats && m_y > 0) {
            m_floats.push_back({first, end});
            return;
        }
        if (!fits() && m_y > 0) {
            finishPage();
            startPage();
        }
        // What is longer than a page goes on strip by strip.
        const bool whole = fits();
        for (size_t i = first; i < end; ++i) {
            if (!whole && m_y > 0 && bottomOf(i, i + 1) + roomFor(m_noteHeight) > m_height) {
                finishPage();
                startPage();
            }
            place(i);
        }
    }

    void place(size_t index)
    {
        Strip &strip = m_flow.strips[index];
        if (m_isFresh && strip.header >= 0) {
            for (const Strip &header : m_flow.headers[size_t(strip.header)])
                draw(header, true);
        }
        m_isFresh = false;
        const std::vector<int> notes = strip.notes;
        draw(std::move(strip), false);
        for (const int note : notes) {
            for (Strip &line : m_flow.notes[size_t(note)]) {
                m_noteHeight += line.height;
                m_notes.push_back(std::move(line));
            }
            m_flow.notes[size_t(note)].clear();
        }
        strip = {};
    }

    void draw(Strip strip, bool repeated)
    {
        const double top = placeBelow(m_y, strip);
        for (Piece &piece : strip.pieces) {
            if (repeated) {
                piece.element = -1;
                piece.number = -1;
            }
            drawPiece(std::move(piece), top + style::topMargin);
        }
        if (strip.bookmark >= 0 && !repeated) {
            Bookmark &bookmark = m_flow.bookmarks[size_t(strip.bookmark)];
            bookmark.page = int(m_pages.pages.size()) - 1;
            bookmark.y = top + style::topMargin;
        }
        m_y = top + strip.height;
    }

    void drawPiece(Piece piece, double by)
    {
        movePiece(piece, by);
        m_pages.pages.back().pieces.push_back(std::move(piece));
    }

    void startPage()
    {
        m_pages.pages.emplace_back();
        m_y = 0;
        m_noteHeight = 0;
        m_isFresh = false;
        while (!m_carried.empty() && m_noteHeight + m_carried.front().height < m_height * mostCarriedNotes) {
            m_noteHeight += m_carried.front().height;
            m_notes.push_back(std::move(m_carried.front()));
            m_carried.pop_front();
        }
        while (!m_floats.empty()) {
            const auto [first, end] = m_floats.front();
            if (m_y > 0 && bottomOf(first, end) + roomFor(m_noteHeight) > m_height)
                break;
            m_floats.pop_front();
            for (size_t i = first; i < end; ++i)
                place(i);
        }
        m_isFresh = true;
    }

    /// Notes stand at the foot; those that have no room there wait for the next page.
    void finishPage()
    {
        const double room = m_height - m_y - noteGap;
        double used = 0;
        size_t fitting = 0;
        while (fitting < m_notes.size() && (used + m_notes[fitting].height <= room + 0.01 || (fitting == 0 && m_y == 0))) {
            used += m_notes[fitting].height;
            ++fitting;
        }
        if (fitting > 0) {
            double y = style::topMargin + m_height - used;
            Piece rule;
            rule.marks.push_back(Shape{.x = style::sideMargin + style::marginColumn, .y = y - noteGap / 2, .width = noteRuleWidth,
                .height = 0.5, .colour = style::accent});
            m_pages.pages.back().pieces.push_back(std::move(rule));
            for (size_t i = 0; i < fitting; ++i) {
                for (Piece &piece : m_notes[i].pieces)
                    drawPiece(std::move(piece), y);
                y += m_notes[i].height;
            }
        }
        for (size_t i = m_notes.size(); i > fitting; --i)
            m_carried.push_front(std::move(m_notes[i - 1]));
        m_notes.clear();
    }

    Flow m_flow;
    Pages m_pages;
    double m_height;
    double m_y = 0;
    double m_noteHeight = 0;
    bool m_isFresh = true; ///< nothing but floats stands on the page: a table that goes on repeats its header
    std::vector<Strip> m_notes; ///< the lines of this page's footnotes
    std::deque<Strip> m_carried;
    std::deque<std::pair<size_t, size_t>> m_floats;
};

} // namespace

void movePiece(Piece &piece, double by)
{
    piece.y += by;
    for (Mark &mark : piece.marks) {
        if (auto *run = std::get_if<GlyphRun>(&mark)) {
            for (GlyphRun::Glyph &glyph : run->glyphs)
                glyph.y += float(by);
        } else {
            std::get<Shape>(mark).y += by;
        }
    }
}

Pages paginate(Flow flow, QSizeF size)
{
    return Paginator(std::move(flow), size).run();
}

} // namespace redoubt
