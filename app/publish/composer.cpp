#include "app/publish/composer.h"

#include <QRegularExpression>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr double headingLine = 19;
constexpr double listIndent = 15;
constexpr double quotationIndent = 18;
constexpr double codePadding = 6;
// Lines under and through letters: above the baseline and as thick as, in sizes of the text.
constexpr double underline = -0.14;
constexpr double strike = 0.29;
constexpr double thickness = 0.06;

void gatherFootnotes(const QList<Block> &blocks, QHash<QString, const Block *> &footnotes)
{
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Footnote && !footnotes.contains(block.text))
            footnotes.insert(block.text, &block);
        gatherFootnotes(block.children, footnotes);
    }
}

int highestLevel(const QList<Block> &blocks)
{
    int level = 6;
    for (const Block &block : blocks)
        level = std::min(level, block.kind == Block::Kind::Heading ? block.level : highestLevel(block.children));
    return level;
}

double baselineIn(double line, const TextStyle &style)
{
    return line / 2 + style.size * 0.33;
}

} // namespace

Composer::Composer(const Publication &publication, QSizeF size)
    : m_publication(publication), m_typesetter(publication.language), m_left(style::sideMargin),
      m_width(size.width() - 2 * style::sideMargin)
{
    m_body.x = m_left + style::marginColumn;
    m_body.width = m_width - style::marginColumn;
    m_body.parent = element(Element::Role::Document, -1);
    m_attached[0] = true;
    m_topLevel = highestLevel(publication.text.blocks);
    gatherFootnotes(publication.text.blocks, m_footnotes);
    for (const PublishedSource &source : publication.sources)
        m_sources.insert(source.key, &source);
}

std::optional<Flow> Composer::compose(JobState *job)
{
    m_job = job;
    addTitleBlock();
    addBlocks(m_publication.text.blocks, m_body);
    m_source = -1;
    if (!m_hasChronology && !m_publication.events.isEmpty()) {
        addSectionHeading(QCoreApplication::translate("redoubt::Pages", "Chronology"));
        addChronology({});
    }
    if (!m_hasWatchList && !m_publication.watchList.isEmpty()) {
        addSectionHeading(QCoreApplication::translate("redoubt::Pages", "Watch list"));
        addWatchList();
    }
    addEndnotes();
    addSources();
    addLikelihood();
    addChanges();
    resolveLinks();
    if (m_stopped)
        return {};
    return std::move(m_flow);
}

bool Composer::proceeds()
{
    ++m_done;
    if (m_job) {
        m_job->setProgress(0.6 * double(m_done) / double(std::max(m_done, m_publication.text.blocks.size() + 1)));
        m_stopped = m_stopped || m_job->isStopped();
    }
    return !m_stopped;
}

int Composer::element(Element::Role role, int parent)
{
    Element made;
    made.role = role;
    made.parent = parent;
    m_flow.elements.push_back(std::move(made));
    m_attached.push_back(false);
    return int(m_flow.elements.size()) - 1;
}

/// An element takes its place among its siblings with its first content: that is the order of reading.
void Composer::attach(int element)
{
    if (element < 0 || m_attached[size_t(element)])
        return;
    const int parent = m_flow.elements[size_t(element)].parent;
    attach(parent);
    m_attached[size_t(element)] = true;
    m_flow.elements[size_t(parent)].kids.push_back({element, -1});
}

Piece Composer::piece(int element)
{
    Piece made;
    made.element = element;
    if (element >= 0) {
        made.number = m_flow.pieceCount++;
        attach(element);
        m_flow.elements[size_t(element)].kids.push_back({-1, made.number});
    }
    return made;
}

/// Its own, or that of what it stands in.
Element::Rule Composer::ruleOf(int element) const
{
    for (; element >= 0; element = m_flow.elements[size_t(element)].parent) {
        const Element &made = m_flow.elements[size_t(element)];
        if (made.rule != Element::Rule::None || made.role == Element::Role::P)
            return made.rule;
    }
    return Element::Rule::None;
}

Strip Composer::lineStrip(SetLine &line, const Frame &frame, double baseline)
{
    Strip strip;
    strip.height = frame.line;
    if (!m_publication.endnotes)
        strip.notes = line.notes;
    if (frame.wash || frame.bar >= 0) {
        Piece decoration;
        if (frame.wash)
            decoration.marks.push_back(Shape{.x = frame.x - codePadding, .width = frame.width + 2 * codePadding,
                .height = frame.line + 0.2, .colour = style::wash});
        if (frame.bar >= 0)
            decoration.marks.push_back(Shape{.x = frame.bar, .width = 1.4, .height = frame.line + 0.2, .colour = style::accent});
        strip.pieces.push_back(std::move(decoration));
    }
    for (LinePart &part : line.parts) {
        Piece made = piece(part.element);
        made.x = frame.x + part.x;
        made.width = part.width;
        made.height = frame.line;
        made.isVerbatim = part.source >= 0;
        made.source = made.isVerbatim ? part.source : m_source;
        for (GlyphRun &run : part.runs) {
            for (GlyphRun::Glyph &glyph : run.glyphs) {
                glyph.x += float(frame.x);
                glyph.y += float(baseline);
            }
            made.marks.push_back(std::move(run));
        }
        if (const Element::Rule rule = ruleOf(part.element); rule != Element::Rule::None) {
            const double above = rule == Element::Rule::Under ? underline : strike;
            made.marks.push_back(Shape{.x = made.x, .y = baseline - above * frame.text.size, .width = part.width,
                .height = thickness * frame.text.size, .colour = style::ink});
        }
        strip.pieces.push_back(std::move(made));
    }
    return strip;
}

void Composer::addParagraph(const Texts &texts, const Frame &frame, ParagraphSettings settings, double before)
{
    settings.width = frame.width;
    std::vector<SetLine> lines = m_typesetter.set(texts, settings);
    const TextStyle &style = texts.empty() ? frame.text : texts.front().style;
    for (size_t i = 0; i < lines.size(); ++i) {
        Strip strip = lineStrip(lines[i], frame, baselineIn(frame.line, style));
        strip.before = i == 0 ? before : 0;
        strip.onGrid = frame.line == style::line && i == 0;
        // No first or last line alone.
        strip.keepWithNext = lines.size() > 1 && (i == 0 || i + 2 == lines.size());
        m_flow.strips.push_back(std::move(strip));
    }
}

void Composer::addBlocks(const QList<Block> &blocks, const Frame &frame)
{
    for (const Block &block : blocks) {
        if (!proceeds())
            return;
        m_source = block.range.offset;
        addBlock(block, frame);
        if (!m_publication.endnotes)
            composeNotes(frame.parent);
        m_afterParagraph = block.kind == Block::Kind::Paragraph;
    }
}

void Composer::addBlock(const Block &block, const Frame &frame)
{
    using enum Block::Kind;
    switch (block.kind) {
    case Heading:
        return addHeading(plainText(block.spans), block.spans, block.level - m_topLevel + 1);
    case Paragraph: {
        const int paragraph = element(Element::Role::P, frame.parent);
        Texts texts;
        addSpans(block.spans, frame.text, paragraph, texts);
        ParagraphSettings settings;
        settings.firstIndent = m_afterParagraph && frame.x == m_body.x ? style::line : 0;
        return addParagraph(texts, frame, settings, m_afterParagraph && frame.x != m_body.x ? style::line / 2 : 0);
    }
    case List:
        return addList(block, frame);
    case BlockQuote: {
        Frame inner = frame;
        inner.parent = element(Element::Role::BlockQuote, frame.parent);
        inner.x += quotationIndent;
        inner.width -= quotationIndent;
        inner.bar = frame.x + 3;
        inner.text = style::quotation;
        const size_t first = m_flow.strips.size();
        m_afterParagraph = false;
        addBlocks(block.children, inner);
        if (first < m_flow.strips.size())
            m_flow.strips[first].before = style::line / 2;
        return addBreak();
    }
    case Table:
        return addTable(block, frame);
    case Code:
        return addCode(block, frame);
    case Timeline:
        m_hasChronology = true;
        addBlocks(block.children, frame);
        return addChronology(block.attributes);
    case WatchList:
        m_hasWatchList = true;
        addBlocks(block.children, frame);
        return addWatchList();
    case Div:
        return addBlocks(block.children, frame);
    case ThematicBreak: {
        Strip strip;
        strip.height = style::line;
        strip.before = style::line / 2;
        Piece rule;
        rule.marks.push_back(Shape{.x = frame.x + frame.width / 2 - 20, .y = style::line / 2, .width = 40, .height = 0.6,
            .colour = style::soft});
        strip.pieces.push_back(std::move(rule));
        m_flow.strips.push_back(std::move(strip));
        return;
    }
    case Raw:
        // What else HTML says is shown as it stands.
        return block.text.trimmed().startsWith(u"<!--") ? addBehindComments(block.text, frame) : addCode(block, frame);
    case Argdown:  // a map of it is not part of the printed text
    case Footnote: // stands where it is cited
    case ListItem: // only in lists
        return;
    }
}

/// A comment is for the writer. What stands behind it in the same block of HTML is text, as it is for Pandoc.
void Composer::addBehindComments(QString html, const Frame &frame)
{
    static const QRegularExpression comment(u"<!--.*?(?:-->|$)"_s, QRegularExpression::DotMatchesEverythingOption);
    const Document rest = readDocument(html.remove(comment).trimmed());
    addBlocks(rest.blocks, frame);
}

void Composer::addHeading(const QString &title, const QList<Span> &spans, int level)
{
    // A level that is left out is closed up: readers of the tree count on each.
    level = std::clamp(level, 1, m_level + 1);
    m_level = level;
    const bool first = level == 1;
    const TextStyle &style = first ? style::heading1 : level == 2 ? style::heading2 : style::heading3;
    const int heading = element(first ? Element::Role::H2 : Element::Role::H3, m_body.parent);
    Texts texts;
    if (spans.isEmpty())
        addText(title, style, heading, texts);
    else
        addSpans(spans, style, heading, texts);
    Frame frame = m_body;
    frame.line = first ? headingLine : style::line;
    ParagraphSettings settings;
    settings.align = ParagraphSettings::Align::Left;
    settings.hyphenate = false;
    const size_t start = m_flow.strips.size();
    addParagraph(texts, frame, settings, first ? style::line : style::line / 2);
    for (size_t i = start; i < m_flow.strips.size(); ++i) {
        m_flow.strips[i].keepWithNext = true;
        m_flow.strips[i].onGrid = i == start;
    }
    if (first && start < m_flow.strips.size())
        fillGrid(start);
    if (start < m_flow.strips.size()) {
        m_flow.strips[start].bookmark = int(m_flow.bookmarks.size());
        m_flow.bookmarks.push_back({typographic(title.simplified()), level, 0, 0});
    }
    m_afterParagraph = false;
}

/// Makes the strips from `first` on whole lines of the grid high, with their text near the foot.
void Composer::fillGrid(size_t first)
{
    constexpr double below = 4.5;
    double height = below;
    for (size_t i = first; i < m_flow.strips.size(); ++i)
        height += m_flow.strips[i].height;
    const double above = std::ceil(height / style::line) * style::line - height;
    Strip &top = m_flow.strips[first];
    top.height += above;
    for (Piece &piece : top.pieces)
        movePiece(piece, above);
    m_flow.strips.back().height += below;
}

void Composer::addSectionHeading(const QString &title)
{
    addHeading(title, {}, 1);
}

/// The text behind a quotation or list goes on after half a line, on the grid.
void Composer::addBreak()
{
    Strip gap;
    gap.height = 0;
    gap.onGrid = false;
    gap.before = style::line / 2;
    m_flow.strips.push_back(std::move(gap));
    m_afterParagraph = false;
}

void Composer::addList(const Block &block, const Frame &frame)
{
    const int list = element(Element::Role::L, frame.parent);
    m_flow.elements[size_t(list)].ordered = block.ordered;
    int number = block.start;
    for (const Block &item : block.children) {
        m_source = item.range.offset;
        const int entry = element(Element::Role::LI, list);
        const int label = element(Element::Role::Lbl, entry);
        Frame inner = frame;
        inner.parent = element(Element::Role::LBody, entry);
        inner.x += listIndent;
        inner.width -= listIndent;
        const size_t first = m_flow.strips.size();
        // The label comes first in the tree, so it is made before the item's text.
        TextStyle mark = frame.text;
        mark.colour = style::accent;
        mark.tabular = true;
        const QString sign = block.ordered ? QString::number(number++) + u'.' : u"•"_s;
        std::vector<SetLine> labels = m_typesetter.set({{sign, mark, label}},
            {.width = listIndent, .align = ParagraphSettings::Align::Left, .hyphenate = false});
        Frame outer = frame;
        outer.bar = -1;
        Strip labelStrip = labels.empty() ? Strip() : lineStrip(labels.front(), outer, baselineIn(frame.line, mark));
        m_afterParagraph = false;
        addBlocks(item.children, inner);
        if (first == m_flow.strips.size())
            m_flow.strips.push_back(std::move(labelStrip));
        else
            std::ranges::move(labelStrip.pieces, std::back_inserter(m_flow.strips[first].pieces));
        if (!block.tight)
            m_flow.strips[first].before = std::max(m_flow.strips[first].before, style::line / 2);
    }
    if (frame.x == m_body.x)
        addBreak();
}

void Composer::addCode(const Block &block, const Frame &frame)
{
    Frame inner = frame;
    inner.x += codePadding;
    inner.width -= 2 * codePadding;
    inner.line = style::codeLine;
    inner.text = style::code;
    inner.wash = true;
    const int code = element(Element::Role::Code, element(Element::Role::P, frame.parent));
    QString text = block.text;
    while (text.endsWith(u'\n'))
        text.chop(1);
    // Spaces at the start of a line are kept by spaces that do not stretch or fall away.
    text.replace(u'\t', u"    "_s).replace(u' ', QChar(QChar::Nbsp));
    ParagraphSettings settings;
    settings.align = ParagraphSettings::Align::Left;
    settings.hyphenate = false;
    addParagraph({{text, style::code, code, -1, block.content.offset}}, inner, settings, style::line / 2);
    addBreak();
}

/// Links to what is not in this publication become text.
void Composer::resolveLinks()
{
    for (const auto &[link, target] : m_links) {
        Element &made = m_flow.elements[size_t(link)];
        made.target.element = m_targets.value(target, -1);
        if (made.target.element < 0)
            made.role = Element::Role::Span;
    }
}

Result<Pages> setInPages(const Publication &publication, Paper paper, JobState *job)
{
    const QSizeF size = paper == Paper::A4 ? QSizeF(595.276, 841.89) : QSizeF(612, 792);
    std::optional<Flow> flow = Composer(publication, size).compose(job);
    if (!flow)
        return failure(QCoreApplication::translate("redoubt::Pages", "The brief was not set in pages."),
            QCoreApplication::translate("redoubt::Pages", "You stopped it."), {}, Error::Kind::Cancelled);
    Pages pages = paginate(*std::move(flow), size);
    addRunningHeads(pages, publication);
    return pages;
}

} // namespace redoubt
