#include "app/sources/page/titles.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype longestTitle = 2000;

QStringList asciiWords(const QString &text)
{
    static const QRegularExpression between(u"[^A-Za-z0-9_]+"_s);
    return text.toLower().split(between, Qt::SkipEmptyParts);
}

qsizetype wordCount(const QString &text)
{
    static const QRegularExpression space(u"\\s+"_s);
    return text.split(space).size();
}

bool hasHeading(const PageTree &page, const QString &text)
{
    return std::ranges::any_of(page.elements(page.root(), {GUMBO_TAG_H1, GUMBO_TAG_H2}),
        [&](PageTree::Index heading) { return page.wholeText(heading).trimmed() == text; });
}

/// "Headline - Section - Site" without its last part, or without its first where too little would be left.
QString withoutSite(const QString &whole)
{
    static const QRegularExpression separator(u" [|\\-–—\\\\/>»] "_s);
    static const QRegularExpression firstPart(u"\\A[^|\\-–—\\\\/>»]*[|\\-–—\\\\/>»]"_s);
    QString title = whole.first(whole.lastIndexOf(separator));
    if (wordCount(title) < 3)
        title = QString(whole).remove(firstPart);
    return title;
}

QString behindColon(const QString &whole)
{
    QString title = whole.sliced(whole.lastIndexOf(u':') + 1);
    if (wordCount(title) < 3)
        return whole.sliced(whole.indexOf(u':') + 1);
    return wordCount(whole.first(whole.indexOf(u':'))) > 5 ? whole : title;
}

} // namespace

QString titleOf(const PageTree &page)
{
    static const QRegularExpression separator(u" [|\\-–—\\\\/>»] "_s);
    static const QRegularExpression hierarchy(u" [\\\\/>»] "_s);
    static const QRegularExpression separators(u"[|\\-–—\\\\/>»]+"_s);
    const auto titles = page.elements(page.root(), {GUMBO_TAG_TITLE});
    const QString whole = titles.empty() ? QString() : page.wholeText(titles.front()).trimmed().left(longestTitle);
    QString title = whole;
    const bool isHierarchy = hierarchy.match(whole).hasMatch();
    if (separator.match(whole).hasMatch()) {
        title = withoutSite(whole);
    } else if (whole.contains(u": ")) {
        if (!hasHeading(page, whole))
            title = behindColon(whole);
    } else if (whole.size() > 150 || whole.size() < 15) {
        const auto headings = page.elements(page.root(), {GUMBO_TAG_H1});
        if (headings.size() == 1)
            title = page.wholeText(headings.front());
    }
    title = title.simplified();
    const qsizetype words = wordCount(title);
    if (words <= 4 && (!isHierarchy || words != wordCount(QString(whole).remove(separators)) - 1))
        title = whole.simplified();
    return title;
}

QSet<QString> titleWords(const QString &title)
{
    const QStringList words = asciiWords(title);
    return {words.begin(), words.end()};
}

double titleLikeness(const QSet<QString> &ofTitle, const QString &heading)
{
    const QStringList ofHeading = asciiWords(heading);
    if (ofTitle.isEmpty() || ofHeading.isEmpty())
        return 0;
    QStringList others = ofHeading;
    others.removeIf([&](const QString &word) { return ofTitle.contains(word); });
    return 1 - double(others.join(u' ').size()) / double(ofHeading.join(u' ').size());
}

} // namespace redoubt
