#include "ui/sources/capture/captureoffer.h"

#include "app/sources/fetch.h"
#include "ui/sources/capture/addresslines.h"

#include <QMimeData>

#include <cstring>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// Firefox and its kin write UTF-16 without a mark.
QString utf16(const QByteArray &bytes)
{
    QString text(bytes.size() / 2, Qt::Uninitialized);
    std::memcpy(text.data(), bytes.constData(), size_t(text.size()) * sizeof(QChar));
    return text.remove(QChar(u'\0'));
}

/// The page that HTML was copied or dragged from, where the browser says so.
QString pageOf(const QMimeData &data)
{
    QString told = QString::fromUtf8(data.data(u"chromium/x-source-url"_s)).remove(QChar(u'\0'));
    if (told.isEmpty())
        told = utf16(data.data(u"text/x-moz-url-priv"_s)).section(u'\n', 0, 0);
    return fetchableAddress(told.trimmed()) ? told.trimmed() : QString();
}

CaptureOffer offerOfUrls(const QList<QUrl> &urls)
{
    CaptureOffer offer;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            offer.documents.append({.kind = GivenDocument::Kind::File, .path = url.toLocalFile()});
        else if (fetchableAddress(url.toString()))
            offer.addresses.append(url.toString());
    }
    return offer;
}

} // namespace

CaptureOffer captureOffer(const QMimeData &data)
{
    if (CaptureOffer offer = offerOfUrls(data.urls()); !offer.isEmpty())
        return offer;
    CaptureOffer offer;
    const QString text = data.text();
    offer.addresses = onlyAddresses(text);
    if (!offer.addresses.isEmpty())
        return offer;
    const bool hasWords = !text.trimmed().isEmpty();
    const QString html = data.hasHtml() ? data.html() : QString();
    if (!html.trimmed().isEmpty() && (hasWords || !data.hasImage()))
        offer.documents.append({.kind = GivenDocument::Kind::Html, .html = html, .address = pageOf(data), .text = text});
    else if (hasWords)
        offer.text = text;
    else if (const auto picture = data.imageData().value<QImage>(); !picture.isNull())
        offer.documents.append({.kind = GivenDocument::Kind::Picture, .picture = picture});
    return offer;
}

bool mayBeCaptured(const QMimeData &data)
{
    return data.hasUrls() || data.hasHtml() || data.hasText() || data.hasImage();
}

} // namespace redoubt
