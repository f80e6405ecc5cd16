#include "app/brief/importhooks.h"

#include "app/brief/brief.h"
#include "app/sources/sourceregister.h"

using namespace Qt::StringLiterals;

namespace redoubt {

ImportHooks importHooks(const Reader &reader)
{
    ImportHooks hooks;
    hooks.attachSources = [known = std::make_shared<SourceRegister>()](Writer &writer, Id<Event> event, const QList<ImportedSource> &sources) -> Result<int> {
        int added = 0;
        for (const ImportedSource &source : sources) {
            const auto attached = known->attach(writer, event, {source.title, source.publisher, source.address, source.key});
            if (!attached)
                return failure(attached);
            added += *attached ? 1 : 0;
        }
        return added;
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
