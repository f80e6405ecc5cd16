#include "app/base/textdifference.h"

#include "app/base/commonpieces.h"

namespace redoubt {

namespace {

/// With their line ends.
Pieces paragraphsOf(QStringView text)
{
    Pieces pieces;
    while (!text.isEmpty()) {
        const qsizetype newline = text.indexOf(u'\n');
        pieces.push_back(text.first(newline < 0 ? text.size() : newline + 1));
        text = text.sliced(pieces.back().size());
    }
    return pieces;
}

/// Pieces in a row are one stretch of their text.
QStringView joined(const Pieces &pieces, PieceSpan span)
{
    if (span.size() == 0)
        return {};
    const QStringView last = pieces[size_t(span.to - 1)];
    return {pieces[size_t(span.from)].data(), last.data() + last.size()};
}

class DifferenceWriter
{
public:
    void compareParagraphs(QStringView before, QStringView after)
    {
        compare(paragraphsOf(before), paragraphsOf(after), [this](QStringView removed, QStringView added) {
            if (removed.isEmpty() || added.isEmpty())
                return change(removed, added);
            compare(wordPieces(removed), wordPieces(added), [this](QStringView from, QStringView to) { change(from, to); });
        });
    }

    QList<TextRun> finished()
    {
        flush();
        return std::move(m_runs);
    }

private:
    template<class Differ>
    void compare(const Pieces &before, const Pieces &after, const Differ &differ)
    {
        PieceSpan beforeGap;
        PieceSpan afterGap;
        const auto tell = [&](PiecePair next) {
            beforeGap.to = next.before;
            afterGap.to = next.after;
            if (beforeGap.size() > 0 || afterGap.size() > 0)
                differ(joined(before, beforeGap), joined(after, afterGap));
            beforeGap.from = next.before + 1;
            afterGap.from = next.after + 1;
        };
        for (const PiecePair &pair : commonPieces(numbered(before, after))) {
            tell(pair);
            keep(before[size_t(pair.before)]);
        }
        tell({qsizetype(before.size()), qsizetype(after.size())});
    }

    /// Spaces between two changes are part of them: else every word of a sentence written anew would be a change of its own.
    void keep(QStringView text)
    {
        const bool isSpaces = text.trimmed().isEmpty() && !text.contains(u'\n');
        if (isSpaces && (!m_removed.isEmpty() || !m_added.isEmpty())) {
            m_spaces += text;
            return;
        }
        flush();
        append(text);
    }

    void append(QStringView text)
    {
        if (m_runs.isEmpty() || m_runs.last().kind != TextRun::Kind::Unchanged)
            m_runs.append({TextRun::Kind::Unchanged, {}});
        m_runs.last().text += text;
    }

    void change(QStringView removed, QStringView added)
    {
        m_removed += m_spaces;
        m_removed += removed;
        m_added += m_spaces;
        m_added += added;
        m_spaces.clear();
    }

    void flush()
    {
        if (!m_removed.isEmpty())
            m_runs.append({TextRun::Kind::Removed, std::exchange(m_removed, {})});
        if (!m_added.isEmpty())
            m_runs.append({TextRun::Kind::Added, std::exchange(m_added, {})});
        if (!m_spaces.isEmpty())
            append(std::exchange(m_spaces, {}));
    }

    QList<TextRun> m_runs;
    QString m_removed;
    QString m_added;
    QString m_spaces; ///< behind the change
};

QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    qsizetype left = longest / 2;
    qsizetype right = text.size() - longest / 2;
    left -= text.at(left).isLowSurrogate() ? 1 : 0;
    right += text.at(right).isLowSurrogate() ? 1 : 0;
    return text.first(left) + QStringLiteral(" […] ") + text.sliced(right);
}

} // namespace

QList<TextRun> textDifference(QStringView before, QStringView after)
{
    DifferenceWriter writer;
    writer.compareParagraphs(before, after);
    return writer.finished();
}

QList<TextRun> shortenedRuns(const QList<TextRun> &runs, qsizetype longestUnchanged, qsizetype longestChange)
{
    QList<TextRun> shorter;
    for (const TextRun &run : runs)
        shorter.append({run.kind, shortened(run.text, run.kind == TextRun::Kind::Unchanged ? longestUnchanged : longestChange)});
    return shorter;
}

} // namespace redoubt
