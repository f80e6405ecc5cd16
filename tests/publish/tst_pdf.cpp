#include "tests/publish/example.h"

#include "app/publish/pdf.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace redoubt;

/// What a reader's tools find in the file.
class TstPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void describesItself();
    void isWellFormed();
    void readsInTheOrderOfTheText();
    void linksOnlySafely();
    void linksNotesAndBack_data();
    void linksNotesAndBack();
    void marksAllThatIsDrawn();
    void namesEachLink();
    void hasBookmarks();
    void embedsItsFonts();
    void givesItsWords_data();
    void givesItsWords();
    void givesNoLineTwice();
    void givesTheSameBytes();
    void namesItselfAccessible();
    void leavesNothingWhenItFails_data();
    void leavesNothingWhenItFails();
    void leavesNothingWhenStopped();
    void tellsWhatHasChanged();

private:
    /// A link inside the file: what it says, where it stands and where it goes.
    struct Jump
    {
        QString letters;
        QString page;
        double top = 0;
        QString targetPage;
        double targetTop = 0;
    };

    QString tool(const QString &name, const QStringList &arguments, int expected = 0);
    QJsonObject objects();
    QList<Jump> jumps();

    QTemporaryDir m_folder;
    QString m_file;
};

QString TstPdf::tool(const QString &name, const QStringList &arguments, int expected)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(name, arguments);
    if (!process.waitForStarted() || !process.waitForFinished() || process.exitCode() != expected)
        return u"%1 failed: "_s.arg(name) + process.errorString() + QString::fromUtf8(process.readAll());
    return QString::fromUtf8(process.readAll());
}

/// All objects of the file, as qpdf tells them: "obj:12 0 R" → {"value": {"/Type": "/Page", …}}.
QJsonObject TstPdf::objects()
{
    const QString json = tool(u"qpdf"_s, {u"--json=2"_s, u"--json-key=qpdf"_s, m_file, u"-"_s});
    return QJsonDocument::fromJson(json.toUtf8())[u"qpdf"].toArray().at(1).toObject();
}

QList<TstPdf::Jump> TstPdf::jumps()
{
    QList<Jump> found;
    const QJsonObject all = objects();
    for (auto object = all.begin(); object != all.end(); ++object) {
        const QJsonObject page = object.value().toObject()[u"value"].toObject();
        if (page[u"/Type"] != u"/Page"_s)
            continue;
        for (const QJsonValue annotation : page[u"/Annots"].toArray()) {
            const QJsonObject link = all[u"obj:"_s + annotation.toString()].toObject()[u"value"].toObject();
            const QJsonArray to = link[u"/Dest"].toArray();
            if (!to.isEmpty())
                found.append({link[u"/Contents"].toString().mid(2).trimmed(), object.key().mid(4), link[u"/Rect"][3].toDouble(),
                    to[0].toString(), to[3].toDouble()});
        }
    }
    return found;
}

void TstPdf::initTestCase()
{
    m_file = m_folder.filePath(u"brief.pdf"_s);
    const Result<WrittenPdf> written = writePdf(example::publication(), Paper::A4, m_file);
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    QVERIFY(written->pages > 2);
    QCOMPARE(QFile(m_file).size(), written->bytes);
}

void TstPdf::describesItself()
{
    const QString info = tool(u"pdfinfo"_s, {m_file});
    for (const QString &line : {u"Title: +A drone on allied soil, and the price of words"_s, u"Author: +J. Novák"_s,
             u"Subject: +Galați and after"_s, u"Keywords: +deterrence, Romania, drones"_s, u"Tagged: +yes"_s, u"JavaScript: +no"_s,
             u"PDF version: +1.7"_s, u"Page size: .*A4"_s, u"CreationDate: .*Jun  3 .*2026"_s})
        QVERIFY2(info.contains(QRegularExpression(line)), qPrintable(line + u'\n' + info));
}

void TstPdf::isWellFormed()
{
    const QString report = tool(u"qpdf"_s, {u"--check"_s, m_file});
    QVERIFY2(report.contains(u"No syntax or stream encoding errors"), qPrintable(report));
    QVERIFY2(!report.contains(u"WARNING"), qPrintable(report));
}

void TstPdf::readsInTheOrderOfTheText()
{
    const QString tree = tool(u"pdfinfo"_s, {u"-struct-text"_s, m_file});
    qsizetype at = 0;
    for (const QString &piece : {u"H1 (block)"_s, u"\"A drone on allied soil"_s, u"H2 (block)"_s, u"\"What happened\""_s,
             u"P (block)"_s, u"Link (inline)"_s, u"Reference (inline)"_s, u"Note <"_s, u"H3 (block)"_s, u"ListNumbering /Disc"_s,
             u"LI (block)"_s, u"Lbl (block)"_s, u"LBody (block)"_s, u"BlockQuote"_s, u"Table (block)"_s, u"TR"_s,
             u"TH:"_s, u"TD"_s, u"\"consultations\""_s, u"Figure:"_s, u"\"24 February 2022\""_s,
             u"\"Watch list\""_s, u"\"Sources\""_s, u"\"Likelihood\""_s}) {
        const qsizetype found = tree.indexOf(piece, at);
        QVERIFY2(found >= 0, qPrintable(tree + u"\nhas not, in its place: "_s + piece));
        at = found;
    }
    QVERIFY(!tree.contains(u"Page 1 of"));
}

void TstPdf::linksOnlySafely()
{
    QStringList addresses;
    for (const QString &line : tool(u"pdfinfo"_s, {u"-url"_s, m_file}).split(u'\n').mid(1)) {
        if (!line.isEmpty())
            addresses.append(line.section(u' ', -1));
    }
    addresses.removeDuplicates();
    QCOMPARE(addresses, (QStringList{u"https://example.org/a_%28b%29?q=%C3%A9"_s,
                            u"https://e.org/a%29/S/JavaScript/JS%28app.alert%5C%281%5C%29"_s, u"mailto:editor@example.org"_s,
                            u"https://example.org/nato"_s}));
    const QString objects = tool(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, m_file, u"-"_s});
    QVERIFY(!objects.contains(u"/S /JavaScript"));
    QVERIFY(!objects.contains(u"/OpenAction"));
}

void TstPdf::linksNotesAndBack_data()
{
    QTest::addColumn<QString>("number");
    for (const QString &number : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s})
        QTest::newRow(qPrintable(u"note "_s + number)) << number;
}

void TstPdf::linksNotesAndBack()
{
    QFETCH(QString, number);
    QList<Jump> links = jumps();
    links.removeIf([&number](const Jump &link) { return link.letters != number; });
    QCOMPARE(links.size(), 2);
    const auto goesTo = [](const Jump &from, const Jump &to) {
        return from.targetPage == to.page && from.targetTop >= to.top && from.targetTop < to.top + 16;
    };
    QVERIFY(goesTo(links[0], links[1]));
    QVERIFY(goesTo(links[1], links[0]));
}

void TstPdf::marksAllThatIsDrawn()
{
    static const QRegularExpression operators(u"(?:^|\\s)(BMC|BDC|EMC|Tj|TJ|f\\*?|S|s|B|sh|Do)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression number(u"/MCID (\\d+)"_s);
    const auto pages = tool(u"pdfinfo"_s, {m_file}).split(u"Pages:"_s).value(1).section(u'\n', 0, 0).trimmed().toInt();
    QVERIFY(pages > 2);
    for (int page = 1; page <= pages; ++page) {
        const QString content = tool(u"mutool"_s, {u"show"_s, u"-b"_s, m_file, u"pages/%1/Contents"_s.arg(page)});
        int depth = 0;
        int drawn = 0;
        for (const QRegularExpressionMatch &match : operators.globalMatch(content)) {
            const QString name = match.captured(1);
            if (name == u"BMC" || name == u"BDC") {
                ++depth;
            } else if (name == u"EMC") {
                --depth;
            } else {
                ++drawn;
                QVERIFY2(depth > 0, qPrintable(content.sliced(std::max(0, int(match.capturedStart()) - 200), 200)));
            }
        }
        QCOMPARE(depth, 0);
        QVERIFY2(drawn > 1, qPrintable(u"page %1: "_s.arg(page) + content));
        int next = 0;
        for (const QRegularExpressionMatch &match : number.globalMatch(content))
            QCOMPARE(match.captured(1).toInt(), next++);
    }
}

void TstPdf::namesEachLink()
{
    int links = 0;
    const QJsonObject all = objects();
    for (const QJsonValue object : all) {
        const QJsonObject value = object[u"value"].toObject();
        if (value[u"/Subtype"] != u"/Link"_s)
            continue;
        ++links;
        QVERIFY(value[u"/Contents"].toString().size() > 2);
        QVERIFY(value.contains(u"/StructParent"_s));
    }
    QVERIFY(links > 10);
    // The event that the text links to is there, the other is text.
    const QList<Jump> inside = jumps();
    QVERIFY(std::ranges::any_of(inside, [](const Jump &jump) { return jump.letters.startsWith(u"the roof of a"); }));
    QVERIFY(std::ranges::none_of(inside, [](const Jump &jump) { return jump.letters.contains(u"strike"); }));
}

void TstPdf::hasBookmarks()
{
    const QString outline = tool(u"mutool"_s, {u"show"_s, m_file, u"outline"_s});
    QStringList titles;
    for (const QRegularExpressionMatch &match : QRegularExpression(u"\"([^\"]+)\""_s).globalMatch(outline))
        titles.append(match.captured(1));
    QCOMPARE(titles, (QStringList{u"What happened"_s, u"The scene, in brief"_s, u"The received wisdom"_s, u"A different read"_s,
                         u"Chronology"_s, u"Watch list"_s, u"Sources"_s, u"Likelihood"_s}));
}

void TstPdf::embedsItsFonts()
{
    const QStringList lines = tool(u"pdffonts"_s, {m_file}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(lines.size() > 3);
    for (const QString &line : lines)
        QVERIFY2(line.contains(QRegularExpression(u"yes yes yes +\\d+ +0$"_s)), qPrintable(line));
}

void TstPdf::givesItsWords_data()
{
    QTest::addColumn<QString>("words");
    for (const QString &words : {u"efficient flow"_s, u"affluent suffix of the offer"_s, u"The official finding is difficult"_s, u"Galați"_s,
             u"Київ"_s, u"Ελλάδα"_s, u"Ţară"_s, u"عليكم"_s, u"Łódź"_s, u"României"_s, u"și țară"_s, u"“ready to defend every inch of allied territory”."_s, u"serial numbers"_s,
             u"Petr Pavel, Interview, Prague, 31 May 2026, p. 3."_s, u"the proposal"_s})
        QTest::newRow(qPrintable(words)) << words;
}

void TstPdf::givesItsWords()
{
    QFETCH(QString, words);
    // A soft hyphen divides a word at the end of a line.
    QString text = tool(u"pdftotext"_s, {m_file, u"-"_s}).remove(u"\u00ad\n"_s).remove(u"-\n"_s).simplified();
    // The raised number of a note may stand anywhere between two words.
    text.remove(QRegularExpression(u"(?<=[.,”])\\d"_s));
    QVERIFY2(text.contains(words), qPrintable(text));
}

void TstPdf::givesNoLineTwice()
{
    QSet<QString> seen;
    QStringList references; // stand in a note and in the list of sources
    for (const PublishedSource &source : example::sources())
        references.append(source.note + u'.');
    for (const QString &line : tool(u"pdftotext"_s, {m_file, u"-"_s}).split(u'\n')) {
        // The running head is the title on every page.
        if (line.size() < 40 || line == example::publication().title || references.contains(line))
            continue;
        QVERIFY2(!seen.contains(line), qPrintable(line));
        seen.insert(line);
    }
    QVERIFY(seen.size() > 10);
}

void TstPdf::givesTheSameBytes()
{
    const QString again = m_folder.filePath(u"again.pdf"_s);
    QVERIFY(writePdf(example::publication(), Paper::A4, again));
    QFile first(m_file);
    QFile second(again);
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), second.readAll());
}

void TstPdf::namesItselfAccessible()
{
    const QString objects = tool(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, m_file, u"-"_s});
    for (const QString &piece : {u"<pdfuaid:part>1</pdfuaid:part>"_s, u"/Lang (en-GB)"_s, u"/DisplayDocTitle true"_s, u"/Marked true"_s,
             u"/PageLabels"_s, u"/Scope /Column"_s, u"/Scope /Row"_s, u"/Alt "_s})
        QVERIFY2(objects.contains(piece), qPrintable(piece));
}

void TstPdf::leavesNothingWhenItFails_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("folder") << m_folder.path();
    QTest::newRow("no such folder") << m_folder.filePath(u"missing/brief.pdf"_s);
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTest::newRow("not a file") << pipe;
    const QString disk = qEnvironmentVariable("SMALL_DISK");
    if (!disk.isEmpty())
        QTest::newRow("full disk") << disk + u"/brief.pdf"_s;
    if (geteuid() != 0 || !disk.isEmpty()) {
        QVERIFY(QDir().mkpath(m_folder.filePath(u"locked"_s)));
        QVERIFY(QFile::setPermissions(m_folder.filePath(u"locked"_s), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        QTest::newRow("read-only folder") << m_folder.filePath(u"locked/brief.pdf"_s);
    }
}

void TstPdf::leavesNothingWhenItFails()
{
    QFETCH(QString, target);
    const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System);
    const Result<WrittenPdf> written = writePdf(example::publication(), Paper::A4, target);
    QVERIFY(!written);
    QVERIFY(written.error().what.contains(target));
    QVERIFY(!written.error().why.isEmpty());
    QVERIFY(!written.error().remedy.isEmpty());
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::System), before);
    if (const QString disk = qEnvironmentVariable("SMALL_DISK"); !disk.isEmpty())
        QVERIFY(QDir(disk).isEmpty());
}

void TstPdf::leavesNothingWhenStopped()
{
    JobState job;
    job.stop();
    const QString target = m_folder.filePath(u"stopped.pdf"_s);
    const Result<WrittenPdf> written = writePdf(example::publication(), Paper::A4, target, &job);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Cancelled);
    QVERIFY(!QFile::exists(target));
}

/// What was added is underlined and what was removed struck through, for the eye and in the tree of meaning.
void TstPdf::tellsWhatHasChanged()
{
    using enum TextRun::Kind;
    Publication publication;
    publication.title = u"Brief"_s;
    publication.created = QDateTime(QDate(2026, 6, 3), QTime(9, 0), QTimeZone::UTC);
    publication.text = readDocument(u"## The incident\n\nA ~~struck~~ word."_s);
    publication.changes = PublishedChanges{u"Changes since “Sent” (29 May 2026)"_s, u"2 paragraphs changed."_s,
        {{u"The incident"_s, u"Changed"_s, {{Unchanged, u"Every "_s}, {Removed, u"inch"_s}, {Added, u"foot"_s}, {Unchanged, u" of it."_s}}},
            {u"The incident"_s, u"Moved from “The received wisdom of those who write” and changed"_s, {{Added, u"New."_s}}},
            {u""_s, u"Removed"_s, {{Removed, u"Old words. "_s.repeated(400)}}}}};
    m_file = m_folder.filePath(u"changes.pdf"_s);
    QVERIFY(writePdf(publication, Paper::A4, m_file));
    isWellFormed();
    const QString text = tool(u"pdftotext"_s, {u"-raw"_s, m_file, u"-"_s}).simplified();
    for (const QString &words : {u"Changes since “Sent” (29 May 2026)"_s, u"2 paragraphs changed."_s, u"Every inchfoot of it."_s, u"New."_s, u"Old words. Old words."_s})
        QVERIFY2(text.contains(words), qPrintable(text));
    const QString tree = tool(u"pdfinfo"_s, {u"-struct-text"_s, m_file});
    qsizetype at = 0;
    for (const QString &piece : {u"\"The incident\""_s, u"TextDecorationType /LineThrough"_s, u"\"struck"_s, u"H2 (block)"_s, u"\"Changes since"_s, u"H3 (block)"_s,
             u"\"The incident\""_s, u"LI (block)"_s, u"Lbl (block)"_s, u"\"Changed\""_s, u"LBody (block)"_s, u"\"Every "_s, u"TextDecorationType /LineThrough"_s, u"\"inch\""_s,
             u"TextDecorationType /Underline"_s, u"\"foot"_s, u"of it.\""_s, u"TextDecorationType /Underline"_s, u"\"New.\""_s}) {
        const qsizetype found = tree.indexOf(piece, at);
        QVERIFY2(found >= 0, qPrintable(tree + u"\nhas not, in its place: "_s + piece));
        at = found + 1;
    }
}

QTEST_GUILESS_MAIN(TstPdf)
#include "tst_pdf.moc"
