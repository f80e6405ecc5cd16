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
    Result<int> operator()(Writer &writer, const QList<EventSources> &all)
    {
        for (const EventSources &of : all) {
            for (const ImportedSource &named : *of.sources) {
                const auto source = find(writer, named);
                if (!source)
                    return failure(source);
                if (!source->isValid())
                    continue;
                if (auto attached = m_register.attach(writer, of.event, *source); !attached)
                    return failure(attached);
            }
        }
        return m_register.finish();
    }

private:
    Result<Id<Source>> find(Writer &writer, const ImportedSource &named)
    {
        if (const auto known = m_known.constFind(named); known != m_known.cend())
            return *known;
        const auto found = SourceRegister::find(writer, {named.title, named.publisher, named.address, named.key});
        if (!found)
            return found;
        if (m_known.size() >= mostKnown)
            m_known.clear();
        m_known.insert(named, *found);
        return found;
    }

    SourceRegister m_register;
    QHash<ImportedSource, Id<Source>> m_known;
};

} // namespace

ImportHooks importHooks(const Reader &reader)
{
    ImportHooks hooks;
    hooks.attachSources = [attaching = std::make_shared<Attaching>()](Writer &writer, const QList<EventSources> &all) {
        return (*attaching)(writer, all);
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
