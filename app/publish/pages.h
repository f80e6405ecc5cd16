#pragma once

#include "app/base/job.h"
#include "app/base/result.h"
#include "app/publish/publication.h"

#include <QByteArray>
#include <QList>
#include <QSizeF>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

typedef struct _cairo_scaled_font cairo_scaled_font_t;

namespace redoubt {

/// 0 to 1.
struct Colour
{
    double red = 0;
    double green = 0;
    double blue = 0;

    bool operator==(const Colour &) const = default;
};

/// Letters of one font and one colour, set on a baseline. Knows the text that each glyph stands for, so that it can be
/// searched and copied.
struct GlyphRun
{
    struct Glyph
    {
        quint32 index = 0;
        float x = 0; ///< from the page's left edge
        float y = 0; ///< the baseline, from the page's top
        bool operator==(const Glyph &) const = default;
    };
    struct Cluster
    {
        quint16 bytes = 0;
        quint16 glyphs = 0;
        bool operator==(const Cluster &) const = default;
    };
    std::shared_ptr<cairo_scaled_font_t> font;
    Colour colour;
    QByteArray text; ///< UTF-8, in logical order
    std::vector<Glyph> glyphs;
    std::vector<Cluster> clusters; ///< in logical order
    bool backward = false;         ///< the glyphs stand from right to left
};

/// A filled shape: a rectangle (with `round` corners), from one colour to another across or down when they differ in
/// opacity.
struct Shape
{
    double x = 0, y = 0, width = 0, height = 0;
    Colour colour;
    double opacity = 1;
    double endOpacity = 1; ///< at the right edge; unlike `opacity` makes it a fade
    double round = 0;
};

using Mark = std::variant<GlyphRun, Shape>;

/// Where a link goes, or what is linked to.
struct LinkTarget
{
    QString address;  ///< outside: http, https or mailto, percent-encoded; empty for inside
    int element = -1; ///< inside: the element that it goes to
    bool operator==(const LinkTarget &) const = default;
};

/// A part of the document's meaning. Elements make a tree whose order is the order of reading, whatever page their
/// pieces stand on.
struct Element
{
    enum class Role {
        Document, H1, H2, H3, P, L, LI, Lbl, LBody, BlockQuote, Code, Table, TR, TH, TD, Figure, Caption, Note, Reference, Link, Span, Sect,
    };
    /// A child element, or a piece: its number in `piece`.
    struct Kid
    {
        int element = -1;
        int piece = -1;
    };
    Role role = Role::P;
    int parent = -1;
    std::vector<Kid> kids;
    QString alternative; ///< of a Figure
    LinkTarget target;   ///< of a Link
    enum class Rule { None, Under, Through };
    Rule rule = Rule::None; ///< a line under or through the letters of a Span and all below it
    bool headsRow = false; ///< a TH that is its row's, not its column's
    bool ordered = false; ///< of an L
};

/// Marks that stand together and mean one thing: a line of a paragraph, a cell's line, a figure.
struct Piece
{
    int number = -1;  ///< unique in Pages
    int element = -1; ///< none: decoration, a running head, a repeated table header
    double x = 0, y = 0, width = 0, height = 0; ///< the box, from the page's top left corner, in points
    std::vector<Mark> marks;
    qsizetype source = -1;   ///< where its text, or what it is made for, stands in the brief's text; -1: not of the text
    bool isVerbatim = false; ///< its letters follow each other in the brief's text from `source` on
};

struct SetPage
{
    std::vector<Piece> pieces; ///< in the order of drawing
};

/// A heading for the bookmarks.
struct Bookmark
{
    QString title;
    int level = 1;
    int page = 0; ///< from 0
    double y = 0;
};

/// A publication set in type.
struct Pages
{
    QSizeF size; ///< points
    std::vector<SetPage> pages;
    std::vector<Element> elements; ///< the first is the Document
    std::vector<Bookmark> bookmarks;
};

enum class Paper { A4, Letter };

/// Sets a publication: justified and hyphenated on a baseline grid, with footnotes on the page where they are cited (one
/// that is longer than the page goes on at the next), no first or last line of a paragraph alone, headings with what
/// follows, tables that repeat their header and never split a row, figures that wait for the next page when they do not
/// fit. Takes the typefaces that are there (Libertine or STIX, Inter; Noto for other scripts). The same publication
/// gives the same pages. May be called from any thread; fails only with Error::Kind::Cancelled.
[[nodiscard]] Result<Pages> setInPages(const Publication &publication, Paper paper, JobState *job = nullptr);

/// The pages as text, for tests and for people: a line for each piece with its place, role and letters.
[[nodiscard]] QString dump(const Pages &pages);

} // namespace redoubt
