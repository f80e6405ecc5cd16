#include "app/sources/address.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

bool tellsOfTheReader(QStringView parameter)
{
    static const QSet<QStringView> names{u"fbclid", u"gclid", u"gclsrc", u"dclid", u"gbraid", u"wbraid", u"msclkid", u"yclid", u"twclid",
        u"ttclid", u"igshid", u"igsh", u"mc_cid", u"mc_eid", u"mkt_tok", u"_ga", u"_gl", u"_hsenc", u"_hsmi", u"vero_id", u"oly_anon_id",
        u"oly_enc_id", u"wickedid", u"cmpid", u"xtor", u"at_medium", u"at_campaign", u"at_custom1", u"ns_mchannel", u"ns_source",
        u"ns_campaign", u"guccounter", u"guce_referrer", u"guce_referrer_sig"};
    const QString name = parameter.left(parameter.indexOf(u'=') < 0 ? parameter.size() : parameter.indexOf(u'=')).toString().toLower();
    return name.startsWith(u"utm_") || names.contains(QStringView(name));
}

QString host(QStringView authority, bool secure)
{
    authority = authority.sliced(authority.lastIndexOf(u'@') + 1);
    QString host = authority.toString().toLower();
    const QString port = secure ? u":443"_s : u":80"_s;
    if (host.endsWith(port))
        host.chop(port.size());
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    while (host.endsWith(u'.'))
        host.chop(1);
    return std::ranges::all_of(host, [](QChar c) { return c.unicode() < 0x80; }) ? host : QString::fromLatin1(QUrl::toAce(host));
}

/// Letters that stand for themselves and were written as %41 all the same, and those that were not and should have been.
QString unescaped(QStringView text)
{
    return text.contains(u'%') ? QUrl::fromPercentEncoding(text.toUtf8()) : text.toString();
}

} // namespace

QString addressIdentity(const QString &address)
{
    QStringView rest = QStringView(address).trimmed();
    const bool secure = rest.startsWith(u"https://", Qt::CaseInsensitive);
    if (!secure && !rest.startsWith(u"http://", Qt::CaseInsensitive))
        return {};
    rest = rest.sliced(secure ? 8 : 7);
    QStringView fragment;
    if (const qsizetype at = rest.indexOf(u'#'); at >= 0) {
        fragment = rest.sliced(at);
        rest = rest.first(at);
    }
    QStringView query;
    if (const qsizetype at = rest.indexOf(u'?'); at >= 0) {
        query = rest.sliced(at + 1);
        rest = rest.first(at);
    }
    const qsizetype slash = rest.indexOf(u'/');
    QStringView path = slash < 0 ? QStringView() : rest.sliced(slash);
    while (path.endsWith(u'/'))
        path.chop(1);
    QString identity = host(slash < 0 ? rest : rest.first(slash), secure);
    if (identity.isEmpty())
        return {};
    identity += unescaped(path);
    QStringList parameters;
    for (const QStringView parameter : query.split(u'&', Qt::SkipEmptyParts)) {
        if (!tellsOfTheReader(parameter))
            parameters.append(unescaped(parameter));
    }
    parameters.sort();
    if (!parameters.isEmpty())
        identity += u'?' + parameters.join(u'&');
    if (fragment.startsWith(u"#!"))
        identity += fragment;
    return identity;
}

QString doiIn(const QString &text)
{
    static const QRegularExpression pattern(uR"((?<![\d.])10\.\d{4,9}/[^\s"<>?#]+)"_s);
    if (!text.contains("10."_L1))
        return {};
    const QString plain = unescaped(text);
    const auto match = pattern.matchView(plain);
    if (!match.hasMatch())
        return {};
    QString doi = match.captured().toLower();
    const auto closesNothing = [&] { return doi.endsWith(u')') && doi.count(u')') > doi.count(u'('); };
    while (!doi.isEmpty() && (QStringView(u".,;:]}'").contains(doi.back()) || closesNothing()))
        doi.chop(1);
    return doi;
}

} // namespace redoubt
