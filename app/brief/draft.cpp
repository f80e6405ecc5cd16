#include "app/brief/draft.h"

#include "app/brief/wordtarget.h"

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordsAMinute = 230;

void addLinks(const QList<Span> &spans, QList<Mention> &list)
{
    for (const Span &span : spans) {
        if (span.kind == Span::Kind::ProjectLink) {
            if (span.address.startsWith("event:"_L1))
                list.append({Mention::Kind::Event, span.address.mid(6), span.range});
            else if (span.address.startsWith("indicator:"_L1))
                list.append({Mention::Kind::Indicator, span.address.mid(10), span.range});
        }
        addLinks(span.children, list);
    }
}

void addLinks(const QList<Block> &blocks, QList<Mention> &list)
{
    for (const Block &block : blocks) {
        addLinks(block.spans, list);
        addLinks(block.children, list);
        for (const QList<Block::Cell> &row : block.rows) {
            for (const Block::Cell &cell : row)
                addLinks(cell.spans, list);
        }
    }
}

QString noteText(const QList<Block> &blocks)
{
    QStringList paragraphs;
    for (const Block &block : blocks) {
        const QString text = plainText(block.spans).trimmed();
        if (!text.isEmpty())
            paragraphs.append(text);
        if (!block.children.isEmpty())
            paragraphs.append(noteText(block.children));
    }
    return paragraphs.join(u'\n');
}

using Footnotes = QHash<QString, DraftNote>; ///< without their references

void addNotes(const QList<Span> &spans, const Footnotes &footnotes, QList<DraftNote> &notes)
{
    for (const Span &span : spans) {
        if (span.kind == Span::Kind::FootnoteReference) {
            DraftNote note = footnotes.value(span.text);
            note.reference = span.range;
            notes.append(std::move(note));
        }
        addNotes(span.children, footnotes, notes);
    }
}

void addNotes(const QList<Block> &blocks, const Footnotes &footnotes, QList<DraftNote> &notes)
{
    for (const Block &block : blocks) {
        addNotes(block.spans, footnotes, notes);
        addNotes(block.children, footnotes, notes);
        for (const QList<Block::Cell> &row : block.rows) {
            for (const Block::Cell &cell : row)
                addNotes(cell.spans, footnotes, notes);
        }
    }
}

QList<DraftNote> notesOf(const Document &document)
{
    Footnotes footnotes;
    for (const Block &block : document.blocks) {
        if (block.kind == Block::Kind::Footnote && !footnotes.contains(block.text))
            footnotes.insert(block.text, {block.text, {}, block.range, noteText(block.children)});
    }
    QList<DraftNote> notes;
    if (footnotes.isEmpty())
        return notes;
    addNotes(document.blocks, footnotes, notes);
    std::ranges::stable_sort(notes, {}, [](const DraftNote &note) { return note.reference.offset; });
    return notes;
}

QList<DraftSection> sectionsOf(const Document &document)
{
    QList<qsizetype> starts;
    QList<int> wordsBefore{0};
    for (const Block &block : document.blocks) {
        starts.append(block.range.offset);
        Document alone;
        alone.blocks.append(block);
        wordsBefore.append(wordsBefore.last() + wordCount(alone));
    }
    const auto before = [&](qsizetype position) {
        const auto block = std::ranges::lower_bound(starts, position) - starts.begin();
        return wordsBefore[block];
    };
    QList<DraftSection> sections;
    for (const OutlineEntry &entry : outline(document))
        sections.append({entry, before(entry.section.end()) - before(entry.section.offset)});
    return sections;
}

QString identity(const Quotation &quotation)
{
    return quotation.keys.join(u'\n') + u"\n\n"_s + quotation.text;
}

void verifyOne(DraftQuotation &checked, const CapturedSources &captured)
{
    const auto better = [](Verification::Status a, Verification::Status b) { return a < b; };
    checked.verified = true;
    checked.unknownSource = true;
    for (const QString &key : checked.quotation.keys) {
        const CapturedSource &source = *captured.find(key);
        checked.unknownSource = checked.unknownSource && !source.known;
        Verification found = verify(checked.quotation.text, source.folded);
        if (checked.captureKey.isEmpty() || better(found.status, checked.verification.status)) {
            checked.verification = std::move(found);
            checked.captureKey = key;
        }
    }
}

/// The last of a sorted list that starts at or before a position.
template<class List, class Place>
auto lastBefore(const List &list, qsizetype position, Place place) -> decltype(&list.first())
{
    const auto after = std::ranges::upper_bound(list, position, {}, place);
    return after == list.begin() ? nullptr : &*std::prev(after);
}

} // namespace

QString capturedWording(const DraftQuotation &checked)
{
    const Verification &found = checked.verification;
    if (found.status != Verification::Status::Altered || found.otherOrder || checked.quotation.wording.isEmpty())
        return {};
    const QString &written = checked.quotation.text;
    const bool needsMark = (written.endsWith(u'.') || written.endsWith(u',')) && !found.nearest.endsWith(written.back());
    return needsMark ? found.nearest + written.back() : found.nearest;
}

QList<Mention> mentions(const Document &document)
{
    QList<Mention> list;
    addLinks(document.blocks, list);
    for (const CitationCluster &cluster : citations(document)) {
        for (const Citation &citation : cluster.citations)
            list.append({Mention::Kind::Source, citation.key, citation.range});
    }
    std::ranges::stable_sort(list, {}, [](const Mention &mention) { return mention.range.offset; });
    return list;
}

const DraftSection *Draft::sectionAt(qsizetype position) const
{
    return lastBefore(sections, position, [](const DraftSection &section) { return section.entry.heading.offset; });
}

const DraftQuotation *Draft::quotationAt(qsizetype position) const
{
    const auto *found
        = lastBefore(quotations, position, [](const DraftQuotation &checked) { return checked.quotation.range.offset; });
    return found && found->quotation.range.touches(position) ? found : nullptr;
}

const Mention *Draft::mentionAt(qsizetype position) const
{
    const auto *found = lastBefore(mentions, position, [](const Mention &mention) { return mention.range.offset; });
    return found && found->range.touches(position) ? found : nullptr;
}

const DraftNote *Draft::noteAt(qsizetype position) const
{
    const auto *found = lastBefore(notes, position, [](const DraftNote &note) { return note.reference.offset; });
    return found && found->reference.touches(position) ? found : nullptr;
}

std::optional<Draft> readDraft(
    const QString &text, CapturedSources &captured, const Draft *before, const std::function<bool()> &cancelled)
{
    Draft draft;
    draft.text = text;
    const Document document = readDocument(text);
    if (cancelled())
        return std::nullopt;
    draft.words = wordCount(document);
    draft.target = wordTarget(document);
    draft.sections = sectionsOf(document);
    draft.mentions = mentions(document);
    draft.notes = notesOf(document);
    draft.argument = argumentTitles(document);

    QHash<QString, const DraftQuotation *> known;
    if (before) {
        for (const DraftQuotation &checked : before->quotations) {
            if (checked.verified)
                known.insert(identity(checked.quotation), &checked);
        }
    }
    for (Quotation &quotation : quotations(document)) {
        if (cancelled())
            return std::nullopt;
        DraftQuotation checked{std::move(quotation), {}, {}, false, false};
        if (const DraftQuotation *same = known.value(identity(checked.quotation))) {
            const Quotation moved = std::move(checked.quotation);
            checked = *same;
            checked.quotation = moved;
            draft.quotations.append(checked);
            continue;
        }
        bool wanting = false;
        for (const QString &key : std::as_const(checked.quotation.keys)) {
            const auto source = captured.find(key);
            if (source == captured.end()) {
                wanting = true;
                if (!draft.wanted.contains(key))
                    draft.wanted.append(key);
                continue;
            }
            for (qsizetype i = source->folded.size(); i < source->texts.size(); ++i)
                source->folded.append(FoldedText(source->texts[i]));
        }
        if (!wanting)
            verifyOne(checked, captured);
        draft.quotations.append(checked);
    }
    return draft;
}

int readingMinutes(int words)
{
    return std::max(1, (words + wordsAMinute / 2) / wordsAMinute);
}

} // namespace redoubt
