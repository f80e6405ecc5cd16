#pragma once

#include <QImage>
#include <QStringList>

class QMimeData;

namespace redoubt {

/// A document that is at hand and not read yet.
struct GivenDocument
{
    enum class Kind { File, Html, Picture };

    Kind kind = Kind::File;
    QString path{};    ///< of a file
    QString html{};    ///< as it was copied from a page
    QString address{}; ///< of that page; empty where it is not known
    QString text{};    ///< the same in plain text; may be empty
    QImage picture{};
};

/// What can be captured of what is in the clipboard or was dropped. At most one of the three is there, but for a drop of files
/// and addresses.
struct CaptureOffer
{
    QList<GivenDocument> documents;
    QStringList addresses; ///< http or https
    QString text;

    [[nodiscard]] bool isEmpty() const { return documents.isEmpty() && addresses.isEmpty() && text.isEmpty(); }
};

/// Files and addresses before all else; then HTML that has words in it, plain text, a picture. A text that is nothing but
/// addresses is those.
[[nodiscard]] CaptureOffer captureOffer(const QMimeData &data);

/// Whether there may be something, at the cost of a look at the names of the formats.
[[nodiscard]] bool mayBeCaptured(const QMimeData &data);

} // namespace redoubt
