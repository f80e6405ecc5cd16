#include "app/sources/bibliography/bibliographyitem.h"

#include <algorithm>

namespace redoubt {

QStringList tagsIn(const QString &keywords)
{
    QStringList tags;
    for (const QString &part : keywords.split(keywords.contains(u';') ? u';' : u',')) {
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags.append(tag);
    }
    return tags;
}

QString keywordsOf(const QStringList &tags)
{
    const bool hasComma = std::ranges::any_of(tags, [](const QString &tag) { return tag.contains(u','); });
    return hasComma ? tags.join(u"; "_s) + (tags.size() == 1 ? u";"_s : QString()) : tags.join(u", "_s);
}

bool haveSameTags(QStringList a, QStringList b)
{
    a.sort(Qt::CaseInsensitive);
    b.sort(Qt::CaseInsensitive);
    return a == b;
}

void setText(QJsonObject &object, const QString &name, const QString &text)
{
    if (text.isEmpty())
        object.remove(name);
    else
        object.insert(name, text);
}

} // namespace redoubt
