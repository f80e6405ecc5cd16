#include "app/sources/page/classwords.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace redoubt {

namespace {

enum Sign : quint8 { Unlikely = 1, Possible = 2, Byline = 4, Share = 8, Content = 16, Other = 32 };

struct Word
{
    QByteArrayView text;
    int signs;
};

// Sorted by their first letter; a word counts wherever it stands in a name.
constexpr std::array words{Word{"-ad-", Unlikely | Other}, Word{"ad-break", Unlikely}, Word{"agegate", Unlikely}, Word{"ai2html", Unlikely}, Word{"and", Possible},
    Word{"article", Possible | Content}, Word{"author", Byline}, Word{"banner", Unlikely | Other}, Word{"blog", Content},
    Word{"body", Possible | Content}, Word{"breadcrumbs", Unlikely}, Word{"byline", Byline}, Word{"column", Possible},
    Word{"com-", Other}, Word{"combx", Unlikely | Other}, Word{"comment", Unlikely | Other}, Word{"community", Unlikely},
    Word{"contact", Other}, Word{"content", Possible | Content}, Word{"cover-wrap", Unlikely}, Word{"dateline", Byline},
    Word{"disqus", Unlikely}, Word{"entry", Content}, Word{"extra", Unlikely}, Word{"footer", Unlikely | Other},
    Word{"gdpr", Unlikely | Other}, Word{"header", Unlikely}, Word{"hidden", Other}, Word{"legends", Unlikely},
    Word{"main", Possible | Content}, Word{"masthead", Other}, Word{"media", Other}, Word{"menu", Unlikely}, Word{"meta", Other},
    Word{"outbrain", Other}, Word{"page", Content}, Word{"pager", Unlikely}, Word{"pagination", Unlikely | Content},
    Word{"popup", Unlikely}, Word{"post", Content}, Word{"promo", Other}, Word{"related", Unlikely | Other}, Word{"remark", Unlikely},
    Word{"replies", Unlikely}, Word{"rss", Unlikely}, Word{"scroll", Other}, Word{"shadow", Possible}, Word{"share", Share | Other},
    Word{"shopping", Other}, Word{"shoutbox", Unlikely | Other}, Word{"sidebar", Unlikely | Other}, Word{"skyscraper", Unlikely | Other},
    Word{"social", Unlikely}, Word{"sponsor", Unlikely | Other}, Word{"story", Content}, Word{"supplemental", Unlikely},
    Word{"tags", Other}, Word{"text", Content}, Word{"widget", Other}, Word{"writtenby", Byline}, Word{"yom-remote", Unlikely}};

/// The words by their first letter.
const std::array<std::vector<Word>, 128> &wordsByLetter()
{
    static const auto byLetter = [] {
        std::array<std::vector<Word>, 128> made;
        for (const Word &word : words)
            made[size_t(word.text.front())].push_back(word);
        return made;
    }();
    return byLetter;
}

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// "share" and "sharedaddy" count as whole words; an underscore parts words.
bool standsAlone(QByteArrayView name, qsizetype at, QByteArrayView word)
{
    if (at > 0 && isWordPart(name[at - 1]))
        return false;
    const QByteArrayView rest = name.sliced(at + word.size());
    return rest.isEmpty() || !isWordPart(rest.front()) || (rest.startsWith("daddy") && (rest.size() == 5 || !isWordPart(rest[5])));
}

int signsOf(QByteArrayView name)
{
    int signs = 0;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const uchar first = uchar(name[at]);
        if (first >= 128)
            continue;
        for (const Word &word : wordsByLetter()[first]) {
            if (!name.sliced(at).startsWith(word.text))
                continue;
            signs |= word.signs & ~Share;
            if ((word.signs & Share) && standsAlone(name, at, word.text))
                signs |= Share;
        }
        // "hid" counts as a name of its own.
        if (name.sliced(at).startsWith("hid") && (at == 0 || name[at - 1] == ' ') && (at + 3 == name.size() || name[at + 3] == ' '))
            signs |= Other;
    }
    return signs;
}

int weightOf(int signs)
{
    return (signs & Content ? 25 : 0) - (signs & Other ? 25 : 0);
}

} // namespace

ClassSigns classSigns(QByteArrayView classes, QByteArrayView id)
{
    if (classes.isEmpty() && id.isEmpty())
        return {};
    const int ofClass = signsOf(classes.toByteArray().toLower());
    const int ofId = signsOf(id.toByteArray().toLower());
    const int all = ofClass | ofId;
    return {bool(all & Unlikely), bool(all & Possible), bool(all & Byline), bool(all & Share), weightOf(ofClass) + weightOf(ofId)};
}

} // namespace redoubt
