#include "app/brief/document.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QString quoted(QString text)
{
    return u'"' + text.replace(u'\n', u"\\n"_s) + u'"';
}

QString place(TextRange range)
{
    return u" %1+%2"_s.arg(range.offset).arg(range.length);
}

QString describe(const Attributes &attributes)
{
    QString text;
    if (!attributes.id.isEmpty())
        text += u" #"_s + attributes.id;
    for (const QString &name : attributes.classes)
        text += u" ."_s + name;
    for (const auto &[name, value] : attributes.values)
        text += u' ' + name + u'=' + quoted(value);
    return text;
}

QString describe(const CitationCluster &cluster)
{
    QString text = cluster.inText ? u" in-text"_s : QString();
    for (const Citation &citation : cluster.citations) {
        text += u" ("_s;
        if (!citation.prefix.isEmpty())
            text += quoted(citation.prefix) + u' ';
        text += (citation.suppressAuthor ? u"-"_s : QString()) + citation.key;
        if (!citation.locator.isEmpty())
            text += u" at "_s + quoted(citation.locator);
        if (!citation.suffix.isEmpty())
            text += u' ' + quoted(citation.suffix);
        text += u')';
    }
    return text;
}

QString name(Span::Kind kind)
{
    static const QStringList names{u"text"_s, u"emphasis"_s, u"strong"_s, u"strikeout"_s, u"code"_s, u"link"_s, u"project-link"_s,
        u"image"_s, u"citation"_s, u"footnote-reference"_s, u"soft-break"_s, u"hard-break"_s, u"raw"_s};
    return names[qsizetype(kind)];
}

QString name(Block::Kind kind)
{
    static const QStringList names{u"heading"_s, u"paragraph"_s, u"list"_s, u"item"_s, u"quote"_s, u"table"_s, u"code"_s,
        u"argdown"_s, u"timeline"_s, u"watchlist"_s, u"div"_s, u"break"_s, u"raw"_s, u"footnote"_s};
    return names[qsizetype(kind)];
}

void add(const QList<Span> &spans, int depth, QString &out)
{
    for (const Span &span : spans) {
        out += QString(depth * 2, u' ') + name(span.kind) + place(span.range);
        if (span.kind == Span::Kind::Citation)
            out += describe(span.citation);
        else if (!span.text.isEmpty())
            out += u' ' + quoted(span.text);
        if (!span.address.isEmpty())
            out += u" <"_s + span.address + u'>';
        if (!span.title.isEmpty())
            out += u' ' + quoted(span.title);
        out += u'\n';
        add(span.children, depth + 1, out);
    }
}

QString describe(const Block &block)
{
    static const QStringList roles{QString(), u" incident"_s, u" received"_s, u" different"_s, u" watch"_s};
    QString text;
    if (block.kind == Block::Kind::Heading)
        text += u' ' + QString::number(block.level) + roles[qsizetype(block.role)];
    if (block.kind == Block::Kind::List)
        text += (block.ordered ? u" from "_s + QString::number(block.start) : u" bullets"_s) + (block.tight ? u" tight"_s : QString());
    for (const Block::Align align : block.columns)
        text += u' ' + u"-lcr"_s.mid(qsizetype(align), 1);
    text += describe(block.attributes);
    if (!block.language.isEmpty())
        text += u" language "_s + block.language;
    if (!block.text.isEmpty())
        text += u' ' + quoted(block.text);
    if (!block.content.isEmpty() && block.content != block.range)
        text += u" content"_s + place(block.content);
    return text;
}

void add(const QList<Block> &blocks, int depth, QString &out)
{
    for (const Block &block : blocks) {
        out += QString(depth * 2, u' ') + name(block.kind) + place(block.range) + describe(block) + u'\n';
        add(block.spans, depth + 1, out);
        for (qsizetype i = 0; i < block.rows.size(); ++i) {
            for (const Block::Cell &cell : block.rows[i]) {
                out += QString(depth * 2 + 2, u' ') + (i < block.headerRows ? u"th\n"_s : u"td\n"_s);
                add(cell.spans, depth + 2, out);
            }
        }
        add(block.children, depth + 1, out);
    }
}

} // namespace

QString dump(const Document &document)
{
    QString out;
    for (const auto &[field, value] : document.metadata)
        out += u"metadata "_s + field + u" = "_s + quoted(value) + u'\n';
    if (!document.complete)
        out += u"incomplete\n"_s;
    add(document.blocks, 0, out);
    return out;
}

} // namespace redoubt
