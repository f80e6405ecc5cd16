#include "app/base/folding.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Letters that Unicode does not take apart into a plain one and an accent, and marks that are typed in several ways.
const QHash<char32_t, QByteArray> &special()
{
    static const QHash<char32_t, QByteArray> letters{{U'ł', "l"}, {U'ø', "o"}, {U'đ', "d"}, {U'ð', "d"}, {U'þ', "th"},
        {U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'ı', "i"}, {U'ħ', "h"}, {U'ŋ', "ng"}, {U'ə', "e"}, {U'‘', "'"},
        {U'’', "'"}, {U'‚', "'"}, {U'‛', "'"}, {U'“', "\""}, {U'”', "\""}, {U'„', "\""}, {U'‟', "\""}, {U'−', "-"},
        // Arabic: forms of alef, yeh, teh and kaf that are typed for one another; the tatweel only stretches a word.
        {U'\u0671', "\u0627"}, {U'\u0649', "\u064a"}, {U'\u06cc', "\u064a"}, {U'\u0629', "\u0647"}, {U'\u06a9', "\u0643"},
        {U'\u0640', ""}};
    return letters;
}

QByteArray computed(char32_t letter)
{
    const QString whole = QString::fromUcs4(&letter, 1);
    QByteArray plain;
    for (const char32_t part : whole.normalized(QString::NormalizationForm_KD).toCaseFolded().toUcs4()) {
        const QChar::Category category = QChar::category(part);
        if (const auto found = special().constFind(part); found != special().constEnd())
            plain += *found;
        else if (category == QChar::Punctuation_Dash)
            plain += '-';
        else if (QChar::isSpace(part))
            plain += ' ';
        else if (category == QChar::Number_DecimalDigit)
            plain += char('0' + QChar::digitValue(part));
        else if (!QChar::isMark(part) && category != QChar::Other_Format)
            plain += QString::fromUcs4(&part, 1).toUtf8();
    }
    return plain;
}

/// What the letters become that do not stay as they are, up to the end of the first plane. Scripts without case and accents
/// that fill it for the most part need no looking into.
const QHash<char32_t, QByteArray> &table()
{
    static const QHash<char32_t, QByteArray> letters = [] {
        QHash<char32_t, QByteArray> made;
        const auto add = [&](char32_t from, char32_t to) {
            for (char32_t letter = from; letter < to; ++letter) {
                if (QByteArray plain = computed(letter); plain != QString::fromUcs4(&letter, 1).toUtf8())
                    made.insert(letter, std::move(plain));
            }
        };
        add(0x80, 0x3400);
        add(0xa000, 0xac00);
        add(0xf900, 0xfffe);
        return made;
    }();
    return letters;
}

/// The length of the letter at the start of some bytes that are not all ASCII, and the letter; a byte that begins none
/// stands for itself.
std::pair<qsizetype, char32_t> letterAt(QByteArrayView bytes)
{
    const auto byte = [&](qsizetype at) { return char32_t(uchar(bytes[at])); };
    const auto follows = [&](qsizetype at) { return at < bytes.size() && (byte(at) & 0xc0) == 0x80; };
    const char32_t first = byte(0);
    if (first >= 0xc2 && first < 0xe0 && follows(1))
        return {2, (first & 0x1f) << 6 | (byte(1) & 0x3f)};
    if (first >= 0xe0 && first < 0xf0 && follows(1) && follows(2))
        return {3, (first & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f)};
    return {1, 0};
}

/// Appends ASCII in lower case.
void appendPlain(QByteArrayView ascii, QByteArray &out)
{
    const qsizetype before = out.size();
    out.resizeForOverwrite(before + ascii.size());
    char *to = out.data() + before;
    for (const char from : ascii) {
        const auto letter = uchar(from);
        const bool isSpace = uchar(letter - 9) < 5;
        const bool isUpper = uchar(letter - 'A') < 26;
        *to++ = char(isSpace ? ' ' : letter + (isUpper ? 32 : 0));
    }
}

} // namespace

void appendFolded(QByteArrayView utf8, QByteArray &out)
{
    const auto &letters = table();
    for (qsizetype at = 0; at < utf8.size();) {
        qsizetype end = at;
        while (end < utf8.size() && uchar(utf8[end]) < 128)
            ++end;
        appendPlain(utf8.sliced(at, end - at), out);
        if (end == utf8.size())
            return;
        const auto [length, letter] = letterAt(utf8.sliced(end));
        const auto found = letters.constFind(letter);
        out.append(found != letters.constEnd() ? QByteArrayView(*found) : utf8.sliced(end, length));
        at = end + length;
    }
}

FoldedLetters foldedLetters(QStringView text)
{
    const auto &letters = table();
    FoldedLetters folded;
    folded.text.reserve(text.size());
    folded.places.reserve(text.size() + 1);
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const qsizetype length = isPair ? 2 : 1;
        const char16_t unit = text[at].unicode();
        if (unit < 128) {
            const bool isSpace = unsigned(unit - 9) < 5;
            const bool isUpper = unsigned(unit - 'A') < 26;
            folded.text.append(QChar(isSpace ? u' ' : char16_t(unit + (isUpper ? 32 : 0))));
        } else if (const auto found = letters.constFind(unit); !isPair && found != letters.constEnd()) {
            folded.text.append(QString::fromUtf8(*found));
        } else {
            folded.text.append(text.sliced(at, length));
        }
        while (folded.places.size() < folded.text.size())
            folded.places.append(int(at));
        at += length;
    }
    folded.places.append(int(text.size()));
    return folded;
}

QString folded(QStringView text)
{
    QByteArray out;
    appendFolded(text.toUtf8(), out);
    return QString::fromUtf8(out);
}

} // namespace redoubt
