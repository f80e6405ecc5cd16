#pragma once

#include "app/sources/capture/captured.h"
#include "ui/sources/capture/captureoffer.h"

namespace redoubt {

/// Documents with their text taken out, and why others have none.
struct DocumentsRead
{
    QList<Captured> documents;
    QList<Error> failures;
};

/// Reads them in order, on a thread that is not the window's: what is damaged, of a kind that is not known, or beyond 256 MiB in
/// all is a failure of its own. Error::Kind::Cancelled when the state says stop.
[[nodiscard]] Result<DocumentsRead> readDocuments(const QList<GivenDocument> &given, const QDateTime &at, JobState &state);

/// A title for a source of which only the text is known: its first line, cut at a word.
[[nodiscard]] QString titleFrom(const QString &text);

} // namespace redoubt
