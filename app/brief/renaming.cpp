#include "app/brief/renaming.h"

#include "app/brief/document.h"
#include "app/brief/revision.h"

#include <QCoreApplication>

#include <algorithm>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Renaming)
};

/// Those that a document's own list leaves out: of the argument's fences, at any depth.
void addArgument(const QList<Block> &blocks, QList<TextRange> &ranges)
{
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Argdown)
            ranges.append(block.content);
        addArgument(block.children, ranges);
    }
}

void addKeys(const QList<CitationCluster> &clusters, const QString &key, qsizetype from, QList<TextRange> &keys)
{
    for (const CitationCluster &cluster : clusters) {
        for (const Citation &citation : cluster.citations) {
            if (citation.key == key)
                keys.append({citation.keyRange.offset + from, citation.keyRange.length});
        }
    }
}

/// In the order of the text, each once.
QList<TextRange> keyRanges(const QString &text, const Document &document, const QString &key)
{
    QList<TextRange> keys;
    addKeys(citations(document), key, 0, keys);
    QList<TextRange> others{document.metadataRange};
    addArgument(document.blocks, others);
    for (const TextRange &range : std::as_const(others))
        addKeys(citationsIn(QStringView(text).sliced(range.offset, range.length)), key, range.offset, keys);
    std::ranges::sort(keys, {}, &TextRange::offset);
    const auto twice = std::ranges::unique(keys, {}, &TextRange::offset);
    keys.erase(twice.begin(), twice.end());
    return keys;
}

/// The kept versions of a brief, automatic and named.
Result<> renameInRevisions(Writer &writer, Id<Brief> brief, const QString &key, const QString &newKey)
{
    const auto kept = revisions(writer, brief);
    if (!kept)
        return failure(kept);
    for (const Revision &revision : *kept) {
        const auto text = revisionText(writer, revision.id);
        if (!text)
            return failure(text);
        const QString renamed = withCitationsRenamed(*text, key, newKey);
        if (renamed == *text)
            continue;
        if (auto written = updateRevisionText(writer, revision.id, renamed); !written)
            return written;
    }
    return {};
}

} // namespace

Result<Renaming> renameCitations(Writer &writer, const QString &key, const QString &newKey)
{
    Renaming renaming;
    const auto all = briefs(writer);
    if (!all)
        return failure(all);
    for (const Brief &brief : *all) {
        if (brief.text.contains(key) && !readDocument(brief.text).complete) {
            return failure(Words::tr("The citations were not changed."), Words::tr("“%1” is too long for its citations to be found.").arg(brief.title),
                Words::tr("Divide the brief first."), Error::Kind::Refused);
        }
        int found = 0;
        const QString text = withCitationsRenamed(brief.text, key, newKey, &found);
        renaming.citations += found;
        renaming.briefs += found > 0 ? 1 : 0;
        if (text != brief.text) {
            if (auto written = updateBriefText(writer, brief.id, text); !written)
                return failure(written);
        }
        if (auto written = renameInRevisions(writer, brief.id, key, newKey); !written)
            return failure(written);
    }
    return renaming;
}

QString withCitationsRenamed(const QString &text, const QString &key, const QString &newKey, int *citations)
{
    if (key.isEmpty() || !text.contains(key))
        return text;
    const Document document = readDocument(text);
    QString renamed;
    qsizetype at = 0;
    for (const TextRange &range : keyRanges(text, document, key)) {
        renamed += QStringView(text).sliced(at, range.offset - at);
        renamed += newKey;
        at = range.end();
        if (citations)
            ++*citations;
    }
    renamed += QStringView(text).sliced(at);
    return renamed;
}

Result<Renaming> renameSource(Writer &writer, Id<Source> id, const QString &newKey)
{
    auto source = redoubt::source(writer, id);
    if (!source)
        return failure(source);
    if (!*source) {
        return failure(Words::tr("The key was not changed."), Words::tr("The source is not there any more."), Words::tr("Choose another source."),
            Error::Kind::Refused);
    }
    Source &changed = **source;
    const QString key = std::exchange(changed.key, newKey.trimmed());
    if (changed.key == key)
        return Renaming();
    if (!changed.fields.isEmpty() && !changed.fields.contains(u"id"_s))
        changed.fields.insert(u"id"_s, key);
    if (auto updated = updateSource(writer, changed); !updated)
        return failure(updated);
    return renameCitations(writer, key, changed.key);
}

QString renamingText(const QString &key, const QString &newKey)
{
    return Words::tr("Rename “%1” to “%2”").arg(key, newKey);
}

} // namespace redoubt
