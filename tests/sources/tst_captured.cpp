#include "app/sources/capture/captured.h"
#include "app/sources/capture/mhtml.h"
#include "app/sources/capture/pdftext.h"
#include "app/sources/fetch.h"
#include "tests/support/temporaryproject.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>
#include <QtEndian>

#include <sys/stat.h>

using namespace redoubt;

/// Documents of every kind, from bytes to what is kept.
class TestCaptured : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void aPage();
    void webArchives_data();
    void webArchives();
    void webArchivesRefused_data();
    void webArchivesRefused();
    void archivesAreKeptWithTheirAddress();
    void textOfAPdf();
    void dividedWordsOfAPdf();
    void stoppingAPdf();
    void texts_data();
    void texts();
    void pictures_data();
    void pictures();
    void refused_data();
    void refused();
    void files_data();
    void files();
    void clipboard();
    void packing_data();
    void packing();
    void damagedPacking_data();
    void damagedPacking();
    void sourceOfADocument();
    void answersKeepHowTheyWereFetched();
    void longDocumentsAreNotKeptTwice();

private:
    const QDateTime m_at{QDate(2026, 5, 29), QTime(3, 10), QTimeZone::UTC};
};

static QByteArray pdfOf(const QStringList &pages, const QString &title = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(QRect(0, 0, 8000, 8000), pages.at(i));
    }
    painter.end();
    return buffer.data();
}

static QByteArray imageOf(const char *format, int width = 40, int height = 30)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(0xff336699);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

static QByteArray archiveOf(const QByteArray &part, const QByteArray &more = {})
{
    return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/news/1\r\nSubject: News\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"" + more + "\r\n\r\n\r\n----b--\r\n" + part + "\r\n----b----\r\n";
}

void TestCaptured::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<DocumentKind>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, DocumentKind kind, const char *mediaType = "") {
        QTest::newRow(name) << bytes << QString::fromLatin1(mediaType) << kind;
    };
    row("doctype", "<!DOCTYPE html><p>a", DocumentKind::Page);
    row("html", "\n <HTML lang=en>", DocumentKind::Page);
    row("behind a comment", "<!-- saved -->\n<html>", DocumentKind::Page);
    row("xhtml", "<?xml version=\"1.0\"?><!DOCTYPE html>", DocumentKind::Page);
    row("with a mark", "\xef\xbb\xbf<html>", DocumentKind::Page);
    row("UTF-16", QByteArray("\xff\xfe<\0h\0t\0m\0l\0>\0", 14), DocumentKind::Page);
    row("told", "Just words", DocumentKind::Page, "text/html");
    row("told wrongly", "%PDF-1.4\n", DocumentKind::Pdf, "text/html");
    row("PDF behind rubbish", "\n\n%PDF-1.4\n", DocumentKind::Pdf);
    row("archive", archiveOf("a"), DocumentKind::WebArchive);
    row("mail without parts", "From: a\r\nContent-Type: text/plain\r\n\r\na", DocumentKind::Text);
    row("text", "Just words about <b>things</b>", DocumentKind::Text);
    row("XML", "<?xml version=\"1.0\"?><rss/>", DocumentKind::Text, "application/rss+xml");
    row("JSON", "{\"a\": 1}", DocumentKind::Text);
    row("PNG", imageOf("PNG"), DocumentKind::Image);
    row("JPEG", imageOf("JPG"), DocumentKind::Image, "text/html");
    row("WebP", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), DocumentKind::Image);
    row("ZIP", QByteArray("PK\x03\x04\x14\0\0\0", 8), DocumentKind::Unknown);
    row("program", QByteArray("\x7f" "ELF\x02\x01", 6), DocumentKind::Unknown);
    row("program told to be text", QByteArray("\x7f" "ELF\x02\x01", 6), DocumentKind::Unknown, "text/plain");
    row("short", "a", DocumentKind::Text);
}

void TestCaptured::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mediaType);
    QTEST(documentKind(bytes, mediaType), "kind");
}

void TestCaptured::aPage()
{
    const QByteArray html = "<html><head><title>Drone hits flats</title></head><body><article><p>Every inch of allied territory will be defended, "
                            "the Secretary General said on Friday, and that is what the alliance is there for.</p></article></body></html>";
    const Captured document = must(captureOfBytes({html, u"https://example.org/a"_s, u"text/html"_s, u"utf-8"_s, {}}, m_at));
    QCOMPARE(document.capture.mediaType, u"text/html"_s);
    QCOMPARE(document.capture.title, u"Drone hits flats"_s);
    QCOMPARE(document.capture.bytes, html);
    QCOMPARE(document.capture.sha256, sha256Of(html));
    QVERIFY2(document.capture.text.contains(u"Every inch of allied territory will be defended"_s), qPrintable(document.capture.text));
    QVERIFY(!document.capture.text.contains(u'<'));
}

void TestCaptured::webArchives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("charset");
    QTest::addColumn<QString>("address");
    const QString snapshot = u"https://example.org/news/1"_s;
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &html, const QString &charset, const QString &address) {
        QTest::newRow(name) << bytes << html << charset << address;
    };
    const QByteArray html = "Content-Type: text/html\r\n";
    row("plain", archiveOf(html + "\r\n<p>a</p>"), "<p>a</p>", {}, snapshot);
    row("charset", archiveOf("Content-Type: text/html; charset=windows-1251\r\n\r\n<p>\xe0</p>"), "<p>\xe0</p>", u"windows-1251"_s, snapshot);
    row("quoted-printable", archiveOf(html + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p=\r\n>caf=C3=A9 =3D \t\r\n1=3</p>="),
        "<p>caf\xc3\xa9 =\r\n1=3</p>", {}, snapshot);
    row("base64", archiveOf(html + "content-transfer-encoding: BASE64\r\n\r\nPHA+\r\nYTwvcD4=\r\n"), "<p>a</p>", {}, snapshot);
    row("line feeds only", QByteArray(archiveOf(html + "\r\n<p>a\r\nb</p>")).replace("\r\n", "\n"), "<p>a\nb</p>", {}, snapshot);
    row("behind a picture", archiveOf("Content-Type: image/png\r\n\r\n\x89PNG\r\n----b--\r\n" + html + "\r\n<p>a</p>"), "<p>a</p>", {}, snapshot);
    row("the first of two", archiveOf(html + "\r\n<p>a</p>\r\n----b--\r\n" + html + "\r\n<p>b</p>"), "<p>a</p>", {}, snapshot);
    row("the start", archiveOf(html + "\r\n<p>a</p>\r\n----b--\r\nContent-ID: <two>\r\n" + html + "\r\n<p>b</p>", "; start=\"<two>\""), "<p>b</p>", {}, snapshot);
    row("a start that is not there", archiveOf(html + "\r\n<p>a</p>", "; start=\"<two>\""), "<p>a</p>", {}, snapshot);
    row("cut off", "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" + html + "\r\n<p>a</p>\r\n<p>b", "<p>a</p>\r\n<p>b", {}, {});
    row("parts in parts", archiveOf("Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\na\r\n--x\r\n" + html + "\r\n<p>b</p>\r\n--x--"),
        "<p>b</p>", {}, snapshot);
    row("its own address", "Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Location: https://example.org/b\r\n" + html + "\r\n<p>a</p>\r\n--x--",
        "<p>a</p>", {}, u"https://example.org/b"_s);
}

void TestCaptured::webArchives()
{
    QFETCH(QByteArray, bytes);
    const WebArchive archive = must(readWebArchive(bytes));
    QTEST(archive.html, "html");
    QTEST(archive.charset, "charset");
    QTEST(archive.address.toString(), "address");
}

void TestCaptured::webArchivesRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const QString noHeaders = u"It does not begin with the headers of a web archive."_s;
    const QString noPage = u"There is no page in it."_s;
    QTest::newRow("nothing") << QByteArray() << noHeaders;
    QTest::newRow("a page") << QByteArray("<html>\r\n\r\n<p>") << noHeaders;
    QTest::newRow("headers without an end") << QByteArray("Content-Type: multipart/related; boundary=x\r\n") << noHeaders;
    QTest::newRow("endless headers") << QByteArray("X-A: b\r\n").repeated(20'000) << noHeaders;
    QTest::newRow("no boundary") << QByteArray("Content-Type: multipart/related\r\n\r\n--x\r\n") << noPage;
    QTest::newRow("boundary nowhere") << QByteArray("Content-Type: multipart/related; boundary=x\r\n\r\n--y\r\n") << noPage;
    QTest::newRow("only pictures") << archiveOf("Content-Type: image/png\r\n\r\na") << noPage;
    QTest::newRow("empty page") << archiveOf("Content-Type: text/html\r\n\r\n \r\n") << u"The page in it is empty."_s;
    QByteArray deep = "Content-Type: text/html\r\n\r\n<p>a";
    for (int i = 0; i < 20; ++i)
        deep = "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b" + QByteArray::number(i) + "\r\n" + deep;
    QTest::newRow("too deep") << deep << noPage;
}

void TestCaptured::webArchivesRefused()
{
    QFETCH(QByteArray, bytes);
    const auto archive = readWebArchive(bytes);
    QVERIFY(!archive);
    QTEST(archive.error().why, "why");
    QCOMPARE(archive.error().kind, Error::Kind::Invalid);
}

void TestCaptured::archivesAreKeptWithTheirAddress()
{
    const QByteArray bytes = archiveOf("Content-Type: text/html; charset=utf-8\r\n\r\n<title>News</title><p>Every inch of it will be defended, he said.</p>");
    const Captured document = must(captureOfBytes({bytes, {}, {}, {}, u"saved"_s}, m_at));
    QCOMPARE(document.capture.address, u"https://example.org/news/1"_s);
    QCOMPARE(document.capture.mediaType, u"multipart/related"_s);
    QCOMPARE(document.capture.bytes, bytes);
    QVERIFY2(document.capture.text.contains(u"Every inch of it will be defended"_s), qPrintable(document.capture.text));
    QCOMPARE(sourceOf(document, {}).address, u"https://example.org/news/1"_s);
}

void TestCaptured::textOfAPdf()
{
    const Captured document = must(captureOfBytes({pdfOf({u"First page"_s, {}, u"Third page"_s}, u"A report"_s), {}, {}, {}, u"file"_s}, m_at));
    QCOMPARE(document.capture.text, u"First page\f\fThird page"_s);
    QCOMPARE(document.capture.pageCount, 3);
    QCOMPARE(document.capture.title, u"A report"_s);
    QCOMPARE(document.capture.mediaType, u"application/pdf"_s);
    QCOMPARE(sourceOf(document, {}).type, SourceType::Report);
}

void TestCaptured::dividedWordsOfAPdf()
{
    const QByteArray content = "BT /F 12 Tf 72 720 Td (The night saw an over-) Tj 0 -14 Td (night attack on the port) Tj ET";
    const QByteArray pdf = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                           "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj\n"
                           "4 0 obj <</Length " + QByteArray::number(content.size()) + ">> stream\n" + content + "\nendstream endobj\n"
                           "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\ntrailer <</Root 1 0 R/Size 6>>\n%%EOF\n";
    QCOMPARE(must(readPdf(pdf)).text, u"The night saw an overnight attack on the port"_s);
}

void TestCaptured::stoppingAPdf()
{
    JobState state;
    state.stop();
    const auto stopped = readPdf(pdfOf({u"a"_s}), &state);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
}

void TestCaptured::texts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("charset");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << QByteArray("Gala\xc8\x9bi\r\nb") << QString() << u"Galați\nb"_s;
    QTest::newRow("with a mark") << QByteArray("\xef\xbb\xbf" "a") << QString() << u"a"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfeG\0a\0l\0a\0\x1b\x02i\0", 14) << QString() << u"Galați"_s;
    QTest::newRow("declared") << QByteArray("caf\xe9") << u"iso-8859-1"_s << u"café"_s;
    QTest::newRow("not UTF-8, not declared") << QByteArray("caf\xe9 \x93quoted\x94") << QString() << u"café “quoted”"_s;
}

void TestCaptured::texts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, charset);
    const Captured document = must(captureOfBytes({bytes, {}, {}, charset, u"notes"_s}, m_at));
    QTEST(document.capture.text, "text");
    QCOMPARE(document.capture.mediaType, u"text/plain"_s);
    QCOMPARE(document.capture.title, u"notes"_s);
}

void TestCaptured::pictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mediaType");
    QTest::newRow("PNG") << imageOf("PNG") << u"image/png"_s;
    QTest::newRow("JPEG") << imageOf("JPG") << u"image/jpeg"_s;
    QTest::newRow("WebP") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << u"image/webp"_s;
}

void TestCaptured::pictures()
{
    QFETCH(QByteArray, bytes);
    const Captured document = must(captureOfBytes({bytes, {}, {}, {}, u"photo"_s}, m_at));
    QTEST(document.capture.mediaType, "mediaType");
    QCOMPARE(document.capture.text, QString());
    QCOMPARE(sourceOf(document, {}).title, u"photo"_s);
}

/// A picture of so many points that says so and holds nothing.
static QByteArray hugePng()
{
    QByteArray png = imageOf("PNG");
    // Width and height stand behind the first chunk's name; its check sum is made anew.
    png.replace(16, 8, QByteArray("\0\0\x80\0\0\0\x80\0", 8));
    quint32 check = ~0u;
    for (const char c : png.sliced(12, 17)) {
        check ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            check = (check >> 1) ^ (check & 1 ? 0xedb88320u : 0u);
    }
    const quint32 sum = qToBigEndian(~check);
    return png.replace(29, 4, QByteArray(reinterpret_cast<const char *>(&sum), 4));
}

void TestCaptured::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const QByteArray pdf = pdfOf({u"a"_s});
    QTest::newRow("empty") << QByteArray() << u"It is empty."_s;
    QTest::newRow("white space") << QByteArray(" \n\t") << u"There is nothing but white space in it."_s;
    QTest::newRow("damaged PDF") << QByteArray("%PDF-1.7\nrubbish") << u"It is damaged."_s;
    QTest::newRow("half a PDF") << pdf.first(300) << u"It is damaged."_s;
    QFile secret(QStringLiteral(TEST_DATA "/documents/password.pdf"));
    QVERIFY(secret.open(QIODevice::ReadOnly));
    QTest::newRow("PDF with a password") << secret.readAll() << u"It is protected by a password."_s;
    QTest::newRow("half a picture") << imageOf("PNG", 400, 300).first(200) << u"The picture is damaged."_s;
    QTest::newRow("start of a picture") << imageOf("PNG").first(12) << u"The picture is damaged."_s;
    QTest::newRow("huge picture") << hugePng() << u"The picture has 32768 × 32768 points, which is too many."_s;
    QTest::newRow("ZIP") << QByteArray("PK\x03\x04\x14\0\0\0", 8) << u"It is of a kind that is not known here."_s;
    QTest::newRow("long page") << "<html>" + QByteArray(32 * 1024 * 1024, 'a') << u"It is larger than 32 MiB."_s;
    QTest::newRow("long text") << QByteArray(32 * 1024 * 1024 + 1, 'a') << u"It is larger than 32 MiB."_s;
    QTest::newRow("long picture") << imageOf("PNG") + QByteArray(64 * 1024 * 1024, 'a') << u"It is larger than 64 MiB."_s;
    QTest::newRow("long PDF") << pdf + QByteArray(128 * 1024 * 1024, 'a') << u"It is larger than 128 MiB."_s;
}

void TestCaptured::refused()
{
    QFETCH(QByteArray, bytes);
    const auto document = captureOfBytes({bytes, {}, {}, {}, u"file"_s}, m_at);
    QVERIFY(!document);
    QTEST(document.error().why, "why");
    QCOMPARE(document.error().kind, Error::Kind::Invalid);
    QVERIFY(!document.error().remedy.isEmpty());
}

void TestCaptured::files_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("result"); ///< the media type, or why not
    QTest::newRow("page called text") << u"page.txt"_s << u"text/html"_s;
    QTest::newRow("text called PDF") << u"words.pdf"_s << u"text/plain"_s;
    QTest::newRow("empty") << u"empty.html"_s << u"It is empty."_s;
    QTest::newRow("folder") << u"folder"_s << u"It is a folder."_s;
    QTest::newRow("not there") << u"none"_s << u"It cannot be read: No such file or directory."_s;
    QTest::newRow("pipe") << u"pipe"_s << u"It is no file but a device or a pipe."_s;
    QTest::newRow("long") << u"long"_s << u"It is larger than 128 MiB."_s;
    QTest::newRow("unreadable") << u"locked"_s << u"It cannot be read: Permission denied."_s;
}

void TestCaptured::files()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const auto write = [&](const QString &file, const QByteArray &bytes) {
        QFile out(folder.filePath(file));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    };
    write(u"page.txt"_s, "<html><title>A</title><p>Some words that are the main text of it.</p>");
    write(u"words.pdf"_s, "Some words");
    write(u"empty.html"_s, {});
    write(u"long"_s, "a");
    write(u"locked"_s, "a");
    QVERIFY(QFile(folder.filePath(u"long"_s)).resize(128LL * 1024 * 1024 + 1));
    QVERIFY(QFile(folder.filePath(u"locked"_s)).setPermissions(QFileDevice::Permissions()));
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(folder.filePath(u"pipe"_s).toUtf8().constData(), 0600), 0);
    if (name == "locked"_L1 && QFile(folder.filePath(name)).open(QIODevice::ReadOnly))
        QSKIP("This user may read everything.");
    const auto document = captureOfFile(folder.filePath(name), m_at);
    QTEST(document ? document->capture.mediaType : document.error().why, "result");
}

void TestCaptured::clipboard()
{
    const Captured document = must(captureOfHtml(u"<meta charset='utf-8'><p>Galați, “every inch” of it will be defended.</p>"_s, u"https://user:pw@example.org/a#b"_s, m_at));
    QVERIFY2(document.capture.text.contains(u"Galați, “every inch” of it"_s), qPrintable(document.capture.text));
    QCOMPARE(document.capture.address, u"https://example.org/a"_s);
    QCOMPARE(captureOfHtml(u" \n"_s, {}, m_at).error().why, u"It is empty."_s);
    QCOMPARE(captureOfHtml(u"<p>"_s + QString(33 * 1024 * 1024, u'a'), {}, m_at).error().why, u"It is larger than 32 MiB."_s);
}

void TestCaptured::packing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("its own text") << QByteArray("caf\xc3\xa9") << u"café"_s << u"text"_s;
    QTest::newRow("gets smaller") << QByteArray("abc ").repeated(100) << u"abc"_s << u"zlib"_s;
    QTest::newRow("gets no smaller") << QByteArray("abc") << u"abcd"_s << QString();
    QTest::newRow("nothing") << QByteArray("") << QString() << QString();
}

void TestCaptured::packing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const PackedBytes kept = packed(bytes, text);
    QTEST(kept.encoding, "encoding");
    QCOMPARE(must(unpacked(kept, text)), bytes);
}

void TestCaptured::damagedPacking_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = qCompress(QByteArray(100, 'a'));
    QTest::newRow("unknown encoding") << u"zip"_s << good;
    QTest::newRow("nothing") << u"zlib"_s << QByteArray();
    QTest::newRow("only a length") << u"zlib"_s << good.first(4);
    QTest::newRow("cut off") << u"zlib"_s << good.chopped(6);
    QTest::newRow("says that it is huge") << u"zlib"_s << QByteArray("\xff\xff\xff\xff") + good.sliced(4);
    QTest::newRow("says that it is longer") << u"zlib"_s << QByteArray("\0\0\x01\0", 4) + good.sliced(4);
    QTest::newRow("says that it is shorter") << u"zlib"_s << QByteArray("\0\0\0\x10", 4) + good.sliced(4);
}

void TestCaptured::damagedPacking()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, bytes);
    const auto result = unpacked({encoding, bytes}, {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Damaged);
}

void TestCaptured::sourceOfADocument()
{
    Captured document;
    document.capture.mediaType = u"text/html"_s;
    document.capture.address = u"https://example.org/final"_s;
    document.page = {.title = u" A  title "_s, .byline = u"A. Writer"_s, .site = u"Paper"_s, .published = u"2026-05-29"_s, .language = u"en"_s, .excerpt = {}, .text = {}};
    const Source source = sourceOf(document, u"https://example.org/asked"_s);
    QCOMPARE(source.title, u"A title"_s);
    QCOMPARE(source.author, u"A. Writer"_s);
    QCOMPARE(source.publisher, u"Paper"_s);
    QCOMPARE(source.published, u"2026-05-29"_s);
    QCOMPARE(source.language, u"en"_s);
    QCOMPARE(source.address, u"https://example.org/asked"_s);
    QCOMPARE(source.type, SourceType::Article);
    document.page = {};
    QCOMPARE(sourceOf(document, {}).title, u"example.org/final"_s);
    QCOMPARE(sourceOf(document, {}).type, SourceType::Page);
    QCOMPARE(sourceOf({}, {}).title, u"Document without a title"_s);
}

void TestCaptured::answersKeepHowTheyWereFetched()
{
    const Fetched fetched{"Some words", 200, u"etag: \"x\"\n"_s, u"text/plain"_s, {}, u"https://example.org/b"_s, {{u"https://example.org/a"_s, 301}}, u"\"x\""_s, u"then"_s};
    Captured document = must(captureOfAnswer(fetched, m_at));
    TemporaryProject project;
    Source source = sourceOf(document, u"https://example.org/a"_s);
    project.edit([&](Writer &writer) { return addCaptured(writer, source, document); });
    Capture expected = document.capture;
    expected.bytes.clear();
    const Capture read = *must(latestCapture(project.reader(), source.id));
    QCOMPARE(read, expected);
    QCOMPARE(read.hops, fetched.hops);
    QCOMPARE(read.status, 200);
    QCOMPARE(must(captureBytes(project.reader(), read.id)), QByteArray("Some words"));
    QCOMPARE(must(sourceByAddress(project.reader(), {u"https://example.org/x"_s, u"https://example.org/a"_s}))->id, source.id);
    QCOMPARE(must(sourceByAddress(project.reader(), {u""_s, u"https://example.org/b"_s})), std::nullopt);
}

void TestCaptured::longDocumentsAreNotKeptTwice()
{
    TemporaryProject project;
    QByteArray noise(2'000'000, 0);
    QRandomGenerator random(1);
    for (char &c : noise)
        c = char(random.bounded(256));
    Captured document = must(captureOfBytes({imageOf("PNG") + noise, {}, {}, {}, u"photo"_s}, m_at));
    Source source = sourceOf(document, {});
    project.edit([&](Writer &writer) { return addCaptured(writer, source, document); });
    const auto captured = [&] { return must(latestCapture(project.reader(), source.id)); };
    // Undone, the history holds it; done again, the table.
    must(project->undo());
    QVERIFY(!must(redoubt::source(project.reader(), source.id)));
    must(project->redo());
    QCOMPARE(must(captureBytes(project.reader(), captured()->id)), document.capture.bytes);
    project.reopen();
    must(project->undo());
    must(project->redo());
    QCOMPARE(must(captureBytes(project.reader(), captured()->id)), document.capture.bytes);
    TemporaryProject other;
    const auto size = [&] {
        other.reopen();
        return QFileInfo(other.path()).size();
    };
    const qint64 empty = size();
    Source otherSource = sourceOf(document, {});
    Captured again = document;
    other.edit([&](Writer &writer) { return addCaptured(writer, otherSource, again); });
    const qint64 grown = size() - empty;
    QVERIFY2(grown < noise.size() * 11 / 10, qPrintable(QString::number(grown)));
}

QTEST_MAIN(TestCaptured)
#include "tst_captured.moc"
