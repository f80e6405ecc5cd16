#include "app/sources/feed/feedtext.h"

#include "app/base/entity.h"

#include <QRegularExpression>
#include <QSet>

#include <gumbo.h>

#include <array>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 32;

/// Reads the references in `text` to the end of `out`.
void appendDecoded(QStringView text, QString &out)
{
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at)) {
        out += text.sliced(from, at - from);
        from = at;
        const QStringView rest = text.sliced(at + 1, std::min(longestName + 1, text.size() - at - 1));
        const qsizetype end = rest.indexOf(u';');
        const QStringView name = rest.first(std::max<qsizetype>(end, 0));
        const QString character = entityText(name);
        if (!character.isEmpty()) {
            out += character;
            from = at + end + 2;
        }
        at = std::max(at + 1, from);
    }
    out += text.sliced(from);
}

/// Where the tag that begins at `at` ends, behind its >; -1 when it never does. A > within a quoted value is none.
qsizetype tagEnd(QStringView html, qsizetype at)
{
    if (html.sliced(at).startsWith(u"<!--")) {
        const qsizetype end = html.indexOf(u"-->", at + 4);
        return end < 0 ? -1 : end + 3;
    }
    QChar quote;
    for (qsizetype i = at + 1; i < html.size(); ++i) {
        const QChar c = html[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if ((c == u'"' || c == u'\'') && html[i - 1] == u'=')
            quote = c;
        else if (c == u'>')
            return i + 1;
    }
    return -1;
}

QString tagName(QStringView tag)
{
    qsizetype at = tag.size() > 1 && tag[1] == u'/' ? 2 : 1;
    const qsizetype from = at;
    while (at < tag.size() && tag[at].isLetterOrNumber())
        ++at;
    return tag.sliced(from, at - from).toString().toLower();
}

bool beginsTag(QStringView html, qsizetype at)
{
    const QChar next = at + 1 < html.size() ? html[at + 1] : QChar();
    return next == u'/' || next == u'!' || next == u'?' || (next.unicode() < 128 && next.isLetter());
}

} // namespace

bool isBlockElement(const QString &name)
{
    static const QSet<QString> blocks{u"p"_s, u"div"_s, u"br"_s, u"li"_s, u"ul"_s, u"ol"_s, u"tr"_s, u"table"_s, u"blockquote"_s, u"pre"_s, u"hr"_s, u"h1"_s,
        u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"section"_s, u"article"_s, u"header"_s, u"footer"_s, u"dd"_s, u"dt"_s, u"figure"_s, u"figcaption"_s};
    return blocks.contains(name);
}

bool isHiddenElement(const QString &name)
{
    return name == "script"_L1 || name == "style"_L1 || name == "noscript"_L1 || name == "template"_L1;
}

QString tidyLines(const QString &text)
{
    QString out;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const QString plain = line.toString().simplified();
        if (!plain.isEmpty())
            out += (out.isEmpty() ? QString() : u"\n"_s) + plain;
    }
    return out;
}

QString textOfHtml(QStringView html)
{
    QString out;
    qsizetype from = 0;
    for (qsizetype at = html.indexOf(u'<'); at >= 0; at = html.indexOf(u'<', at)) {
        if (!beginsTag(html, at)) {
            ++at;
            continue;
        }
        const qsizetype end = tagEnd(html, at);
        if (end < 0)
            break;
        appendDecoded(html.sliced(from, at - from).toString().replace(u'\n', u' '), out);
        const QStringView tag = html.sliced(at, end - at);
        const QString name = tagName(tag);
        from = at = end;
        if (isBlockElement(name))
            out += u'\n';
        if (!isHiddenElement(name) || tag[1] == u'/')
            continue;
        const qsizetype close = html.indexOf(u"</"_s + name, at, Qt::CaseInsensitive);
        if (close < 0) {
            from = html.size();
            break;
        }
        from = at = close;
    }
    appendDecoded(html.sliced(from).toString().replace(u'\n', u' '), out);
    return tidyLines(out);
}

bool looksLikeHtml(const QString &text)
{
    static const QRegularExpression sign(u"</[A-Za-z][A-Za-z0-9]*\\s*>|<(?:br|img|hr|wbr)\\b[^<>]*>|&(?:#\\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);"_s);
    static const QRegularExpression tag(u"</?([A-Za-z][A-Za-z0-9]*)"_s);
    static const QRegularExpression reference(u"&([A-Za-z][A-Za-z0-9]*);"_s);
    if (!sign.match(text).hasMatch())
        return false;
    for (const auto &match : tag.globalMatch(text)) {
        if (gumbo_tag_enum(match.captured(1).toLower().toLatin1().constData()) == GUMBO_TAG_UNKNOWN)
            return false;
    }
    for (const auto &match : reference.globalMatch(text)) {
        if (entityText(match.capturedView(1)).isEmpty())
            return false;
    }
    return true;
}

QString withoutC1(QString text)
{
    static constexpr std::array<char16_t, 32> windows1252{u'€', 0, u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹', u'Œ', 0, u'Ž', 0, 0, u'‘', u'’', u'“', u'”',
        u'•', u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0, u'ž', u'Ÿ'};
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9f)
            c = windows1252.at(c.unicode() - 0x80U) == 0 ? QChar(u' ') : QChar(windows1252.at(c.unicode() - 0x80U));
    }
    return text;
}

} // namespace redoubt
