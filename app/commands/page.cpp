#include "app/commands/command.h"

#include "app/sources/page.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::PageCommand)
};

/// One byte more than a page may have, so that too large a file is seen without reading all of it.
constexpr qint64 most = 32LL * 1024 * 1024 + 1;

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    const QFileInfo info(path);
    const bool isInput = path == u"-";
    if (isInput ? file.open(stdin, QIODevice::ReadOnly) : !info.isDir() && file.open(QIODevice::ReadOnly)) {
        QByteArray bytes = file.read(most);
        if (file.error() == QFileDevice::NoError)
            return bytes;
    }
    return failure(Words::tr("“%1” was not read.").arg(info.fileName()), info.isDir() ? Words::tr("It is a folder.") : file.errorString(),
        Words::tr("Check that the file is there and that you may read it."));
}

QString shown(const Page &page)
{
    QString head = page.title + u'\n';
    for (const QString &field : {page.byline, page.site, page.published, page.language}) {
        if (!field.isEmpty())
            head += field + u'\n';
    }
    return head + u'\n' + page.text + u'\n';
}

Result<Answer> run(const QCommandLineParser &parser)
{
    const Result<QByteArray> bytes = contents(parser.positionalArguments().first());
    if (!bytes)
        return failure(bytes);
    const Result<Page> page = readPage(*bytes, QUrl(parser.value(u"url"_s)));
    if (!page)
        return failure(page);
    return Answer{shown(*page),
        QJsonObject{{u"title"_s, page->title}, {u"byline"_s, page->byline}, {u"site"_s, page->site}, {u"published"_s, page->published},
            {u"language"_s, page->language}, {u"excerpt"_s, page->excerpt}, {u"text"_s, page->text}}};
}

} // namespace

Command pageCommand()
{
    return {u"page"_s, u"HTML"_s, Words::tr("Shows the main text of a web page."),
        Words::tr("Reads a page that was saved as HTML (“-” for standard input) without navigation, advertising, comments and what is "
                  "hidden, and what it says of its title, author, date and language. Nothing in it is run or fetched. Exits 1 when it "
                  "has no main text."),
        {{u"url"_s, Words::tr("the address that the page came from"), u"ADDRESS"_s}}, 1, 1, run};
}

} // namespace redoubt
