#include "app/project/projectinfo.h"
#include "app/sources/bibliography/bibliography.h"
#include "app/sources/bibliographyimport.h"
#include "app/sources/source.h"
#include "app/sources/bibliography/sourceitem.h"
#include "tests/sources/bibliographytest.h"

#include <QFile>

using namespace redoubt;

namespace {

const QByteArray bib = "@string{n = {NATO}}\n"
                       "@article{rutte2026, author = {Rutte, Mark}, title = {The {NATO} line}, journal = {Survival}, year = 2026, keywords = {war, sea}, owner = {me}}\n"
                       "@misc{key with spaces, title = {Second}, publisher = n, note = {A note}}\n"
                       "@misc{rutte2026, title = {Another of that key}}\n"
                       "@misc{broken, title }\n"
                       "@online{site, title = {Third}, url = {https://example.org/a}, date = {2026-05-29}, doi = {10.1000/ABC}}\n";
const QByteArray ris = "TY  - JOUR\r\nTI  - One\r\nPY  - 2026\r\nKW  - war\r\nN1  - A note\r\nZ9  - kept\r\nER  - \r\nTY  - JOUR\r\nTI  - One\r\nPY  - 2026\r\nVL  - 2\r\nER  - \r\n";
const QByteArray csl = "[{\"id\":\"http://zotero.org/1\",\"type\":\"book\",\"title\":\"On <i>war</i>\",\"keyword\":\"war, sea\",\"custom\":{\"a\":1}},"
                       "{\"id\":\"second\",\"type\":\"webpage\",\"title\":\"Page\",\"URL\":\"https://example.org/p\"},7]";

} // namespace

class TestBibliographyImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_project = std::make_unique<TemporaryProject>(); }
    void cleanup() { m_project.reset(); }

    void firstImport();
    void secondImport_data();
    void secondImport();
    void isOneAction();
    void dryRun();
    void exportedComesBack_data();
    void exportedComesBack();
    void found_data();
    void found();
    void usersFieldsStay();
    void emptyFieldsAreFilled();
    void sameTitlesAreNotOne();
    void twinsAreOne();
    void renamedSourceIsFound();
    void keysByThePattern();
    void refused_data();
    void refused();
    void encodings_data();
    void encodings();
    void cancelled();

private:
    QString write(const QByteArray &bytes, const QString &name = u"data.bib"_s)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return path;
    }

    BibliographyReport bring(const QByteArray &bytes, bool dryRun = false)
    {
        return must(importBibliography(m_project->project(), {write(bytes), {}, dryRun}));
    }

    Source add(Source source)
    {
        m_project->edit([&](Writer &writer) { return addSource(writer, source); });
        return source;
    }

    /// key|title|tags
    QStringList dump()
    {
        QStringList list;
        for (const Source &source : must(sources(m_project->reader())))
            list.append(source.key + u'|' + source.title + u'|' + must(tags(m_project->reader(), u"source"_s, source.id.number)).join(u','));
        return list;
    }

    static QString counts(const BibliographyReport &report)
    {
        return u"%1 added %2 updated %3 unchanged %4 skipped %5 kept"_s.arg(report.added).arg(report.updated).arg(report.unchanged).arg(report.skipped).arg(report.keptFields);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TemporaryProject> m_project;
};

void TestBibliographyImport::firstImport()
{
    const BibliographyReport report = bring(bib);
    QCOMPARE(counts(report), u"4 added 0 updated 0 unchanged 1 skipped 0 kept"_s);
    QCOMPARE(report.format, BibliographyFormat::Bibtex);
    QCOMPARE(report.errors.size(), 1);
    QCOMPARE(report.errors.at(0).line, 5);
    QCOMPARE(dump(), QStringList({u"rutte2026|The NATO line|sea,war"_s, u"rutte2026-2|Another of that key|"_s, u"second|Second|"_s, u"site|Third|"_s}));
    const Source first = must(sourceByKey(m_project->reader(), u"rutte2026"_s)).value();
    QCOMPARE(first.author, u"Mark Rutte"_s);
    QCOMPARE(first.publisher, u"Survival"_s);
    QCOMPARE(first.published, u"2026"_s);
    const Source second = must(sourceByKey(m_project->reader(), u"second"_s)).value();
    QCOMPARE(second.publisher, u"NATO"_s);
    QCOMPARE(second.note, u"A note"_s);
    QCOMPARE(second.fields.value(u"id"_s).toString(), u"key with spaces"_s);
    const Source other = must(sourceByKey(m_project->reader(), u"rutte2026-2"_s)).value();
    QCOMPARE(other.fields.value(u"id"_s).toString(), u"rutte2026"_s);
}

void TestBibliographyImport::secondImport_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("count");
    QTest::newRow("BibTeX") << bib << 4;
    QTest::newRow("RIS") << ris << 2;
    QTest::newRow("CSL") << csl << 2;
}

void TestBibliographyImport::secondImport()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, count);
    QCOMPARE(bring(bytes).added, count);
    const QStringList before = dump();
    const auto actions = must(m_project->project().history()).size();
    const BibliographyReport again = bring(bytes);
    QCOMPARE(again.added, 0);
    QCOMPARE(again.updated, 0);
    QCOMPARE(again.unchanged, count);
    QCOMPARE(again.keptFields, 0);
    QCOMPARE(dump(), before);
    QCOMPARE(must(m_project->project().history()).size(), actions);
}

void TestBibliographyImport::isOneAction()
{
    bring(bib);
    const auto history = must(m_project->project().history());
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.at(0).what, u"Import sources from “data.bib”"_s);
    const QStringList all = dump();
    must(m_project->project().undo());
    QCOMPARE(dump(), QStringList());
    must(m_project->project().redo());
    QCOMPARE(dump(), all);
}

void TestBibliographyImport::dryRun()
{
    m_project->reopen(Project::Mode::ReadOnly);
    QCOMPARE(counts(bring(bib, true)), u"4 added 0 updated 0 unchanged 1 skipped 0 kept"_s);
    QCOMPARE(dump(), QStringList());
}

void TestBibliographyImport::exportedComesBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<BibliographyFormat>("format");
    for (const auto &[format, name] : bibliographyFormatNames.table) {
        QTest::addRow("BibTeX as %s", name.data()) << bib << format;
        QTest::addRow("RIS as %s", name.data()) << ris << format;
        QTest::addRow("CSL as %s", name.data()) << csl << format;
    }
}

/// Into a new project: the same sources; into the same one: nothing new.
void TestBibliographyImport::exportedComesBack()
{
    QFETCH(QByteArray, bytes);
    QFETCH(BibliographyFormat, format);
    const BibliographyReport first = bring(bytes);
    const QByteArray out = writeBibliography(must(bibliographyOf(m_project->reader())), format);
    const BibliographyReport same = bring(out);
    QCOMPARE(same.added, 0);
    QCOMPARE(same.unchanged + same.updated, first.added);
    const QStringList before = dump();
    const QList<Source> all = must(sources(m_project->reader()));
    m_project = std::make_unique<TemporaryProject>();
    QCOMPARE(bring(out).added, first.added);
    QCOMPARE(dump(), before);
    const QByteArray again = writeBibliography(must(bibliographyOf(m_project->reader())), format);
    QCOMPARE(again, out);
    const QList<Source> back = must(sources(m_project->reader()));
    for (qsizetype i = 0; i < all.size(); ++i) {
        QCOMPARE(back.at(i).note, all.at(i).note);
        QCOMPARE(back.at(i).published, all.at(i).published);
        QCOMPARE(back.at(i).author, all.at(i).author);
        QCOMPARE(back.at(i).publisher, all.at(i).publisher);
        if (format == BibliographyFormat::CslJson)
            QCOMPARE(jsonText(back.at(i).fields), jsonText(all.at(i).fields));
    }
}

void TestBibliographyImport::found_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("key and title") << QByteArray("@misc{there, title = {A title}}") << true;
    QTest::newRow("key and title in capitals") << QByteArray("@misc{there, title = {A TITLE}}") << true;
    QTest::newRow("key alone") << QByteArray("@misc{there, title = {Other}}") << false;
    QTest::newRow("DOI") << QByteArray("@misc{x, title = {Other}, doi = {https://doi.org/10.1000/aBc}}") << true;
    QTest::newRow("another DOI") << QByteArray("@misc{x, title = {Other}, doi = {10.1000/abd}}") << false;
    QTest::newRow("address") << QByteArray("@misc{x, title = {Other}, url = {http://example.org/a/}}") << true;
    QTest::newRow("another address") << QByteArray("@misc{x, title = {Other}, url = {http://example.org/b}}") << false;
    QTest::newRow("title and date") << QByteArray("@misc{x, title = {A Title}, date = {2026-05-29}}") << true;
    QTest::newRow("title and another date") << QByteArray("@misc{x, title = {A Title}, date = {2026-05-28}}") << false;
    QTest::newRow("title and date, another author") << QByteArray("@misc{x, title = {A Title}, author = {Kallas, Kaja}, date = {2026-05-29}}") << false;
}

void TestBibliographyImport::found()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isFound);
    Source source;
    source.key = u"there"_s;
    source.title = u"A title"_s;
    source.author = u"NATO"_s;
    source.published = u"2026-05-29"_s;
    source.address = u"https://example.org/a"_s;
    source.fields = json("{'DOI':'10.1000/ABC'}");
    add(source);
    QCOMPARE(bring(bytes).added, isFound ? 0 : 1);
}

void TestBibliographyImport::usersFieldsStay()
{
    bring(bib);
    Source source = must(sourceByKey(m_project->reader(), u"rutte2026"_s)).value();
    source.author = u"Somebody else"_s;
    source.note = u"Mine"_s;
    source.type = SourceType::Report;
    m_project->edit([&](Writer &writer) { return updateSource(writer, source); });
    const BibliographyReport report = bring(bib);
    QCOMPARE(counts(report), u"0 added 0 updated 4 unchanged 1 skipped 2 kept"_s);
    QCOMPARE(must(sourceByKey(m_project->reader(), u"rutte2026"_s)).value(), source);
}

void TestBibliographyImport::emptyFieldsAreFilled()
{
    Source source;
    source.key = u"site"_s;
    source.title = u"Third"_s;
    source.grade = {u'B', 2};
    source.note = u"Mine"_s;
    source.type = SourceType::Page;
    add(source);
    m_project->edit([&](Writer &writer) {
        return setTags(writer, u"source"_s, must(sourceByKey(writer, u"site"_s))->id.number, {u"own"_s});
    });
    const QByteArray text = "@online{site, title = {Third}, author = {Rutte, Mark}, url = {https://example.org/a}, note = {Theirs}, doi = {10.1000/x}, keywords = {war, Own}}";
    QCOMPARE(counts(bring(text)), u"0 added 1 updated 0 unchanged 0 skipped 1 kept"_s);
    const Source filled = must(sourceByKey(m_project->reader(), u"site"_s)).value();
    QCOMPARE(filled.author, u"Mark Rutte"_s);
    QCOMPARE(filled.address, u"https://example.org/a"_s);
    QCOMPARE(filled.note, u"Mine"_s);
    QCOMPARE(filled.grade, (Grade{u'B', 2}));
    QCOMPARE(filled.fields.value(u"DOI"_s).toString(), u"10.1000/x"_s);
    QCOMPARE(dump(), QStringList{u"site|Third|own,war"_s});
    QCOMPARE(counts(bring(text)), u"0 added 0 updated 1 unchanged 0 skipped 1 kept"_s);
}

void TestBibliographyImport::sameTitlesAreNotOne()
{
    const QByteArray text = "@article{a, title = {Editorial}, journal = {J}, year = 2026, volume = 1}\n@article{b, title = {Editorial}, journal = {J}, year = 2026, volume = 2}\n"
                            "@inproceedings{c, title = {C}, doi = {10.1/p}, url = {https://example.org/}}\n@inproceedings{d, title = {D}, doi = {10.1/p}, url = {https://example.org/}}\n";
    QCOMPARE(bring(text).added, 4);
    QCOMPARE(bring(text).unchanged, 4);
    QCOMPARE(dump().size(), 4);
}

void TestBibliographyImport::twinsAreOne()
{
    const QByteArray twice = "@misc{a, title = {A}}\n@misc{a, title = {A}}\n@misc{a, title = {A}, note = {more}}\n";
    QCOMPARE(counts(bring(twice)), u"2 added 0 updated 1 unchanged 0 skipped 0 kept"_s);
    QCOMPARE(counts(bring(twice)), u"0 added 0 updated 3 unchanged 0 skipped 0 kept"_s);
}

void TestBibliographyImport::renamedSourceIsFound()
{
    bring(bib);
    Source source = must(sourceByKey(m_project->reader(), u"rutte2026"_s)).value();
    source.key = u"line"_s;
    source.fields.insert(u"id"_s, u"rutte2026"_s);
    m_project->edit([&](Writer &writer) { return updateSource(writer, source); });
    QCOMPARE(counts(bring(bib)), u"0 added 0 updated 4 unchanged 1 skipped 0 kept"_s);
}

void TestBibliographyImport::keysByThePattern()
{
    m_project->edit([](Writer &writer) {
        ProjectInfo info = must(projectInfo(writer));
        info.citationKeys = u"{year}-{title:1}"_s;
        return updateProjectInfo(writer, info);
    });
    bring(ris);
    QCOMPARE(dump(), QStringList({u"2026-one|One|war"_s, u"2026-one-2|One|"_s}));
}

void TestBibliographyImport::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<std::optional<BibliographyFormat>>("format");
    QTest::addColumn<QString>("part");
    using Format = std::optional<BibliographyFormat>;
    QTest::newRow("empty") << QByteArray() << Format() << u"The file is empty."_s;
    QTest::newRow("empty as RIS") << QByteArray(" \n") << Format(BibliographyFormat::Ris) << u"The file is empty."_s;
    QTest::newRow("something else") << QByteArray("a,b\n1,2\n") << Format() << u"does not look like"_s;
    QTest::newRow("something else as RIS") << QByteArray("a,b\n1,2\n") << Format(BibliographyFormat::Ris) << u"not a file of the format RIS"_s;
    QTest::newRow("something else as BibTeX") << QByteArray("a,b\n1,2\n") << Format(BibliographyFormat::Bibtex) << u"not a file of the format BibTeX"_s;
    QTest::newRow("something else as CSL") << QByteArray("a,b\n1,2\n") << Format(BibliographyFormat::CslJson) << u"Line 1 is not valid JSON"_s;
    QTest::newRow("not text") << QByteArray("TY  - JOUR\nTI  - \xe9t\xe9\n") << Format() << u"Line 2 is not UTF-8 text."_s;
    QTest::newRow("a NUL") << QByteArray("TY  - JOUR\nTI  - \0x\n", 20) << Format() << u"Line 2 is not UTF-8 text."_s;
    QTest::newRow("cut off") << QByteArray("[{\"type\":\"book\",") << Format() << u"Line 1 is not valid JSON"_s;
    QTest::newRow("huge field") << "TY  - JOUR\nTI  - " + QByteArray(17 * 1024 * 1024, 'x') + '\n' << Format() << u"more than 16 MiB"_s;
}

void TestBibliographyImport::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(std::optional<BibliographyFormat>, format);
    QFETCH(QString, part);
    const auto report = importBibliography(m_project->project(), {write(bytes), format, false});
    QVERIFY(!report);
    QVERIFY2(report.error().text().contains(part), qPrintable(report.error().text()));
    QCOMPARE(report.error().kind, Error::Kind::Invalid);
    QCOMPARE(dump(), QStringList());
    QVERIFY(!importBibliography(m_project->project(), {m_folder.path(), format, false}));
    QVERIFY(!importBibliography(m_project->project(), {m_folder.filePath(u"missing"_s), format, false}));
}

void TestBibliographyImport::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"TY  - JOUR\r\nTI  - Galați\r\nER  - \r\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
    QStringEncoder little(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-16") << QByteArray(little(text));
    QStringEncoder big(QStringEncoder::Utf16BE, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-16, big") << QByteArray(big(text));
}

void TestBibliographyImport::encodings()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(bring(bytes).added, 1);
    QCOMPARE(dump(), QStringList{u"galati|Galați|"_s});
}

void TestBibliographyImport::cancelled()
{
    JobState state;
    state.stop();
    const auto report = importBibliography(m_project->project(), {write(bib), {}, false}, &state);
    QCOMPARE(report.error().kind, Error::Kind::Cancelled);
    QCOMPARE(dump(), QStringList());
}

QTEST_GUILESS_MAIN(TestBibliographyImport)
#include "tst_bibliographyimport.moc"
