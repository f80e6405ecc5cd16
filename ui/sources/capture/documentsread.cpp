#include "ui/sources/capture/documentsread.h"

#include <QBuffer>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::DocumentsRead)
};

/// What one action may bring into the file: it is written at once, and kept in the history.
constexpr qint64 mostBytes = 256 * 1024 * 1024;

Result<Captured> readText(const QString &text, const QString &address, const QDateTime &at)
{
    auto capture = captureOfText({}, text, at);
    if (!capture)
        return failure(capture);
    Captured read;
    read.capture = *std::move(capture);
    read.capture.address = address;
    read.page.title = titleFrom(read.capture.text);
    read.packed = packed(read.capture.bytes, read.capture.text);
    return read;
}

/// A passage may be too short to be told from what surrounds a main text; then its plain text is what counts.
Result<Captured> readHtml(const GivenDocument &given, const QDateTime &at)
{
    auto read = captureOfHtml(given.html, given.address, at);
    if (given.text.trimmed().isEmpty() || (read && !read->capture.text.trimmed().isEmpty())) {
        if (read && read->page.title.isEmpty())
            read->page.title = titleFrom(read->capture.text);
        return read;
    }
    return readText(given.text, read ? read->capture.address : QString(), at);
}

Result<Captured> readPicture(const QImage &picture, const QDateTime &at, JobState &state)
{
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    if (!picture.save(&png, "PNG"))
        return failure(Words::tr("The picture was not captured."), Words::tr("It could not be written as PNG."), Words::tr("Save it as a file, and capture that."), Error::Kind::Invalid);
    return captureOfBytes({png.data(), {}, u"image/png"_s, {}, Words::tr("Picture of %1").arg(QLocale().toString(at.toLocalTime(), QLocale::ShortFormat))}, at, &state);
}

Result<Captured> readOne(const GivenDocument &given, const QDateTime &at, JobState &state)
{
    switch (given.kind) {
    case GivenDocument::Kind::File:
        return captureOfFile(given.path, at, &state);
    case GivenDocument::Kind::Html:
        return readHtml(given, at);
    case GivenDocument::Kind::Picture:
        return readPicture(given.picture, at, state);
    }
    return failure({}, {});
}

} // namespace

QString titleFrom(const QString &text)
{
    static constexpr qsizetype longest = 120;
    const QString first = text.trimmed().section(u'\n', 0, 0).simplified();
    if (first.size() <= longest)
        return first;
    const qsizetype space = first.lastIndexOf(u' ', longest);
    return first.first(space > 0 ? space : longest) + u'…';
}

Result<DocumentsRead> readDocuments(const QList<GivenDocument> &given, const QDateTime &at, JobState &state)
{
    DocumentsRead all;
    qint64 bytes = 0;
    for (qsizetype i = 0; i < given.size(); ++i) {
        if (given.at(i).kind == GivenDocument::Kind::File && bytes + QFileInfo(given.at(i).path).size() > mostBytes && bytes > 0) {
            all.failures.append({Words::tr("“%1” was not captured.").arg(QFileInfo(given.at(i).path).fileName()),
                Words::tr("Together they are larger than %1 MiB.").arg(mostBytes / (1024 * 1024)), Words::tr("Capture the rest in a second go."), Error::Kind::Invalid});
            continue;
        }
        auto read = readOne(given.at(i), at, state);
        if (state.isStopped())
            return failure(Words::tr("Nothing was captured."), Words::tr("It was stopped."), {}, Error::Kind::Cancelled);
        if (read) {
            bytes += read->capture.bytes.size();
            all.documents.append(*std::move(read));
        } else {
            all.failures.append(read.error());
        }
        state.setProgress(double(i + 1) / double(given.size()));
    }
    return all;
}

} // namespace redoubt
