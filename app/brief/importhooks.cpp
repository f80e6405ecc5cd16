#include "app/brief/importhooks.h"

#include "app/brief/brief.h"
#include "app/sources/sourceregister.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype mostKnown = 20'000;

/// Says of events that the sources that a data set names tell of them. For the time of one import.
class Attaching
{
public:
    Result<int> operator()(Writer &writer, Id<Event> event, const QList<ImportedSource> &sources)
    {
        int added = 0;
        for (const ImportedSource &named : sources) {
            auto known = m_known.constFind(named);
            if (known == m_known.cend()) {
                const auto found = SourceRegister::find(writer, {named.title, named.publisher, named.address, named.key});
                if (!found)
                    return failure(found);
                if (m_known.size() >= mostKnown)
                    m_known.clear();
                known = m_known.insert(named, *found);
            }
            if (!known->isValid())
                continue;
            const auto attached = m_register.attach(writer, event, *known);
            if (!attached)
                return failure(attached);
            added += *attached ? 1 : 0;
        }
        return added;
    }

private:
    SourceRegister m_register;
    QHash<ImportedSource, Id<Source>> m_known;
};

} // namespace

ImportHooks importHooks(const Reader &reader)
{
    ImportHooks hooks;
    hooks.attachSources = [attaching = std::make_shared<Attaching>()](Writer &writer, Id<Event> event, const QList<ImportedSource> &sources) {
        return (*attaching)(writer, event, sources);
    };
    QStringList texts;
    for (const Brief &brief : briefs(reader).value_or(QList<Brief>()))
        texts.append(brief.text);
    hooks.isMentioned = [texts](const QString &key) {
        return std::ranges::any_of(texts, [&](const QString &text) { return text.contains(u"event:"_s + key); });
    };
    return hooks;
}

} // namespace redoubt
