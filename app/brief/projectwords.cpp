#include "app/brief/projectwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::ProjectWord)
};

QVariant briefValue(Id<Brief> brief)
{
    return brief.isValid() ? QVariant(brief.number) : QVariant();
}

Result<> checkWord(const QString &word)
{
    const bool hasSpace = std::ranges::any_of(word, [](QChar c) { return c.isSpace(); });
    if (!word.isEmpty() && !hasSpace)
        return {};
    return failure(Words::tr("The word was not kept."), word.isEmpty() ? Words::tr("It is empty.") : Words::tr("“%1” is more than one word.").arg(word),
        Words::tr("Give one word at a time, without spaces."), Error::Kind::Refused);
}

Result<qint64> idOf(const Reader &reader, const QString &word, Id<Brief> brief)
{
    return reader.number(u"SELECT id FROM project_word WHERE word = ? AND coalesce(brief_id, 0) = ?"_s, {word, brief.number});
}

QString withStraightApostrophes(QString word)
{
    return word.replace(u'’', u'\'');
}

} // namespace

Result<QList<ProjectWord>> projectWords(const Reader &reader)
{
    return reader.all(u"SELECT id, word, brief_id FROM project_word ORDER BY word COLLATE NOCASE, word, id"_s, {}, [](const QSqlQuery &row) {
        return ProjectWord{{row.value(0).toLongLong()}, row.value(1).toString(), {row.value(2).toLongLong()}};
    });
}

Result<> addProjectWord(Writer &writer, const QString &word, Id<Brief> brief)
{
    const QString kept = word.trimmed();
    if (auto checked = checkWord(kept); !checked)
        return checked;
    const auto known = idOf(writer, kept, brief);
    const auto everywhere = idOf(writer, kept, {});
    if (!known || !everywhere)
        return known ? failure(everywhere) : failure(known);
    if (*known != 0 || *everywhere != 0)
        return {};
    if (!brief.isValid()) {
        if (auto removed = writer.run(u"DELETE FROM project_word WHERE word = ?"_s, {kept}); !removed)
            return removed;
    }
    return writer.insert(u"project_word"_s, {u"id"_s, u"word"_s, u"brief_id"_s}, {newIdNumber(), kept, briefValue(brief)});
}

Result<> updateProjectWord(Writer &writer, Id<ProjectWord> id, const QString &word)
{
    const QString kept = word.trimmed();
    if (auto checked = checkWord(kept); !checked)
        return checked;
    const auto same = writer.number(u"SELECT other.id FROM project_word AS other, project_word AS own WHERE own.id = ? AND other.word = ? "
                                    "AND other.brief_id IS own.brief_id"_s, {id.number, kept});
    if (!same)
        return failure(same);
    if (*same != 0 && *same != id.number) {
        return failure(Words::tr("The word was not changed."), Words::tr("“%1” is one of the words already.").arg(kept),
            Words::tr("Remove one of the two."), Error::Kind::Refused);
    }
    return writer.update(u"project_word"_s, id.number, {u"word"_s}, {kept});
}

Result<> removeProjectWord(Writer &writer, Id<ProjectWord> id)
{
    return writer.remove(u"project_word"_s, id.number);
}

KnownWords::KnownWords(const QList<ProjectWord> &words, Id<Brief> brief)
{
    for (const ProjectWord &word : words) {
        if (!word.brief.isValid() || word.brief == brief)
            m_words.insert(withStraightApostrophes(word.word));
    }
}

bool KnownWords::contains(const QString &word) const
{
    if (m_words.isEmpty())
        return false;
    const QString plain = withStraightApostrophes(word);
    const auto isThere = [this](const QString &form) {
        if (m_words.contains(form) || m_words.contains(form.toLower()))
            return true;
        const bool isCapitals = form == form.toUpper() && form.size() > 1;
        return isCapitals && std::ranges::any_of(m_words, [&](const QString &known) { return known.toUpper() == form; });
    };
    const bool isGenitive = plain.size() > 2 && plain.endsWith("'s"_L1, Qt::CaseInsensitive);
    return isThere(plain) || (isGenitive && isThere(plain.chopped(2)));
}

} // namespace redoubt
