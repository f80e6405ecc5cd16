#pragma once

#include "app/sources/page/classwords.h"
#include "app/sources/page/parsearena.h"
#include "app/sources/page/preparedmarkup.h"

#include <QString>
#include <gumbo.h>

#include <limits>
#include <memory>
#include <vector>

namespace redoubt {

/// How long a text is with its white space collapsed, counted piece by piece in its order.
struct TextLength
{
    qsizetype solid = 0; ///< characters that are no white space
    qsizetype gaps = 0;  ///< white space between them
    bool beginsWithSpace = false;
    bool endsWithSpace = false; ///< of a blank text: there is some at all

    [[nodiscard]] qsizetype length() const { return solid + gaps; }
    [[nodiscard]] bool isBlank() const { return solid == 0; }
    void append(const TextLength &next);
};

/// White space as in HTML and in JavaScript: that of Unicode, and the zero-width no-break space.
[[nodiscard]] bool isBlankCharacter(QChar c);

/// The tree of a page that is cut and rearranged until its main text is left. Nodes are numbers; copying it copies the
/// shape only, texts and attributes are shared.
class PageTree
{
public:
    using Index = qint32;
    static constexpr Index none = -1;

    /// What is deeper than `deepestNesting` becomes a child of the element at that depth.
    explicit PageTree(const PreparedMarkup &markup);

    struct Text
    {
        QString text;
        TextLength length;
        int commas = 0;      ///< of any script
        int plainCommas = 0; ///< ","
    };

    [[nodiscard]] Index root() const { return 0; } ///< html
    [[nodiscard]] Index body() const { return m_body; }

    [[nodiscard]] bool isElement(Index node) const { return at(node).kind == Kind::Element; }
    [[nodiscard]] bool isText(Index node) const { return at(node).kind == Kind::Text; }
    [[nodiscard]] bool is(Index node, GumboTag tag) const { return isElement(node) && at(node).tag == tag; }
    /// Of an element; GUMBO_TAG_LAST for others.
    [[nodiscard]] GumboTag tag(Index node) const { return at(node).tag; }
    void setTag(Index node, GumboTag tag) { at(node).tag = tag; }

    [[nodiscard]] Index parent(Index node) const { return at(node).parent; }
    [[nodiscard]] Index first(Index node) const { return at(node).first; }
    [[nodiscard]] Index last(Index node) const { return at(node).last; }
    [[nodiscard]] Index next(Index node) const { return at(node).next; }
    [[nodiscard]] Index previous(Index node) const { return at(node).previous; }
    [[nodiscard]] Index firstElement(Index node) const { return elementFrom(first(node)); }
    [[nodiscard]] Index nextElement(Index node) const { return elementFrom(next(node)); }
    /// 0, 1, or 2 for more.
    [[nodiscard]] int elementCount(Index node) const;

    /// The next in the document's order, `none` behind the last one inside of `top`.
    [[nodiscard]] Index following(Index node, Index top) const;
    [[nodiscard]] Index followingBehind(Index node, Index top) const;
    /// The elements of one of these tags inside of `top`, in the document's order.
    [[nodiscard]] std::vector<Index> elements(Index top, std::initializer_list<GumboTag> tags) const;
    /// Whether one of the ancestors has the tag; only the nearest `levels` of them when that is not 0.
    [[nodiscard]] bool isInside(Index node, GumboTag tag, int levels = 0) const;

    [[nodiscard]] Index addElement(GumboTag tag);
    void append(Index parent, Index node);
    void replace(Index node, Index by);
    void remove(Index node);

    [[nodiscard]] const Text &text(Index node) const { return m_shared->texts[size_t(at(node).content)]; }
    [[nodiscard]] bool isBlank(Index node) const { return isText(node) ? text(node).length.isBlank() : is(node, GUMBO_TAG_BR); }
    [[nodiscard]] const ClassSigns &signs(Index node) const { return m_shared->attributes[size_t(at(node).content)].signs; }
    /// Empty when there is none; `has` tells whether there is.
    [[nodiscard]] QByteArrayView attribute(Index node, const char *name) const;
    [[nodiscard]] bool has(Index node, const char *name) const;
    [[nodiscard]] bool hasAttributeLike(Index node, bool (*fits)(QByteArrayView value)) const;

    /// Everything that is said inside of `node`, as it stands, and with its white space collapsed.
    [[nodiscard]] QString wholeText(Index node) const;
    [[nodiscard]] TextLength length(Index node) const;
    /// Whether what is said inside of `node` has fewer characters; white space at its ends does not count.
    [[nodiscard]] bool isShorter(Index node, qsizetype characters) const;

    // What the choice of the main text notes of a node.
    [[nodiscard]] bool isScored(Index node) const { return at(node).score > unscored; }
    [[nodiscard]] double score(Index node) const { return at(node).score; }
    void setScore(Index node, double score) { at(node).score = score; }
    [[nodiscard]] bool isDataTable(Index node) const { return at(node).isDataTable; }
    void setDataTable(Index node) { at(node).isDataTable = true; }

private:
    enum class Kind : quint8 { Element, Text, Comment };
    static constexpr double unscored = std::numeric_limits<double>::lowest();

    struct Node
    {
        Index parent = none, first = none, last = none, previous = none, next = none;
        qint32 content = 0; ///< of an element its attributes, of a text its text
        GumboTag tag = GUMBO_TAG_LAST;
        Kind kind = Kind::Element;
        bool isDataTable = false;
        double score = unscored;
    };

    struct Attributes
    {
        const GumboVector *all = nullptr;
        ClassSigns signs;
    };

    struct Shared
    {
        explicit Shared(const QByteArray &utf8);
        Q_DISABLE_COPY_MOVE(Shared)

        QByteArray utf8; // what the parser's tree points into
        ParseArena arena; // and where it lies
        const GumboOutput *output;
        std::vector<Text> texts;
        std::vector<Attributes> attributes;
    };

    Node &at(Index node) { return m_nodes[size_t(node)]; }
    [[nodiscard]] const Node &at(Index node) const { return m_nodes[size_t(node)]; }
    [[nodiscard]] Index elementFrom(Index node) const;
    [[nodiscard]] const GumboVector *attributes(Index node) const;
    Index add(const GumboNode *source, const std::vector<QByteArrayView> &texts);
    void read(const GumboNode *html, const std::vector<QByteArrayView> &texts);

    std::shared_ptr<Shared> m_shared;
    std::vector<Node> m_nodes;
    Index m_body = none;
};

} // namespace redoubt
