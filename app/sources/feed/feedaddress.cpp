#include "app/sources/feed/feedxml.h"

#include <QRegularExpression>
#include <QStringList>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

/// The parts of an address as RFC 3986 names them, each with the marks that set it apart: "http:", "//a.example", "/b", "?c", "#d".
struct AddressParts
{
    QString scheme;
    QString authority;
    QString path;
    QString query;
    QString fragment;
};

AddressParts partsOf(const QString &address)
{
    static const QRegularExpression pattern(
        u"\\A([A-Za-z][A-Za-z0-9+.-]*:)?(//[^/?#]*)?([^?#]*)(\\?[^#]*)?(#.*)?\\z"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(address);
    return {match.captured(1), match.captured(2), match.captured(3), match.captured(4), match.captured(5)};
}

bool runsOrShows(const QString &scheme)
{
    static const QStringList refused{u"javascript:"_s, u"vbscript:"_s, u"data:"_s, u"about:"_s};
    return refused.contains(scheme.toLower());
}

/// A path from the root with its "." and ".." walked.
QString walked(const QString &path)
{
    QStringList out;
    const QStringList steps = path.split(u'/');
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString &step = steps.at(i);
        const bool isDots = step == "."_L1 || step == ".."_L1;
        if (step == ".."_L1 && out.size() > 1)
            out.removeLast();
        if (!isDots)
            out += step;
        else if (i == steps.size() - 1)
            out += QString();
    }
    return out.join(u'/');
}

/// RFC 3986, 5.2.2, for a reference without a scheme.
QString joined(const AddressParts &base, const AddressParts &reference)
{
    if (!reference.authority.isEmpty())
        return base.scheme + reference.authority + walked(reference.path) + reference.query + reference.fragment;
    const QString start = base.scheme + base.authority;
    if (reference.path.isEmpty())
        return start + base.path + (reference.query.isEmpty() ? base.query : reference.query) + reference.fragment;
    const QString folder = base.path.isEmpty() ? u"/"_s : base.path.first(base.path.lastIndexOf(u'/') + 1);
    const QString path = reference.path.startsWith(u'/') ? reference.path : folder + reference.path;
    return start + walked(path) + reference.query + reference.fragment;
}

} // namespace

QString resolvedAddress(const QString &base, const QString &reference)
{
    // As browsers do: what they pass over would else hide a scheme from us.
    static const QRegularExpression ignored(u"[\\x00-\\x1f]"_s);
    const QString written = QString(reference).remove(ignored).trimmed();
    const AddressParts parts = partsOf(written);
    if (!parts.scheme.isEmpty())
        return runsOrShows(parts.scheme) ? QString() : written;
    const AddressParts from = partsOf(base.trimmed());
    const bool isBase = !from.scheme.isEmpty() && !runsOrShows(from.scheme) && (!from.authority.isEmpty() || from.path.startsWith(u'/'));
    return isBase ? joined(from, parts).replace(u' ', u"%20"_s) : written;
}

} // namespace redoubt
