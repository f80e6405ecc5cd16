#include "app/sources/feed/feedtags.h"

#include "app/sources/feed/feeddocument.h"

#include <QList>

#include <algorithm>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// How many tags behind an end tag that fits nothing tell what it was meant for.
constexpr int farthestLook = 64;

struct Tag
{
    enum class Kind { Start, End, Empty };

    Kind kind = Kind::Empty;
    QStringView name{};
    qsizetype from = 0, to = 0; ///< with its angle brackets
};

/// Behind the tag that begins at `at`, its attributes' values passed over; -1 when it does not end.
qsizetype endOfTag(QStringView xml, qsizetype at)
{
    QChar quote;
    for (; at < xml.size(); ++at) {
        const QChar c = xml[at];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'>')
            return at + 1;
    }
    return -1;
}

/// The next tag of an element; comments, instructions and CDATA are passed over. Nothing when there is none, or one that does not end.
std::optional<Tag> nextTag(QStringView xml, qsizetype at)
{
    for (at = xml.indexOf(u'<', at); at >= 0; at = xml.indexOf(u'<', at)) {
        const QStringView rest = xml.sliced(at);
        const QStringView mark = rest.startsWith(u"<![CDATA[") ? u"]]>" : rest.startsWith(u"<!--") ? u"-->" : rest.startsWith(u"<?") ? u"?>" : u"";
        if (!mark.isEmpty()) {
            const qsizetype end = xml.indexOf(mark, at);
            if (end < 0)
                return {};
            at = end + mark.size();
            continue;
        }
        const qsizetype end = endOfTag(xml, at);
        if (end < 0)
            return {};
        const bool isEnd = rest.startsWith(u"</");
        const qsizetype from = at + (isEnd ? 2 : 1);
        qsizetype to = from;
        while (to < end - 1 && !xml[to].isSpace() && xml[to] != u'/')
            ++to;
        const bool isEmpty = !isEnd && xml[end - 2] == u'/';
        if (to > from)
            return Tag{isEnd ? Tag::Kind::End : isEmpty ? Tag::Kind::Empty : Tag::Kind::Start, xml.sliced(from, to - from), at, end};
        at = end;
    }
    return {};
}

/// Whether the first end tag from `at` on whose element does not begin there is one of `name`.
bool endsLater(QStringView xml, qsizetype at, QStringView name)
{
    int open = 0;
    for (int looked = 0; looked < farthestLook; ++looked) {
        const auto tag = nextTag(xml, at);
        if (!tag)
            return false;
        if (tag->kind == Tag::Kind::End && open == 0)
            return tag->name == name;
        open += tag->kind == Tag::Kind::Start ? 1 : tag->kind == Tag::Kind::End ? -1 : 0;
        at = tag->to;
    }
    return false;
}

/// Whether an element holds a feed together.
bool isFrame(QStringView name)
{
    static const QStringList frames{u"rss"_s, u"rdf"_s, u"channel"_s, u"feed"_s, u"items"_s, u"item"_s, u"entry"_s};
    return frames.contains(name.sliced(name.indexOf(u':') + 1), Qt::CaseInsensitive);
}

} // namespace

QString withFittingTags(const QString &xml)
{
    QString out;
    qsizetype copied = 0;
    QList<QStringView> open;
    const auto end = [&](const QString &name) { out += u"</"_s + name + u'>'; };
    for (auto tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag->to)) {
        if (tag->kind == Tag::Kind::Start)
            open.append(tag->name);
        if (open.size() > feedlimits::deepestNesting || open.isEmpty())
            break;
        if (tag->kind != Tag::Kind::End)
            continue;
        if (open.last() != tag->name) {
            const qsizetype own = open.lastIndexOf(tag->name);
            const bool isOpen = own >= 0;
            if (isOpen && std::any_of(open.cbegin() + own, open.cend(), isFrame))
                break;
            out += QStringView(xml).sliced(copied, tag->from - copied);
            copied = isOpen ? tag->from : tag->to;
            for (; isOpen && open.last() != tag->name; open.removeLast())
                end(open.last().toString());
            // What fits nothing ends the root only when nothing follows.
            if (!isOpen && (open.size() == 1 ? nextTag(xml, tag->to).has_value() : endsLater(xml, tag->to, open.last())))
                continue;
            if (!isOpen)
                end(open.last().toString());
        }
        open.removeLast();
        if (open.isEmpty())
            break;
    }
    return out.append(QStringView(xml).sliced(copied));
}

} // namespace redoubt
