#include "app/project/fulltext.h"

#include "app/base/words.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int mostRanked = 10'000;
constexpr qsizetype fewestLettersRanked = 4;
// What of the newest rows is read to find a beginning of a word in them, before the index is asked.
constexpr int mostRead = 2000;
constexpr qsizetype mostLettersRead = 16'000'000;

struct Index
{
    QStringList columns;
    QString weights; ///< how much a word counts in each column
};

Index indexOf(const QString &table)
{
    static const QHash<QString, Index> known{{u"event"_s, {{u"title"_s, u"place"_s, u"summary"_s}, u"8, 2, 1"_s}},
        {u"source"_s, {{u"title"_s, u"author"_s, u"publisher"_s, u"note"_s}, u"8, 4, 2, 1"_s}}, {u"capture"_s, {{u"text"_s}, u"1"_s}},
        {u"excerpt"_s, {{u"exact"_s, u"speaker"_s, u"note"_s}, u"2, 2, 1"_s}}, {u"brief"_s, {{u"title"_s, u"text"_s}, u"8, 1"_s}}};
    return known.value(table);
}

QString oneOf(const QList<SoughtWords> &alternatives)
{
    QStringList texts;
    for (const SoughtWords &sought : alternatives)
        texts.append(matchText(sought));
    return u'(' + texts.join(u" OR "_s) + u')';
}

QString matchText(const TextQuestion &question)
{
    QStringList texts;
    for (const QList<SoughtWords> &group : question.groups)
        texts.append(oneOf(group));
    const QString wanted = texts.join(u" AND "_s);
    return question.excluded.isEmpty() ? wanted : u"(%1) NOT %2"_s.arg(wanted, oneOf(question.excluded));
}

/// Three letters or fewer, with which a word begins.
bool isShortBeginning(const SoughtWords &sought)
{
    return sought.isPrefix && sought.words.size() == 1 && QString::fromUtf8(sought.words.last()).size() < fewestLettersRanked;
}

bool hasShortBeginning(const QList<SoughtWords> &alternatives)
{
    return std::ranges::any_of(alternatives, isShortBeginning);
}

bool isBetter(const TextHit &a, const TextHit &b)
{
    return a.score != b.score ? a.score > b.score : a.row > b.row;
}

/// The best among the rows that come by.
class Best
{
public:
    explicit Best(int most)
        : m_most(size_t(most))
    {
    }

    void add(const TextHit &hit)
    {
        if (m_hits.size() == m_most) {
            if (m_most == 0 || !isBetter(hit, m_hits.front()))
                return;
            std::ranges::pop_heap(m_hits, isBetter);
            m_hits.pop_back();
        }
        m_hits.push_back(hit);
        std::ranges::push_heap(m_hits, isBetter);
    }

    QList<TextHit> inOrder()
    {
        std::ranges::sort(m_hits, isBetter);
        return {m_hits.begin(), m_hits.end()};
    }

private:
    size_t m_most;
    std::vector<TextHit> m_hits; ///< a heap with the worst in front
};

Result<QSet<qint64>> rowsMatching(const Reader &reader, const QString &table, const QString &match)
{
    QSet<qint64> rows;
    const auto read = reader.eachRaw(u"SELECT rowid FROM %1_search WHERE %1_search MATCH ?"_s.arg(table), {match}, [&](const RawRow &row) {
        rows.insert(row.number(0));
        return true;
    });
    return read ? Result<QSet<qint64>>(std::move(rows)) : Result<QSet<qint64>>(failure(read));
}

/// The newest rows that `sql` gives and `passes` lets through.
Result<QList<TextHit>> newest(const Reader &reader, const QString &sql, const QVariantList &values, int most,
    const std::function<bool(qint64)> &passes)
{
    QList<TextHit> hits;
    const auto read = reader.eachRaw(sql, values, [&](const RawRow &row) {
        if (hits.size() < most && passes(row.number(0)))
            hits.append({row.number(0), 0});
        return hits.size() < most;
    });
    return read ? Result<QList<TextHit>>(std::move(hits)) : Result<QList<TextHit>>(failure(read));
}

// FTS5 keeps the length of every row that it knows: a list of them.
QString allRows(const QString &table)
{
    return u"SELECT id FROM %1_search_docsize ORDER BY id DESC"_s.arg(table);
}

Result<QList<TextHit>> newestWithout(const Reader &reader, const QString &table, const QList<SoughtWords> &excluded, int most,
    const std::function<bool(qint64)> &passes)
{
    Result<QSet<qint64>> without;
    if (!excluded.isEmpty())
        without = rowsMatching(reader, table, oneOf(excluded));
    if (!without)
        return failure(without);
    return newest(reader, allRows(table), {}, most, [&](qint64 row) { return !without->contains(row) && passes(row); });
}

Result<QList<TextHit>> ranked(const Reader &reader, const QString &table, const TextQuestion &question, int most,
    const std::function<bool(qint64)> &passes)
{
    Best best(most);
    int left = mostRanked;
    const QString sql = u"SELECT rowid, bm25(%1_search, %2) FROM %1_search WHERE %1_search MATCH ? ORDER BY rowid DESC"_s;
    const auto read = reader.eachRaw(sql.arg(table, indexOf(table).weights), {matchText(question)}, [&](const RawRow &row) {
        if (passes(row.number(0)))
            best.add({row.number(0), -row.real(1)});
        return --left > 0;
    });
    return read ? Result<QList<TextHit>>(best.inOrder()) : Result<QList<TextHit>>(failure(read));
}

/// Reads the words of a row, between spaces, a line a column.
class RowWords
{
public:
    RowWords(const Reader &reader, const QString &table)
        : m_reader(reader)
        , m_sql(u"SELECT ' ' || %1 || ' ' FROM %2_words WHERE id = ?"_s.arg(indexOf(table).columns.join(u" || ' ' || char(10) || ' ' || "_s), table))
    {
    }

    /// Whether of each group one is in the row.
    Result<bool> have(qint64 row, const QList<QList<SoughtWords>> &groups)
    {
        const auto text = m_reader.first(m_sql, {row}, [](const QSqlQuery &found) { return found.value(0).toString(); });
        if (!text)
            return failure(text);
        const QString words = text->value_or(QString());
        m_lettersRead += words.size();
        const auto isIn = [&](const SoughtWords &sought) {
            return words.contains(u' ' + QString::fromUtf8(sought.words.join(' ')) + (sought.isPrefix ? QString() : u" "_s));
        };
        return std::ranges::all_of(groups, [&](const QList<SoughtWords> &group) { return std::ranges::any_of(group, isIn); });
    }

    [[nodiscard]] qsizetype lettersRead() const { return m_lettersRead; }

private:
    const Reader &m_reader;
    QString m_sql;
    qsizetype m_lettersRead = 0;
};

/// The newest rows by reading them: FTS5 merges all that begins so before it gives the first row, which is the more the shorter
/// the beginning, while that much sooner the newest rows have it. Nothing where that would be too much to read: then few have
/// it, and the index is quick.
Result<std::optional<QList<TextHit>>> newestRead(const Reader &reader, const QString &table, const TextQuestion &question, int most,
    const std::function<bool(qint64)> &passes)
{
    TextQuestion quick{.groups = {}, .excluded = question.excluded};
    QList<QList<SoughtWords>> slow;
    for (const QList<SoughtWords> &group : question.groups)
        (hasShortBeginning(group) ? slow : quick.groups).append(group);
    if (quick.groups.isEmpty() && !quick.excluded.isEmpty())
        return std::nullopt;
    const bool readsAll = quick.groups.isEmpty();
    QList<TextHit> hits;
    RowWords words(reader, table);
    int read = 0;
    Result<bool> has;
    const auto done = reader.eachRaw(
        readsAll ? allRows(table) : u"SELECT rowid FROM %1_search WHERE %1_search MATCH ? ORDER BY rowid DESC"_s.arg(table),
        readsAll ? QVariantList() : QVariantList{matchText(quick)}, [&](const RawRow &row) {
            if (hits.size() >= most || read > mostRead || words.lettersRead() > mostLettersRead)
                return false;
            const qint64 id = row.number(0);
            if (!passes(id))
                return true;
            ++read;
            has = words.have(id, slow);
            if (has && *has)
                hits.append({id, 0});
            return has.has_value();
        });
    if (!done || !has)
        return done ? failure(has) : failure(done);
    if (hits.size() < most && (read > mostRead || words.lettersRead() > mostLettersRead))
        return std::nullopt;
    return hits;
}

} // namespace

SoughtWords soughtWords(const QString &text, bool isPrefix)
{
    SoughtWords sought;
    const QByteArray bytes = text.toUtf8();
    WordReader reader(bytes);
    while (reader.next()) {
        sought.words.append(reader.word().toByteArray());
        sought.isPrefix = isPrefix && !reader.standsAlone();
    }
    return sought;
}

QString matchText(const SoughtWords &sought)
{
    const QString text = QString::fromUtf8(sought.words.join(' '));
    return u'"' + QString(text).replace(u'"', u' ') + (sought.isPrefix ? u"\" *"_s : u"\""_s);
}

Result<QList<TextHit>> textHits(const Reader &reader, const QString &table, const TextQuestion &question, int most,
    const std::function<bool(qint64)> &passes)
{
    const auto isWanted = [&](qint64 row) { return !passes || passes(row); };
    if (question.groups.isEmpty())
        return newestWithout(reader, table, question.excluded, most, isWanted);
    if (!std::ranges::any_of(question.groups, hasShortBeginning))
        return ranked(reader, table, question, most, isWanted);
    const auto read = newestRead(reader, table, question, most, isWanted);
    if (!read)
        return failure(read);
    return *read ? Result<QList<TextHit>>(**read)
                 : newest(reader, u"SELECT rowid FROM %1_search WHERE %1_search MATCH ? ORDER BY rowid DESC"_s.arg(table),
                       {matchText(question)}, most, isWanted);
}

Result<QSet<qint64>> rowsWithText(const Reader &reader, const QString &table, const QString &column, const SoughtWords &sought)
{
    return rowsMatching(reader, table, u"%1 : %2"_s.arg(column, matchText(sought)));
}

} // namespace redoubt
