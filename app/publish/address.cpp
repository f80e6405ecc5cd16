#include "app/publish/address.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace redoubt {

QString publishableAddress(const QString &address)
{
    constexpr qsizetype longest = 2000;
    const QUrl url(address.trimmed(), QUrl::TolerantMode);
    const QString scheme = url.scheme().toLower();
    const bool web = scheme == u"http" || scheme == u"https";
    const bool mail = scheme == u"mailto" && url.path().contains(u'@');
    if (!url.isValid() || (!mail && (!web || url.host().isEmpty())))
        return {};
    QByteArray encoded = url.toEncoded(QUrl::FullyEncoded);
    static const QList<std::pair<QByteArray, QByteArray>> inStrings{
        {"(", "%28"}, {")", "%29"}, {"\\", "%5C"}, {"<", "%3C"}, {">", "%3E"}, {"'", "%27"}};
    for (const auto &[letter, code] : inStrings)
        encoded.replace(letter, code);
    return encoded.size() > longest ? QString() : QString::fromLatin1(encoded);
}

} // namespace redoubt
