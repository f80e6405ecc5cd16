#include "app/brief/comment.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr QStringView opening = u"<!--";
constexpr QStringView closing = u"-->";

/// The comment that a selection lies in, marks included; one that is selected as a whole counts too.
std::optional<TextRange> commentAround(QStringView text, TextRange selection)
{
    const qsizetype from = std::min(text.size(), selection.offset + (selection.isEmpty() ? 0 : opening.size()));
    const qsizetype start = text.first(from).lastIndexOf(opening);
    if (start < 0)
        return std::nullopt;
    const qsizetype end = text.indexOf(closing, start + opening.size());
    if (end < 0 || end + closing.size() < selection.end())
        return std::nullopt;
    return TextRange{start, end + closing.size() - start};
}

TypedChange uncomment(QStringView text, TextRange comment, TextRange selection)
{
    QStringView inside = text.sliced(comment.offset + opening.size(), comment.length - opening.size() - closing.size());
    qsizetype taken = opening.size();
    if (inside.startsWith(u' ') || inside.startsWith(u'\n')) {
        inside = inside.sliced(1);
        ++taken;
    }
    if (inside.endsWith(u' ') || inside.endsWith(u'\n'))
        inside.chop(1);
    const auto moved = [&](qsizetype position) {
        return comment.offset + std::clamp<qsizetype>(position - comment.offset - taken, 0, inside.size());
    };
    const qsizetype start = moved(selection.offset);
    return {comment, inside.toString(), {start, moved(selection.end()) - start}};
}

TextRange lineAround(QStringView text, qsizetype position)
{
    const qsizetype start = text.first(position).lastIndexOf(u'\n') + 1;
    const qsizetype end = text.indexOf(u'\n', position);
    return {start, (end < 0 ? text.size() : end) - start};
}

TextRange trimmed(QStringView text, TextRange range)
{
    const QStringView chosen = text.sliced(range.offset, range.length);
    const QStringView words = chosen.trimmed();
    return words.isEmpty() ? range : TextRange{range.offset + (words.begin() - chosen.begin()), words.size()};
}

} // namespace

TypedChange toggleComment(QStringView text, TextRange selection)
{
    if (const auto comment = commentAround(text, selection))
        return uncomment(text, *comment, selection);
    const bool ofLine = selection.isEmpty();
    const TextRange range = trimmed(text, ofLine ? lineAround(text, selection.offset) : selection);
    QString words = text.sliced(range.offset, range.length).toString();
    // A comment cannot hold another one.
    words.remove(opening.toString()).remove(closing.toString());
    const bool startsLine = text.first(range.offset).sliced(lineAround(text, range.offset).offset).trimmed().isEmpty();
    const QStringView behind = text.sliced(range.end());
    const bool endsLine = behind.isEmpty() || behind.first(std::max<qsizetype>(0, lineAround(text, range.end()).end() - range.end())).trimmed().isEmpty();
    const bool isBlock = words.contains(u"\n\n"_s);
    const QString before = isBlock ? (startsLine ? u"<!--\n"_s : u"\n\n<!--\n"_s) : u"<!-- "_s;
    const QString after = (isBlock ? u"\n-->"_s : u" -->"_s) + (startsLine && !endsLine ? u"\n"_s : QString());
    const qsizetype inner = range.offset + before.size();
    if (!ofLine)
        return {range, before + words + after, {inner, words.size()}};
    const qsizetype cursor = std::clamp<qsizetype>(selection.offset - range.offset, 0, words.size());
    return {range, before + words + after, {inner + cursor, 0}};
}

} // namespace redoubt
