#include "app/project/key.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Letters of the Latin script that Unicode does not take apart into a letter and an accent.
QString inPlainLetters(QString text)
{
    static const std::pair<QChar, QLatin1StringView> letters[] = {{u'ł', "l"_L1}, {u'ø', "o"_L1}, {u'đ', "d"_L1},
        {u'ð', "d"_L1}, {u'þ', "th"_L1}, {u'ß', "ss"_L1}, {u'æ', "ae"_L1}, {u'œ', "oe"_L1}, {u'ı', "i"_L1},
        {u'ħ', "h"_L1}, {u'ŋ', "ng"_L1}, {u'ə', "e"_L1}};
    for (const auto &[letter, plain] : letters)
        text.replace(letter, plain);
    return text;
}

} // namespace

QString keyFrom(const QString &title)
{
    static constexpr qsizetype longest = 40;
    QString key;
    for (const QChar c : inPlainLetters(title.toLower()).normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            key += c;
        else if (!c.isMark() && !key.isEmpty() && !key.endsWith(u'-'))
            key += u'-';
    }
    if (key.size() > longest) {
        const qsizetype end = key.lastIndexOf(u'-', longest);
        key.truncate(end > 0 ? end : longest);
    }
    while (key.endsWith(u'-'))
        key.chop(1);
    return key.isEmpty() ? u"item"_s : key;
}

Result<QString> freeKey(const Reader &reader, const QString &table, const QString &title)
{
    const QString base = keyFrom(title);
    const QString sql = u"SELECT count(*) FROM %1 WHERE key = ?"_s.arg(table);
    const auto key = [&base](qint64 number) {
        return number == 1 ? base : base + u'-' + QString::number(number);
    };
    // Not one by one: an import may bring thousands of events of one title.
    qint64 taken = 0;
    qint64 free = 1;
    for (;;) {
        const auto count = reader.number(sql, {key(free)});
        if (!count)
            return failure(count);
        if (*count == 0)
            break;
        taken = std::exchange(free, free * 2);
    }
    while (free - taken > 1) {
        const qint64 middle = std::midpoint(taken, free);
        const auto count = reader.number(sql, {key(middle)});
        if (!count)
            return failure(count);
        (*count == 0 ? free : taken) = middle;
    }
    return key(free);
}

} // namespace redoubt
