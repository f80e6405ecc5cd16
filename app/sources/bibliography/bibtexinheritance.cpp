#include "app/sources/bibliography/bibtexentries.h"

#include <QHash>
#include <QSet>

namespace redoubt {

namespace {

/// What a field of the other entry is to the one that inherits it; empty where it is not inherited.
QString inheritedName(const QString &field, const QString &parent, const QString &child)
{
    static const QSet<QString> own{u"ids"_s, u"crossref"_s, u"xref"_s, u"entryset"_s, u"entrysubtype"_s, u"execute"_s, u"label"_s, u"options"_s,
        u"presort"_s, u"related"_s, u"relatedoptions"_s, u"relatedstring"_s, u"relatedtype"_s, u"shorthand"_s, u"shorthandintro"_s, u"sortkey"_s,
        u"keywords"_s, u"note"_s, u"annote"_s, u"annotation"_s, u"abstract"_s, u"file"_s, u"doi"_s, u"timestamp"_s, u"owner"_s, u"groups"_s,
        u"pages"_s, u"pagetotal"_s};
    static const QSet<QString> parts{u"incollection"_s, u"inbook"_s, u"inproceedings"_s, u"conference"_s, u"inreference"_s, u"suppcollection"_s, u"suppbook"_s, u"bookinbook"_s};
    if (own.contains(field))
        return {};
    const bool isPart = parts.contains(child);
    if (field == u"shorttitle" || field == u"sorttitle" || field == u"indextitle")
        return {};
    if (field == u"title")
        return parent == u"periodical" ? u"journaltitle"_s : parent.startsWith(u"mv") ? u"maintitle"_s : isPart ? u"booktitle"_s : u"title"_s;
    if (field == u"subtitle" || field == u"titleaddon")
        return parent == u"periodical" ? u"journal"_s + field : parent.startsWith(u"mv") ? u"main"_s + field : isPart ? u"book"_s + field : field;
    if (field == u"author" && isPart)
        return child == u"inbook" || child == u"bookinbook" || child == u"suppbook" ? u"bookauthor"_s : QString();
    return field;
}

bool has(const TaggedEntry &entry, const QString &field)
{
    return !entry.value(field).isEmpty();
}

class Inheritance
{
public:
    explicit Inheritance(QList<TaggedEntry> &entries)
        : m_entries(entries)
    {
        for (qsizetype i = 0; i < entries.size(); ++i)
            m_places.insert(entries.at(i).id.toLower(), m_places.value(entries.at(i).id.toLower(), i));
    }

    void resolve(qsizetype i, int depth = 0)
    {
        static constexpr int deepest = 16;
        if (m_done.contains(i) || depth > deepest)
            return;
        m_done.insert(i);
        for (const QString &key : m_entries.at(i).value(u"xdata").split(u',', Qt::SkipEmptyParts))
            inherit(i, key, true, depth);
        m_entries[i].fields.removeIf([](const auto &field) { return field.first == u"xdata"; });
        if (const QString key = m_entries.at(i).value(u"crossref"); !key.isEmpty())
            inherit(i, key, false, depth);
    }

private:
    void inherit(qsizetype i, const QString &key, bool isData, int depth)
    {
        const qsizetype from = m_places.value(key.trimmed().toLower(), -1);
        if (from < 0 || from == i)
            return;
        resolve(from, depth + 1);
        const TaggedEntry parent = m_entries.at(from);
        TaggedEntry &child = m_entries[i];
        const bool hasDate = has(child, u"date"_s) || has(child, u"year"_s);
        for (const auto &[name, value] : parent.fields) {
            const QString inherited = isData ? name : inheritedName(name, parent.type, child.type);
            // A year of its own stands against a date that is inherited, and the other way round.
            const bool isDated = hasDate && (inherited == u"date" || inherited == u"year" || inherited == u"month");
            const bool hasJournal = inherited == u"journaltitle" && has(child, u"journal"_s);
            if (!inherited.isEmpty() && !has(child, inherited) && !hasJournal && !isDated)
                child.fields.append({inherited, value});
        }
    }

    QList<TaggedEntry> &m_entries;
    QHash<QString, qsizetype> m_places;
    QSet<qsizetype> m_done;
};

} // namespace

void inheritFields(QList<TaggedEntry> &entries)
{
    Inheritance inheritance(entries);
    for (qsizetype i = 0; i < entries.size(); ++i)
        inheritance.resolve(i);
    entries.removeIf([](const TaggedEntry &entry) { return entry.type == u"xdata"; });
}

} // namespace redoubt
