#include "app/project/key.h"

#include "app/base/folding.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace redoubt {

QString keyFrom(const QString &title)
{
    static constexpr qsizetype longest = 40;
    QString key;
    for (const QChar c : folded(title)) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            key += c;
        else if (!key.isEmpty() && !key.endsWith(u'-'))
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
