#pragma once

#include "app/brief/citation.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace redoubt {

/// What stands in braces behind a heading, a fence or `:::`: `{.received #a-different-read from=2022}`.
struct Attributes
{
    QString id;
    QStringList classes;
    QList<std::pair<QString, QString>> values; ///< in their order; quotation marks are taken off

    [[nodiscard]] QString value(QStringView name) const; ///< empty when not there
    [[nodiscard]] bool isEmpty() const { return id.isEmpty() && classes.isEmpty() && values.isEmpty(); }

    bool operator==(const Attributes &) const = default;
};

/// Reads `{…}`, braces included; `{timeline}` and `{.timeline}` are the same class. Nothing when it is not a list of attributes.
[[nodiscard]] std::optional<Attributes> readAttributes(QStringView braces);

/// What a section of a brief is for. Written as a class of its heading.
enum class SectionRole { None, Incident, Received, Different, Watch };

/// The class of a heading that stands for each role.
[[nodiscard]] const QList<std::pair<QString, SectionRole>> &roleClasses();

/// The role that a heading's classes give it.
[[nodiscard]] SectionRole sectionRole(const Attributes &attributes);

/// A piece of running text.
struct Span
{
    enum class Kind {
        Text,              ///< text. Maps to its range character by character when both are equally long; else (an
                           ///< entity, an escaped mark) the range stands for the text as a whole
        Emphasis,          ///< children
        Strong,            ///< children
        Strikeout,         ///< children
        Code,              ///< text
        Link,              ///< children, address, title. The address is as written: not yet judged safe
        ProjectLink,       ///< children, address ("event:galati-strike", "indicator:severance"), title
        Image,             ///< children (its alternative text), address, title
        Citation,          ///< citation; text is its source
        FootnoteReference, ///< text: the label of a footnote that the document has
        SoftBreak,         ///< a line end in the source
        HardBreak,         ///< a line end that is meant
        Raw,               ///< text: HTML, kept as it is and never interpreted
    };
    Kind kind = Kind::Text;
    TextRange range; ///< with its marks (`*`, brackets, backticks, address)
    QString text;
    QString address;
    QString title;
    CitationCluster citation;
    QList<Span> children;

    bool operator==(const Span &other) const;
};

/// A block of a brief. Which members count is said at each kind; the others are empty.
struct Block
{
    enum class Kind {
        Heading,       ///< spans, level, role, attributes
        Paragraph,     ///< spans
        List,          ///< children (each a ListItem), ordered, tight, start
        ListItem,      ///< children
        BlockQuote,    ///< children
        Table,         ///< rows, columns; the first headerRows rows are the header
        Code,          ///< text, content, language, attributes
        Argdown,       ///< text, content: a fence of Argdown
        Timeline,      ///< `::: {.timeline from=2022 to=2026 lanes="Incidents,Responses"}`: attributes, children
        WatchList,     ///< `::: {.watchlist}`: attributes, children
        Div,           ///< any other `:::`: attributes, children
        ThematicBreak, ///< nothing
        Raw,           ///< text: HTML, kept as it is and never interpreted
        Footnote,      ///< text: its label; children. Stands among the blocks where it was written
    };
    enum class Align { Default, Left, Centre, Right };
    struct Cell
    {
        QList<Span> spans;
        bool operator==(const Cell &other) const;
    };

    Kind kind = Kind::Paragraph;
    TextRange range; ///< from its first mark to its last, without the line end behind it
    QList<Span> spans;
    QList<Block> children;
    Attributes attributes;
    int level = 0; ///< 1 to 6
    SectionRole role = SectionRole::None;
    bool ordered = false;
    bool tight = false; ///< no blank line between the items
    int start = 1;      ///< the number of the first item
    QList<Align> columns;
    QList<QList<Cell>> rows;
    int headerRows = 0;
    QString text;
    QString language;
    TextRange content; ///< where `text` stands: the lines between the fences, with the last line's end. Lines of a
                       ///< fence inside a list or a quotation have their indents and marks in the range, not in the text

    bool operator==(const Block &other) const;
};

/// A brief's text as blocks. What cannot be read as anything else is a paragraph of text: nothing is lost and
/// reading never fails.
struct Document
{
    QList<std::pair<QString, QString>> metadata; ///< the plain `name: value` lines between `---` at the start
    TextRange metadataRange;                     ///< with both `---` lines
    QList<Block> blocks;
    bool complete = true; ///< false when the text was over the limit and the rest is in one Raw block, unread

    [[nodiscard]] QString metadataValue(QStringView name) const; ///< empty when not there
    bool operator==(const Document &) const = default;
};

/// Reads Markdown as Pandoc does: CommonMark with tables and ~~strikeout~~ (md4c), and on top of it metadata, heading
/// attributes, `:::` divs and footnote definitions (at the margin, not inside a list or a quotation) and citations.
/// Nesting goes 256 deep; what is deeper is read as content of the 256th level. Takes linear time and may be called
/// from any thread. Text beyond 16 Mi characters is not read as Markdown (see Document::complete).
[[nodiscard]] Document readDocument(QStringView text);

/// One line of the outline.
struct OutlineEntry
{
    QString text;
    int level = 1;
    SectionRole role = SectionRole::None; ///< its own, or that of the section it belongs to
    TextRange heading;
    TextRange section; ///< from the heading to the next one of its level or above
    int target = 0;    ///< words that it is meant to have (wordtarget.h); 0 when that is not said

    bool operator==(const OutlineEntry &) const = default;
};

[[nodiscard]] QList<OutlineEntry> outline(const Document &document);

/// Every citation in the order of the text, those in footnotes and tables too. Argdown is not looked into.
[[nodiscard]] QList<CitationCluster> citations(const Document &document);

/// The words that a reader reads: headings, paragraphs, quotations, lists, tables and footnotes; no citations, no code,
/// no Argdown, no metadata.
[[nodiscard]] int wordCount(const Document &document);

/// The letters of running text without any marks; a break is a space, a citation is nothing.
[[nodiscard]] QString plainText(const QList<Span> &spans);

/// An indented text of the blocks with their positions, for tests and for people.
[[nodiscard]] QString dump(const Document &document);

} // namespace redoubt
