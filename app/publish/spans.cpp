// The part of Composer that makes running text of spans, and footnotes of citations.

#include "app/publish/address.h"
#include "app/publish/composer.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr double noteLabel = 15; ///< how far a note's text stands from its number

TextStyle with(TextStyle style, Span::Kind kind)
{
    switch (kind) {
    case Span::Kind::Emphasis:
        style.italic = !style.italic;
        break;
    case Span::Kind::Strong:
        style.weight = 700;
        break;
    case Span::Kind::Code:
        style.face = TextStyle::Face::Mono;
        style.size *= 0.88;
        break;
    default:
        break;
    }
    return style;
}

TextStyle linkStyle(TextStyle style)
{
    style.colour = style::accent;
    return style;
}

} // namespace

/// "-" before a digit or a letter is left: it may be a minus or a hyphen; so are marks of inches and minutes.
QString typographic(const QString &text, QChar before)
{
    const QStringView all(text);
    QString set;
    set.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar last = set.isEmpty() ? before : set.back();
        const bool opens = last.isSpace() || u"([{—–“‘/"_s.contains(last);
        if (text[i] == u'"')
            set += opens ? u'“' : u'”';
        else if (text[i] == u'\'')
            set += opens ? u'‘' : u'’';
        else if (all.sliced(i).startsWith(u"---"))
            set += u'—', i += 2;
        else if (all.sliced(i).startsWith(u"--"))
            set += u'–', i += 1;
        else if (all.sliced(i).startsWith(u"..."))
            set += u'…', i += 2;
        else
            set += text[i];
    }
    return set;
}

void Composer::addSpans(const QList<Span> &spans, const TextStyle &style, int element, Texts &texts)
{
    for (const Span &span : spans) {
        using enum Span::Kind;
        switch (span.kind) {
        case Text:
            addText(span.text, style, element, texts, span.range.offset);
            break;
        case Code:
            texts.push_back({span.text, with(style, Code), element, -1, span.range.offset});
            break;
        case Emphasis:
        case Strong:
            addSpans(span.children, with(style, span.kind), element, texts);
            break;
        case Strikeout: {
            const int struck = this->element(Element::Role::Span, element);
            m_flow.elements[size_t(struck)].rule = Element::Rule::Through;
            addSpans(span.children, style, struck, texts);
            break;
        }
        case Image:
            addSpans(span.children, with(style, Emphasis), element, texts);
            break;
        case SoftBreak:
            texts.push_back({u" "_s, style, element});
            break;
        case HardBreak:
            texts.push_back({u"\n"_s, style, element});
            break;
        case Link:
        case ProjectLink:
            addLink(span, style, element, texts);
            break;
        case Citation:
            addCitation(span, style, element, texts);
            break;
        case FootnoteReference:
            if (!m_inNote)
                addNoteMark(style, element, texts, span, {});
            break;
        case Raw:
            if (!span.text.startsWith(u"<"))
                texts.push_back({span.text, style, element, -1, span.range.offset});
            break;
        }
    }
}

/// Straight marks become typographic ones, and a stop behind a note's number goes before it.
void Composer::addText(QString text, const TextStyle &style, int element, Texts &texts, qsizetype source)
{
    const QChar before = texts.empty() || texts.back().text.isEmpty() ? QChar(u' ') : texts.back().text.back();
    text = typographic(text, texts.empty() || texts.back().note < 0 ? before : QChar(u'a'));
    if (texts.size() > 1 && texts.back().note >= 0 && m_notes[size_t(texts.back().note)].movesBehindStop) {
        qsizetype stops = 0;
        while (stops < text.size() && u".,;:!?”’"_s.contains(text[stops]))
            ++stops;
        if (stops > 0)
            texts.insert(texts.end() - 1, {text.first(stops), style, element, -1, source});
        text = text.sliced(stops);
        source += source < 0 ? 0 : stops;
    }
    if (!text.isEmpty())
        texts.push_back({text, style, element, -1, source});
}

void Composer::addLink(const Span &span, const TextStyle &style, int element, Texts &texts)
{
    const QString address = span.kind == Span::Kind::Link ? publishableAddress(span.address) : QString();
    if (span.kind == Span::Kind::Link && address.isEmpty())
        return addSpans(span.children, style, element, texts);
    const int link = this->element(Element::Role::Link, element);
    m_flow.elements[size_t(link)].target.address = address;
    if (address.isEmpty())
        m_links.push_back({link, span.address});
    // A link inside the project looks like text: what it goes to may be left out of this publication.
    addSpans(span.children, address.isEmpty() ? style : linkStyle(style), link, texts);
}

QString Composer::citationText(const CitationCluster &cluster)
{
    QStringList parts;
    for (const Citation &citation : cluster.citations) {
        const PublishedSource *source = m_sources.value(citation.key);
        QString reference = u'@' + citation.key;
        if (source) {
            const bool again = m_cited.contains(citation.key) && !source->brief.isEmpty();
            reference = again ? source->brief : source->note;
            m_cited.insert(citation.key);
        }
        QString part = citation.prefix.isEmpty() ? reference : citation.prefix + u' ' + reference;
        if (!citation.locator.isEmpty())
            part += u", "_s + citation.locator;
        if (!citation.suffix.isEmpty())
            part += u", "_s + citation.suffix;
        parts.append(part);
    }
    return parts.join(u"; "_s);
}

void Composer::addCitation(const Span &span, const TextStyle &style, int element, Texts &texts)
{
    const CitationCluster &cluster = span.citation;
    if (cluster.inText && !cluster.citations.constFirst().suppressAuthor) {
        const PublishedSource *source = m_sources.value(cluster.citations.constFirst().key);
        const QString author = source && !source->author.isEmpty() ? source->author : u'@' + cluster.citations.constFirst().key;
        texts.push_back({author, style, element, -1, span.range.offset});
    } else if (!m_inNote && !texts.empty()) {
        // The number of a note follows its word without a space.
        QString &before = texts.back().text;
        while (before.endsWith(u' '))
            before.chop(1);
    }
    if (m_inNote)
        return texts.push_back({(cluster.inText ? u" ("_s : u"("_s) + citationText(cluster) + u')', style, element, -1, span.range.offset});
    QString text = citationText(cluster);
    text[0] = text[0].toUpper();
    if (!u".?!"_s.contains(text.back()))
        text += u'.';
    addNoteMark(style, element, texts, span, text);
    m_notes.back().movesBehindStop = !cluster.inText;
}

/// The raised number in the text, that goes to its note.
void Composer::addNoteMark(const TextStyle &style, int element, Texts &texts, const Span &span, QString text)
{
    Note note;
    note.source = span.range.offset;
    const int reference = this->element(Element::Role::Reference, element);
    note.reference = this->element(Element::Role::Link, reference);
    note.text = std::move(text);
    if (span.kind == Span::Kind::FootnoteReference)
        note.block = m_footnotes.value(span.text);
    m_notes.push_back(note);
    m_flow.notes.emplace_back();
    TextStyle mark = linkStyle(style);
    mark.size = style.size * 0.66;
    mark.rise = style.size * 0.36;
    mark.italic = false;
    mark.weight = 400;
    texts.push_back({QString::number(m_notes.size()), mark, note.reference, int(m_notes.size()) - 1, note.source});
}

/// The notes of what has just been set follow it in the order of reading.
void Composer::composeNotes(int parent)
{
    while (!m_inNote && m_composedNotes < m_notes.size())
        composeNote(int(m_composedNotes++), parent);
}

void Composer::composeNote(int number, int parent)
{
    const Note note = m_notes[size_t(number)];
    const int whole = element(Element::Role::Note, parent);
    m_flow.elements[size_t(note.reference)].target.element = whole;
    const int label = element(Element::Role::Lbl, whole);
    const int back = element(Element::Role::Link, label);
    m_flow.elements[size_t(back)].target.element = note.reference;

    Frame frame = m_body;
    frame.line = style::noteLine;
    frame.text = style::note;
    frame.parent = whole;
    TextStyle numberStyle = linkStyle(style::note);
    numberStyle.tabular = true;
    m_source = note.source;
    std::vector<SetLine> labels = m_typesetter.set({{QString::number(number + 1), numberStyle, back}},
        {.width = noteLabel - 5, .align = ParagraphSettings::Align::Right, .hyphenate = false});
    Strip labelStrip = lineStrip(labels.front(), frame, frame.line / 2 + style::note.size * 0.33);
    frame.x += noteLabel;
    frame.width -= noteLabel;

    // Lines are added to the flow, and taken from there to the note.
    const size_t first = m_flow.strips.size();
    m_inNote = true;
    if (note.block) {
        m_afterParagraph = false;
        addBlocks(note.block->children, frame);
    } else {
        addParagraph({{note.text, style::note, element(Element::Role::P, whole)}}, frame, {}, 0);
    }
    m_inNote = false;
    if (m_flow.strips.size() == first)
        m_flow.strips.push_back(std::move(labelStrip));
    else
        std::ranges::move(labelStrip.pieces, std::back_inserter(m_flow.strips[first].pieces));
    if (m_publication.endnotes)
        return;
    std::vector<Strip> &lines = m_flow.notes[size_t(number)];
    lines.assign(std::make_move_iterator(m_flow.strips.begin() + ptrdiff_t(first)), std::make_move_iterator(m_flow.strips.end()));
    m_flow.strips.resize(first);
}

/// All notes under a heading of their own, in the flow of the text.
void Composer::addEndnotes()
{
    if (!m_publication.endnotes || m_notes.empty())
        return;
    addSectionHeading(QCoreApplication::translate("redoubt::Pages", "Notes"));
    while (m_composedNotes < m_notes.size() && proceeds())
        composeNote(int(m_composedNotes++), m_body.parent);
    m_source = -1;
    addBreak();
}

} // namespace redoubt
