#include "ui/sources/capture/addresslines.h"

#include "app/sources/fetch.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// More than anybody copies on purpose; a longer text is not looked through.
constexpr qsizetype longestText = 256 * 1024;

QString withScheme(const QString &line)
{
    static const QRegularExpression host(uR"(^[\w-]+(\.[\w-]+)*\.\p{L}{2,}(:\d+)?([/?#]\S*)?$)"_s, QRegularExpression::UseUnicodePropertiesOption);
    return host.match(line).hasMatch() ? u"https://"_s + line : line;
}

} // namespace

AddressLines addressLines(const QString &text)
{
    AddressLines found;
    QSet<QString> seen;
    for (const QString &written : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString line = withScheme(written.trimmed());
        if (line.isEmpty() || seen.contains(line))
            continue;
        seen.insert(line);
        // A space in an address of the web is written as %20; two words are none.
        const bool isAddress = !line.contains(u' ') && fetchableAddress(line).has_value();
        (isAddress ? found.addresses : found.refused).append(line);
    }
    return found;
}

QStringList onlyAddresses(const QString &text)
{
    if (text.size() > longestText)
        return {};
    const QString trimmed = text.trimmed();
    const auto lines = trimmed.split(u'\n');
    const bool areAddresses = std::ranges::all_of(lines, [](const QString &line) {
        return line.trimmed().isEmpty() || line.trimmed().startsWith("http://"_L1, Qt::CaseInsensitive) || line.trimmed().startsWith("https://"_L1, Qt::CaseInsensitive);
    });
    if (!areAddresses)
        return {};
    const AddressLines found = addressLines(trimmed);
    return found.refused.isEmpty() ? found.addresses : QStringList();
}

} // namespace redoubt
