#include "app/project/key.h"

using namespace Qt::StringLiterals;

namespace redoubt {

QString keyFrom(const QString &title)
{
    static constexpr qsizetype longest = 40;
    QString key;
    for (const QChar c : title.normalized(QString::NormalizationForm_KD).toLower()) {
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
    QString key = base;
    for (int number = 2;; ++number) {
        const auto taken = reader.number(u"SELECT count(*) FROM %1 WHERE key = ?"_s.arg(table), {key});
        if (!taken)
            return failure(taken);
        if (*taken == 0)
            return key;
        key = u"%1-%2"_s.arg(base).arg(number);
    }
}

} // namespace redoubt
