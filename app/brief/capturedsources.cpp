#include "app/brief/capturedsources.h"

#include "app/sources/capture.h"

namespace redoubt {

Result<> addCaptured(const Reader &reader, const QStringList &keys, CapturedSources &captured)
{
    for (const QString &key : keys) {
        const auto source = sourceByKey(reader, key);
        if (!source)
            return failure(source);
        CapturedSource &entry = captured[key];
        if (!*source)
            continue;
        const auto archived = captures(reader, (*source)->id);
        if (!archived)
            return failure(archived);
        entry.known = true;
        entry.title = (*source)->title;
        for (const Capture &capture : *archived)
            entry.texts.append(capture.text);
    }
    return {};
}

Result<Draft> readVerifiedDraft(const Reader &reader, const QString &text)
{
    const auto never = [] { return false; };
    CapturedSources captured;
    Draft draft = *readDraft(text, captured, nullptr, never);
    if (draft.wanted.isEmpty())
        return draft;
    if (const auto added = addCaptured(reader, draft.wanted, captured); !added)
        return failure(added);
    return *readDraft(text, captured, &draft, never);
}

} // namespace redoubt
