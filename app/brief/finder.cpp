#include "app/brief/finder.h"

#include "app/base/folding.h"
#include "app/base/textsearch.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Finder)
};

constexpr qint64 longest = 5000;        // ms at one text
constexpr qsizetype slice = 256;        // in which matches may begin before it is looked at the clock
constexpr qsizetype longestLine = 4096; // that a slice is lengthened by to end with a line
constexpr qsizetype longLine = 32768;   // from which on steps that the fast matcher leaves uncounted would be too many

QString limited(const QString &expression, const char *limits)
{
    return QString::fromLatin1(limits) + expression;
}

constexpr char fastLimits[] = "(*LIMIT_MATCH=100000)";
constexpr char carefulLimits[] = "(*NO_JIT)(*LIMIT_MATCH=5000000)(*LIMIT_HEAP=65536)";

std::unexpected<Error> tooSlow()
{
    return failure(Words::tr("The search was given up."), Words::tr("The expression tries too many ways of matching in this text."),
        Words::tr("Make it simpler: one repetition (*, +) within another takes longest."), Error::Kind::Refused);
}

std::unexpected<Error> stopped()
{
    return failure(Words::tr("The search was stopped."), {}, {}, Error::Kind::Cancelled);
}

/// The matcher goes without checking over text in which each half of a pair has the other one.
QString wellFormed(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = std::as_const(text)[at];
        if (!unit.isSurrogate())
            continue;
        const bool isPair = unit.isHighSurrogate() && at + 1 < text.size() && std::as_const(text)[at + 1].isLowSurrogate();
        if (isPair)
            ++at;
        else
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

qsizetype behindLetter(QStringView text, qsizetype at)
{
    return at + (at + 1 < text.size() && text[at].isHighSurrogate() ? 2 : 1);
}

/// Where a slice from `from` ends: with a line, where one ends soon.
qsizetype sliceEnd(QStringView text, qsizetype from)
{
    const qsizetype least = from + slice;
    if (least >= text.size())
        return text.size();
    const qsizetype line = text.sliced(least, std::min(longestLine, text.size() - least)).indexOf(u'\n');
    const qsizetype end = line < 0 ? least : least + line + 1;
    return end < text.size() && text[end].isLowSurrogate() ? end + 1 : end;
}

} // namespace

Result<Finder> Finder::make(const Sought &sought)
{
    Finder finder;
    finder.m_sought = sought;
    if (!sought.isExpression)
        return finder;
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!sought.isExact)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression asTyped(limited(sought.text, fastLimits), options);
    if (!asTyped.isValid()) {
        const qsizetype at = std::clamp<qsizetype>(asTyped.patternErrorOffset() - qsizetype(sizeof fastLimits - 1), 0, sought.text.size());
        return failure(Words::tr("The expression cannot be read."), Words::tr("At character %1: %2.").arg(at + 1).arg(asTyped.errorString()),
            Words::tr("Put \\ before a mark that is meant as it is."), Error::Kind::Invalid);
    }
    const QString expression = sought.wholeWords ? u"\\b(?:%1)\\b"_s.arg(sought.text) : sought.text;
    finder.m_expression = QRegularExpression(limited(expression, fastLimits), options);
    finder.m_here = QRegularExpression(limited(u"\\G(?:%1)"_s.arg(expression), fastLimits), options);
    finder.m_careful = QRegularExpression(limited(expression, carefulLimits), options);
    if (!finder.m_expression.isValid()) {
        return failure(Words::tr("The expression cannot be read."), Words::tr("It cannot be limited to whole words."),
            Words::tr("Turn “Whole words” off, and write \\b in its place."), Error::Kind::Invalid);
    }
    return finder;
}

Result<QList<TextRange>> Finder::places(const QString &text, TextRange within, const JobState &state) const
{
    QList<TextRange> found;
    const auto done = each(text, within, state, [&](TextRange place, const QRegularExpressionMatch &) {
        found.append(place);
        return true;
    });
    return done ? Result<QList<TextRange>>(std::move(found)) : Result<QList<TextRange>>(failure(done));
}

Result<QList<Replacement>> Finder::replacements(const QString &text, TextRange within, const QString &by, const JobState &state) const
{
    const auto pieces = piecesOf(by);
    if (!pieces)
        return failure(pieces);
    QList<Replacement> found;
    const auto done = each(text, within, state, [&](TextRange place, const QRegularExpressionMatch &match) {
        found.append({place, written(*pieces, match)});
        return true;
    });
    return done ? Result<QList<Replacement>>(std::move(found)) : Result<QList<Replacement>>(failure(done));
}

Result<std::optional<QString>> Finder::replacementAt(const QString &text, TextRange within, TextRange place, const QString &by) const
{
    const auto pieces = piecesOf(by);
    if (!pieces)
        return failure(pieces);
    std::optional<QString> found;
    const auto done = each(text, within, {}, [&](TextRange next, const QRegularExpressionMatch &match) {
        if (next == place)
            found = written(*pieces, match);
        return next.offset < place.offset;
    });
    return done ? Result<std::optional<QString>>(found) : Result<std::optional<QString>>(failure(done));
}

QString Finder::written(const QList<Piece> &pieces, const QRegularExpressionMatch &match)
{
    QString written;
    for (const Piece &piece : pieces)
        written += piece.group < 0 ? QStringView(piece.letters) : match.capturedView(piece.group);
    return written;
}

Result<> Finder::each(const QString &text, TextRange within, const JobState &state, const Visit &visit) const
{
    if (m_sought.text.isEmpty())
        return {};
    if (m_sought.isExpression)
        return eachMatch(wellFormed(text), within, state, visit);
    if (state.isStopped())
        return stopped();
    eachPlain(text, within, visit);
    return state.isStopped() ? Result<>(stopped()) : Result<>();
}

void Finder::eachPlain(const QString &text, TextRange within, const Visit &visit) const
{
    const QStringView stretch = QStringView(text).sliced(within.offset, within.length);
    FoldedLetters letters;
    QString needle = m_sought.text;
    if (!m_sought.isExact) {
        needle = folded(needle);
        letters = foldedLetters(stretch);
        // A space is not to be found where a paragraph ends.
        for (qsizetype at = 0; at < letters.text.size(); ++at) {
            if (stretch[letters.places[at]] == u'\n')
                letters.text[at] = u'\n';
        }
    }
    if (needle.isEmpty())
        return;
    const QStringView looked = m_sought.isExact ? stretch : QStringView(letters.text);
    const auto place = [&](qsizetype at) { return m_sought.isExact ? at : qsizetype(letters.places[at]); };
    qsizetype lastEnd = 0;
    eachPlace(looked, needle, 0, [&](qsizetype at) {
        const qsizetype behind = at + needle.size();
        // One letter may be folded to several: ß is not half found.
        const bool cutsLetter = !m_sought.isExact && ((at > 0 && place(at - 1) == place(at)) || place(behind - 1) == place(behind));
        const qsizetype start = place(at);
        qsizetype end = behindLetter(stretch, place(behind - 1));
        while (end < stretch.size() && stretch[end].isMark() && !m_sought.isExact)
            ++end;
        const qsizetype offset = within.offset;
        const bool fits = !m_sought.wholeWords || (!isInWord(text, offset + start) && !isInWord(text, offset + end));
        if (cutsLetter || !fits || start < lastEnd)
            return false;
        lastEnd = end;
        return !visit({offset + start, end - start}, {});
    });
}

/// What begins at `place`, in the text up to `end`, which is moved on until it does not ask for more.
QRegularExpressionMatch Finder::matchAt(QStringView text, qsizetype place, qsizetype &end) const
{
    while (true) {
        const bool isWhole = end == text.size();
        const bool isFast = end - place <= longLine && m_here.isValid();
        const auto match = (isFast ? m_here : m_careful).matchView(text.first(end), place,
            isWhole ? QRegularExpression::NormalMatch : QRegularExpression::PartialPreferFirstMatch,
            QRegularExpression::DontCheckSubjectStringMatchOption
                | (isFast ? QRegularExpression::NoMatchOption : QRegularExpression::AnchorAtOffsetMatchOption));
        if (isWhole || !match.hasPartialMatch())
            return match;
        end = std::min(text.size(), place + 2 * (end - place) + slice);
        if (end < text.size() && text[end].isLowSurrogate())
            ++end;
    }
}

/// Each call of the matcher is bounded by the limits on its steps and by a short slice in which a match may begin. A match that may
/// go on behind the slice is looked for by itself.
Result<> Finder::eachMatch(const QString &subject, TextRange within, const JobState &state, const Visit &visit) const
{
    const QStringView text = QStringView(subject).first(within.end());
    QElapsedTimer timer;
    timer.start();
    qsizetype lastEnd = -1;
    qsizetype reach = 0; ///< a match that begins where the last one did not end was looked for up to here
    for (qsizetype from = within.offset; from <= text.size();) {
        if (state.isStopped())
            return stopped();
        if (timer.elapsed() > longest)
            return tooSlow();
        const qsizetype end = sliceEnd(text, from);
        const bool isLast = end == text.size();
        auto match = m_expression.matchView(text.first(end), from,
            isLast ? QRegularExpression::NormalMatch : QRegularExpression::PartialPreferFirstMatch,
            QRegularExpression::DontCheckSubjectStringMatchOption);
        qsizetype next = isLast ? text.size() + 1 : end;
        if (match.hasPartialMatch()) {
            const qsizetype begun = std::max(from, match.capturedStart());
            next = behindLetter(text, begun);
            reach = std::max(end, reach);
            match = matchAt(text, begun, reach);
        }
        if (!match.isValid())
            return tooSlow();
        if (match.hasMatch()) {
            const TextRange place{match.capturedStart(), match.capturedLength()};
            next = place.isEmpty() ? behindLetter(text, std::max(from, place.offset)) : std::max(from, place.end());
            const bool isRepeated = place.isEmpty() && place.offset == lastEnd;
            if (!isRepeated && place.offset >= lastEnd && !visit(place, match))
                return {};
            lastEnd = std::max(lastEnd, place.end());
        }
        from = next;
    }
    return {};
}

int Finder::groupOf(const QString &name) const
{
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    return isNumber ? (number <= m_expression.captureCount() ? number : -1) : int(m_expression.namedCaptureGroups().indexOf(name));
}

Result<QList<Finder::Piece>> Finder::piecesOf(const QString &by) const
{
    if (!m_sought.isExpression)
        return QList<Piece>{{by}};
    static const QRegularExpression mark(uR"(\\([nt\\$])|\$\$|(\$&)|[\\$]([0-9]{1,2})|\$\{(\w{1,32})\})"_s);
    QList<Piece> pieces;
    qsizetype at = 0;
    for (const QRegularExpressionMatch &found : mark.globalMatch(by)) {
        pieces.append({by.sliced(at, found.capturedStart() - at)});
        at = found.capturedEnd();
        const QString escaped = found.captured(1);
        QString name = found.captured(3) + found.captured(4);
        if (found.capturedLength(3) == 2 && groupOf(name) < 0) {
            name.chop(1); // $10 of an expression with fewer groups is the first one and a nought
            --at;
        }
        if (found.hasCaptured(2))
            pieces.append({{}, 0});
        else if (name.isEmpty())
            pieces.append({escaped == u"n" ? u"\n"_s : escaped == u"t" ? u"\t"_s : escaped.isEmpty() ? u"$"_s : escaped});
        else if (const int group = groupOf(name); group >= 0)
            pieces.append({{}, group});
        else
            return failure(Words::tr("Nothing was replaced."), Words::tr("The expression has no group “%1”.").arg(name),
                Words::tr("Put what it shall catch in ( )."), Error::Kind::Invalid);
    }
    pieces.append({by.sliced(at)});
    return pieces;
}

} // namespace redoubt
