#include "app/sources/feed/feedprologue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Feed)
};

constexpr qsizetype longestEntity = 1000;
constexpr qsizetype mostEntities = 2000;

void blank(QString &text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        if (text[i] != u'\n' && text[i] != u'\r')
            text[i] = u' ';
    }
}

/// Behind the document type declaration that begins at `at`: quotes, comments and the inner part are passed over.
qsizetype endOfDoctype(const QString &text, qsizetype at)
{
    QChar quote;
    bool isInside = false;
    for (qsizetype i = at; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (QStringView(text).sliced(i).startsWith(u"<!--")) {
            const qsizetype end = text.indexOf(u"-->", i + 4);
            if (end < 0)
                return text.size();
            i = end + 2;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'[' || c == u']') {
            isInside = c == u'[';
        } else if (c == u'>' && !isInside) {
            return i + 1;
        }
    }
    return text.size();
}

/// The value of an entity with its numeric references read.
QString literalValue(const QString &written)
{
    static const QRegularExpression number(u"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));"_s);
    QString value;
    qsizetype from = 0;
    for (const auto &match : number.globalMatch(written)) {
        const uint code = match.capturedLength(1) > 0 ? match.captured(1).toUInt(nullptr, 16) : match.captured(2).toUInt();
        value += QStringView(written).sliced(from, match.capturedStart() - from);
        if (code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code)) {
            const char32_t character = code;
            value += QString::fromUcs4(&character, 1);
        }
        from = match.capturedEnd();
    }
    return value.append(QStringView(written).sliced(from));
}

void readEntities(FeedPrologue &prologue, const QString &doctype, qsizetype offset)
{
    static const QRegularExpression entity(u"<!ENTITY\\s+([A-Za-z_:][\\w:.-]*)\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>"_s);
    static const QRegularExpression reference(u"&(?!(?:#\\d+|#x[0-9A-Fa-f]+|amp|lt|gt|quot|apos);)|%[A-Za-z_][\\w.-]*;"_s);
    for (const auto &match : entity.globalMatch(doctype)) {
        const QString written = match.capturedLength(2) > 0 ? match.captured(2) : match.captured(3);
        const QString value = literalValue(written);
        prologue.problemAt = offset + match.capturedStart();
        if (reference.match(value).hasMatch())
            prologue.problem = Words::tr("The entity “%1” is made of others, which could make the text grow without end.").arg(match.captured(1).left(40));
        else if (value.size() > longestEntity || prologue.entities.size() >= mostEntities)
            prologue.problem = Words::tr("The document type declares more than %1 entities, or one of more than %2 characters.").arg(mostEntities).arg(longestEntity);
        if (!prologue.problem.isEmpty())
            return;
        if (!prologue.entities.contains(match.captured(1)))
            prologue.entities.insert(match.captured(1), value);
    }
}

/// Where the document begins in what a server may have put before it, such as a warning in HTML.
qsizetype startOf(const QString &text)
{
    constexpr qsizetype farthest = 65'536;
    static const QRegularExpression certain(u"<\\?xml\\s|<(?:rss|feed|rdf:RDF|opml)[\\s>]"_s, QRegularExpression::CaseInsensitiveOption);
    const QString start = text.left(farthest);
    qsizetype at = 0;
    while (at < start.size() && (start[at].isSpace() || start[at] == QChar::ByteOrderMark))
        ++at;
    const bool isMarkup = at + 1 < start.size() && start[at] == u'<' && (start[at + 1] == u'?' || start[at + 1] == u'!' || start[at + 1].isLetter());
    if (isMarkup && !start.sliced(at).startsWith(u"<br") && !start.sliced(at).startsWith(u"<b>"))
        return at;
    const qsizetype found = start.indexOf(certain);
    return found < 0 ? at : found;
}

bool isXmlCharacter(QChar c)
{
    return c >= u' ' ? c.unicode() < 0xfffe : c == u'\t' || c == u'\n' || c == u'\r';
}

/// Whether a reference stands at `at`, as XML spells them: a name or a number of a character that XML has.
bool isReference(const QString &text, qsizetype at)
{
    constexpr qsizetype longest = 64;
    const QStringView rest = QStringView(text).sliced(at + 1, std::min(longest, text.size() - at - 1));
    const qsizetype end = rest.indexOf(u';');
    if (end < 1)
        return false;
    const QStringView name = rest.first(end);
    if (name.front() != u'#') {
        return (name.front().isLetter() || name.front() == u'_')
            && std::ranges::all_of(name, [](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'_' || c == u'.' || c == u'-' || c == u':'; });
    }
    bool isNumber = false;
    const bool isHex = name.size() > 1 && name[1] == u'x';
    const uint code = isHex ? name.sliced(2).toUInt(&isNumber, 16) : name.sliced(1).toUInt(&isNumber, 10);
    const bool isControl = code < 0x20 && code != 9 && code != 10 && code != 13;
    return isNumber && !isControl && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code) && code != 0xfffe && code != 0xffff;
}

} // namespace

FeedPrologue withoutPrologue(QString text)
{
    FeedPrologue prologue;
    qsizetype at = startOf(text);
    blank(text, 0, at);
    while (at < text.size()) {
        const QStringView rest = QStringView(text).sliced(at);
        if (rest.front().isSpace()) {
            ++at;
            continue;
        }
        const bool isDoctype = rest.startsWith(u"<!DOCTYPE", Qt::CaseInsensitive);
        if (!isDoctype && !rest.startsWith(u"<?") && !rest.startsWith(u"<!--"))
            break;
        const QString mark = rest.startsWith(u"<?") ? u"?>"_s : u"-->"_s;
        const qsizetype found = isDoctype ? endOfDoctype(text, at) : text.indexOf(mark, at);
        const qsizetype end = found < 0 ? text.size() : isDoctype ? found : found + mark.size();
        if (isDoctype)
            readEntities(prologue, text.sliced(at, end - at), at);
        if (!prologue.problem.isEmpty())
            break;
        blank(text, at, end);
        at = end;
    }
    prologue.text = std::move(text);
    return prologue;
}

qsizetype overfullTag(const QString &xml)
{
    for (qsizetype at = xml.indexOf(u'<'); at >= 0; at = xml.indexOf(u'<', at)) {
        const QStringView rest = QStringView(xml).sliced(at);
        if (const bool isText = rest.startsWith(u"<![CDATA["); isText || rest.startsWith(u"<?")) {
            at = xml.indexOf(isText ? u"]]>"_s : u"?>"_s, at);
            if (at < 0)
                return -1;
            continue;
        }
        const qsizetype tag = at++;
        int attributes = 0;
        QChar quote;
        for (; at < xml.size() && (xml[at] != u'>' || !quote.isNull()); ++at) {
            const QChar c = xml[at];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if (c == u'"' || c == u'\'')
                quote = c;
            else if (c == u'=' && ++attributes > mostAttributes)
                return tag;
        }
    }
    return -1;
}

QString repairedXml(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / 64);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'<' && QStringView(text).sliced(at).startsWith(u"<![CDATA[")) {
            const qsizetype end = text.indexOf(u"]]>", at);
            const qsizetype to = end < 0 ? text.size() : end + 3;
            for (; at < to; ++at)
                out += isXmlCharacter(text[at]) ? text[at] : QChar(u' ');
            --at;
        } else if (c == u'<' && QStringView(text).sliced(at).startsWith(u"<!--")) {
            const qsizetype end = text.indexOf(u"-->", at + 4);
            const qsizetype to = end < 0 ? text.size() : end + 3;
            // Hyphens within a comment are no error worth losing a feed for.
            if (end >= 0)
                out += QString(QStringView(text).sliced(at, to - at).count(u'\n'), u'\n');
            if (end < 0)
                out += u"<!--";
            at = to - 1;
        } else if (c == u'&' && !isReference(text, at)) {
            const bool isNumber = at + 1 < text.size() && text[at + 1] == u'#';
            static const QRegularExpression number(u"&#[xX]?[0-9A-Fa-f]{1,12};"_s);
            const auto match = isNumber ? number.matchView(QStringView(text).sliced(at, std::min<qsizetype>(20, text.size() - at)), 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption) : QRegularExpressionMatch();
            out += match.hasMatch() ? u"\uFFFD"_s : u"&amp;"_s;
            at += match.hasMatch() ? match.capturedLength() - 1 : 0;
        } else {
            out += isXmlCharacter(c) ? c : QChar(u' ');
        }
    }
    return out;
}

} // namespace redoubt
