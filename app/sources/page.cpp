#include "app/sources/page.h"

#include "app/sources/decoding.h"
#include "app/sources/page/maintext.h"
#include "app/sources/page/pagemetadata.h"
#include "app/sources/page/preparedmarkup.h"
#include "app/sources/page/textoutput.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Page)
};

constexpr qsizetype largest = 32LL * 1024 * 1024;
constexpr qsizetype longestExcerpt = 300;

std::unexpected<Error> notRead(const QString &why, const QString &remedy)
{
    return failure(Words::tr("The page was not read."), why, remedy, Error::Kind::Invalid);
}

/// Bytes that no text has: NUL and other control characters in number. Text in UTF-16 has none once it is decoded.
bool isBinary(const QString &text)
{
    const QStringView start = QStringView(text).first(std::min<qsizetype>(text.size(), 4096));
    const auto wrong = std::ranges::count_if(start, [](QChar c) {
        return c == QChar::ReplacementCharacter || (c.category() == QChar::Other_Control && !c.isSpace());
    });
    return wrong * 10 > start.size();
}

/// "By Jane Doe" as "Jane Doe".
QString author(const QString &byline)
{
    static const QRegularExpression by(u"\\A(written )?by[: ]\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    return byline.simplified().remove(by);
}

/// The first paragraph that ends like a sentence, so that it is no heading, in one line, cut between words.
QString beginning(const QString &text)
{
    static const QRegularExpression sentence(u"[.!?…。！？।؟۔][\\p{Pe}\\p{Pf}\"']*\\z"_s);
    const QStringList paragraphs = text.split(u"\n\n"_s, Qt::SkipEmptyParts);
    const auto found = std::ranges::find_if(paragraphs, [](const QString &paragraph) { return sentence.match(paragraph).hasMatch(); });
    const QString line = (found == paragraphs.end() ? paragraphs.value(0) : *found).simplified();
    if (line.size() <= longestExcerpt)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', longestExcerpt);
    const qsizetype whole = line.at(longestExcerpt).isLowSurrogate() ? longestExcerpt - 1 : longestExcerpt;
    return line.first(space > 0 ? space : whole) + u'…';
}

QString hostOf(const QUrl &address)
{
    const QString host = address.host();
    return host.startsWith(u"www.") ? host.sliced(4) : host;
}

} // namespace

Result<Page> readPage(const QByteArray &bytes, const QUrl &address, const QString &charset)
{
    if (bytes.size() > largest) {
        return notRead(Words::tr("It has more than %1.").arg(QLocale().formattedDataSize(largest, 0)),
            Words::tr("Save the part of it that you need as a page of its own."));
    }
    if (bytes.trimmed().isEmpty())
        return notRead(Words::tr("It is empty."), Words::tr("Open it in a browser and save it again."));
    const QString decoded = decodeText(bytes, charset);
    if (isBinary(decoded))
        return notRead(Words::tr("It is no text."), Words::tr("Choose a file that was saved as a web page (HTML)."));
    const QByteArray markup = decoded.toUtf8();
    const Result<PreparedMarkup> prepared = prepareMarkup(markup);
    if (!prepared)
        return failure(prepared);
    const PageTree tree(*prepared);
    const PageMetadata metadata = readMetadata(tree, prepared->structuredData);
    const std::optional<MainText> main = findMainText(tree, metadata.title, !metadata.byline.isEmpty());
    Page page;
    if (main)
        page.text = plainText(main->page, main->article);
    if (page.text.isEmpty()) {
        return notRead(Words::tr("It has no main text: there is nothing in it to read, or a script would have to fetch it."),
            Words::tr("Open it in a browser, copy the text, and paste it as a capture."));
    }
    page.title = metadata.title;
    page.byline = author(metadata.byline.isEmpty() ? main->byline : metadata.byline);
    page.site = metadata.site.isEmpty() ? hostOf(address) : metadata.site;
    page.published = metadata.published;
    page.language = metadata.language;
    page.excerpt = metadata.description.isEmpty() ? beginning(page.text) : metadata.description;
    return page;
}

} // namespace redoubt
