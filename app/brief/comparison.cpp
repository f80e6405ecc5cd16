#include "app/brief/comparison.h"

#include "app/brief/paragraphpairs.h"

#include <QHash>

namespace redoubt {

namespace {

using Kind = ComparisonRow::Kind;

int wordsIn(QStringView text)
{
    int words = 0;
    for (const QStringView piece : wordPieces(text))
        words += piece.front().isLetterOrNumber() || piece.front().isSurrogate() ? 1 : 0;
    return words;
}

class ComparisonWriter
{
public:
    ComparisonWriter(const QList<Paragraph> &before, const QList<Paragraph> &after, const ParagraphPairs &pairs, const JobState *job)
        : m_before(before)
        , m_after(after)
        , m_pairs(pairs)
        , m_job(job)
    {
        for (const PiecePair &pair : pairs.moved) {
            m_movedTo.insert(pair.before, pair.after);
            m_movedFrom.insert(pair.after, pair.before);
        }
    }

    std::optional<VersionComparison> write()
    {
        for (const PiecePair &pair : m_pairs.inPlace) {
            if (m_job && m_job->isStopped())
                return {};
            writeGap(pair.before, pair.after);
            writePair(pair);
            m_nextBefore = pair.before + 1;
            m_nextAfter = pair.after + 1;
        }
        if (!writeGap(m_before.size(), m_after.size()))
            return {};
        joinMoved();
        return std::move(m_comparison);
    }

private:
    bool writeGap(qsizetype before, qsizetype after)
    {
        for (; m_nextBefore < before; ++m_nextBefore)
            writeOld(m_nextBefore);
        for (; m_nextAfter < after; ++m_nextAfter) {
            if (m_job && m_job->isStopped())
                return false;
            writeNew(m_nextAfter);
        }
        return true;
    }

    void writePair(const PiecePair &pair)
    {
        const Paragraph &before = m_before[pair.before];
        const Paragraph &after = m_after[pair.after];
        ComparisonRow row{Kind::Same, before.text, after.text, {}, after.section, {}};
        if (before.text != after.text) {
            row.kind = Kind::Changed;
            row.runs = difference(before, after);
            ++m_comparison.changed;
        }
        m_comparison.rows.append(row);
    }

    void writeOld(qsizetype number)
    {
        const Paragraph &old = m_before[number];
        ComparisonRow row{Kind::Removed, old.text, {}, {}, old.section, {}};
        if (const auto to = m_movedTo.constFind(number); to != m_movedTo.constEnd()) {
            row.kind = Kind::MovedAway;
            row.otherSection = m_after[*to].section;
            m_rowsOfMoved.insert(number, m_comparison.rows.size());
        } else {
            ++m_comparison.removed;
            m_comparison.wordsRemoved += wordsIn(old.text);
        }
        m_comparison.rows.append(row);
    }

    void writeNew(qsizetype number)
    {
        const Paragraph &added = m_after[number];
        ComparisonRow row{Kind::Added, {}, added.text, {}, added.section, {}};
        if (const auto from = m_movedFrom.constFind(number); from != m_movedFrom.constEnd()) {
            const Paragraph &old = m_before[*from];
            row.kind = Kind::MovedHere;
            row.before = old.text;
            row.otherSection = old.section;
            if (old.text != added.text)
                row.runs = difference(old, added);
            m_arrivals.append({m_comparison.rows.size(), *from});
            ++m_comparison.moved;
        } else {
            ++m_comparison.added;
            m_comparison.wordsAdded += wordsIn(added.text);
        }
        m_comparison.rows.append(row);
    }

    QList<TextRun> difference(const Paragraph &before, const Paragraph &after)
    {
        const QList<TextRun> runs = textDifference(before.text, after.text);
        for (const TextRun &run : runs) {
            if (run.kind == TextRun::Kind::Added)
                m_comparison.wordsAdded += wordsIn(run.text);
            else if (run.kind == TextRun::Kind::Removed)
                m_comparison.wordsRemoved += wordsIn(run.text);
        }
        return runs;
    }

    void joinMoved()
    {
        for (const auto &[row, from] : std::as_const(m_arrivals)) {
            const qsizetype other = m_rowsOfMoved.value(from);
            m_comparison.rows[row].otherRow = other;
            m_comparison.rows[other].otherRow = row;
        }
    }

    const QList<Paragraph> &m_before;
    const QList<Paragraph> &m_after;
    const ParagraphPairs &m_pairs;
    const JobState *m_job;
    QHash<qsizetype, qsizetype> m_movedTo;
    QHash<qsizetype, qsizetype> m_movedFrom;
    QHash<qsizetype, qsizetype> m_rowsOfMoved;               ///< of the earlier text's paragraphs
    QList<std::pair<qsizetype, qsizetype>> m_arrivals; ///< rows, and which of the earlier text's paragraphs came there
    qsizetype m_nextBefore = 0;
    qsizetype m_nextAfter = 0;
    VersionComparison m_comparison;
};

} // namespace

std::optional<VersionComparison> compareParagraphs(const QList<Paragraph> &before, const QList<Paragraph> &after, const JobState *job)
{
    const auto pairs = pairParagraphs(before, after, job);
    return pairs ? ComparisonWriter(before, after, *pairs, job).write() : std::nullopt;
}

std::optional<VersionComparison> compareVersions(const QString &before, const QString &after, const JobState *job)
{
    auto comparison = compareParagraphs(paragraphsOf(before), paragraphsOf(after), job);
    if (comparison)
        comparison->otherLayout = comparison->changes() == 0 && before != after;
    return comparison;
}

} // namespace redoubt
