#include "app/brief/verification.h"

#include "app/brief/passages.h"

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// Of the letters of a quotation, the part that has to stand in the nearest passage for it to count as altered.
constexpr double leastAlike = 0.5;

const QString join = u" […] "_s;

TextRange inOriginal(const FoldedText &capture, TextRange folded)
{
    const qsizetype start = capture.originalStart(folded.offset);
    return {start, capture.originalEnd(folded.end()) - start};
}

void take(Verification &verification, const FoldedText &capture, const QList<TextRange> &folded)
{
    QStringList wordings;
    for (TextRange range : folded) {
        if (range.isEmpty())
            continue;
        const TextRange passage = inOriginal(capture, range);
        verification.passages.append(passage);
        wordings.append(capture.original().sliced(passage.offset, passage.length).simplified());
    }
    verification.nearest = wordings.join(join);
}

/// Where all passages stand, each behind the one before; empty when they do not.
QList<TextRange> exactPlaces(const QList<Passage> &passages, QStringView text)
{
    QList<TextRange> places;
    qsizetype from = 0;
    for (const Passage &passage : passages) {
        const auto place = findExact(passage, text, from);
        if (!place)
            return {};
        places.append(*place);
        from = place->end();
    }
    return places;
}

struct Likeness
{
    QList<TextRange> places;
    QList<WordChange> difference;
    double alike = 0;
    double letters = 0;
    bool allExact = true;

    [[nodiscard]] double part() const { return letters > 0 ? alike / letters : 0; }
};

QList<WordChange> unchanged(const Passage &passage)
{
    QList<WordChange> words;
    for (const Passage::Piece &piece : passage.pieces) {
        if (!piece.insertionBefore.isEmpty())
            words.append({WordChange::Kind::Insertion, piece.insertionBefore});
        words.append({WordChange::Kind::Same, piece.text});
    }
    if (!passage.insertionBehind.isEmpty())
        words.append({WordChange::Kind::Insertion, passage.insertionBehind});
    return words;
}

Likeness likeness(const QList<Passage> &passages, QStringView text)
{
    Likeness all;
    for (const Passage &passage : passages) {
        if (!all.difference.isEmpty())
            all.difference.append({WordChange::Kind::Join, u"[…]"_s});
        if (const auto exact = findExact(passage, text, 0)) {
            double letters = 0;
            for (const Passage::Piece &piece : passage.pieces)
                letters += double(std::ranges::count_if(piece.text, [](QChar c) { return c.isLetterOrNumber(); }));
            all.alike += letters;
            all.letters += letters;
            all.places.append(*exact);
            all.difference += unchanged(passage);
            continue;
        }
        const Approximation nearest = findNearest(passage, text);
        all.alike += nearest.alike;
        all.letters += nearest.letters;
        all.places.append(nearest.range);
        all.difference += nearest.difference;
        all.allExact = false;
    }
    return all;
}

} // namespace

Verification verify(QStringView quotation, std::span<const FoldedText> captures)
{
    Verification result;
    if (std::ranges::all_of(captures, [](const FoldedText &capture) { return capture.text().isEmpty(); }))
        return result;
    result.status = Verification::Status::NotFound;
    const QList<Passage> passages = passagesOf(quotation);
    if (passages.isEmpty())
        return result;

    for (size_t i = 0; i < captures.size(); ++i) {
        const QList<TextRange> places = exactPlaces(passages, captures[i].text());
        if (places.isEmpty())
            continue;
        result.status = Verification::Status::Exact;
        result.capture = qsizetype(i);
        take(result, captures[i], places);
        return result;
    }

    Likeness best;
    for (size_t i = 0; i < captures.size(); ++i) {
        Likeness found = likeness(passages, captures[i].text());
        if (found.part() > std::max(best.part(), leastAlike)) {
            best = std::move(found);
            result.capture = qsizetype(i);
        }
    }
    if (result.capture < 0)
        return result;
    result.status = Verification::Status::Altered;
    result.difference = best.difference;
    result.otherOrder = best.allExact;
    take(result, captures[size_t(result.capture)], best.places);
    return result;
}

Verification verify(QStringView quotation, const QStringList &captureTexts)
{
    std::vector<FoldedText> captures;
    captures.reserve(size_t(captureTexts.size()));
    for (const QString &text : captureTexts)
        captures.emplace_back(text);
    return verify(quotation, captures);
}

QString differenceText(const QList<WordChange> &difference)
{
    QStringList parts;
    for (const WordChange &change : difference) {
        switch (change.kind) {
        case WordChange::Kind::Missing:
            parts.append(u"{+%1+}"_s.arg(change.text));
            break;
        case WordChange::Kind::Added:
            parts.append(u"{-%1-}"_s.arg(change.text));
            break;
        case WordChange::Kind::Same:
        case WordChange::Kind::Insertion:
        case WordChange::Kind::Join:
            parts.append(change.text);
            break;
        }
    }
    return parts.join(u' ');
}

} // namespace redoubt
