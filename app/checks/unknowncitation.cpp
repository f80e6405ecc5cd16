#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::UnknownCitationRule)
};

/// Within a longer range the place of the key is not looked for.
constexpr qsizetype longestLookedAt = 1000;

QString message(const Mention &mention)
{
    switch (mention.kind) {
    case Mention::Kind::Source:
        return Words::tr("There is no source “%1” in this project.").arg(mention.key);
    case Mention::Kind::Event:
        return Words::tr("There is no event “%1” in this project.").arg(mention.key);
    case Mention::Kind::Indicator:
        return Words::tr("There is no indicator “%1” in this project.").arg(mention.key);
    }
    return {};
}

bool isKnown(const Mention &mention, const CheckMaterial &material)
{
    switch (mention.kind) {
    case Mention::Kind::Source:
        return material.sources.contains(mention.key);
    case Mention::Kind::Event:
        return material.events.contains(mention.key);
    case Mention::Kind::Indicator:
        return material.indicators.contains(mention.key);
    }
    return false;
}

QList<Fix> offers(const CheckedBrief &brief, const Mention &mention)
{
    QList<Fix> list;
    if (mention.kind != Mention::Kind::Source || mention.range.length > longestLookedAt)
        return list;
    const QStringView written = QStringView(brief.draft.text).sliced(mention.range.offset, mention.range.length);
    const qsizetype place = written.indexOf(QString(u'@' + mention.key));
    if (place < 0)
        return list;
    for (const QString &key : brief.material.near.value(mention.key))
        list.append({Words::tr("Cite @%1").arg(key), {mention.range.offset + place + 1, mention.key.size()}, key});
    return list;
}

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    for (const QList<Mention> &list : {brief.draft.mentions, brief.argued}) {
        for (const Mention &mention : list) {
            if (isKnown(mention, brief.material))
                continue;
            found.append({.severity = Severity::Error, .range = mention.range, .message = message(mention), .offers = offers(brief, mention)});
        }
    }
    return found;
}

} // namespace

Rule unknownCitationRule()
{
    return {u"unknown-citation"_s, Severity::Error, Words::tr("Citation of what is not there"),
        Words::tr("A citation or a link names a source, event or indicator by its key. One that the project does not have leads the reader "
                  "nowhere, and nothing can be verified against it (ICD 206)."),
        check};
}

} // namespace redoubt
