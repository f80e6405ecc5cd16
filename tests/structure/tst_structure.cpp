#include "tests/structure/rules.h"

#include <QDirIterator>
#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;

namespace redoubt {

using Rule = QStringList (*)(const QString &, const QString &);

const QMap<QByteArray, Rule> all{{"includes", rules::includeDirection}, {"widgets", rules::noWidgetsInApp},
    {"sql", rules::sqlInItsRoom}, {"looks", rules::looksInLook}, {"dialogs", rules::dialogsInWorkbench},
    {"file size", rules::fileSize}, {"function size", rules::functionSize}, {"habits", rules::habits},
    {"file name", rules::fileName}};

/// The paths, from the root, of all files of our own in the checkout.
QStringList paths()
{
    QStringList found;
    const QDir root(QStringLiteral(SOURCE_DIR));
    for (const auto *folder : {"app", "ui", "tests", "resources", "translations", "packaging"}) {
        QDirIterator files(
            root.filePath(QLatin1StringView(folder)), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            found += root.relativeFilePath(files.next());
    }
    found.sort();
    return found;
}

QString contents(const QString &path)
{
    QFile file(QStringLiteral(SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

class StructureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data();
    void rule();
    void everyFileIsBuilt_data();
    void everyFileIsBuilt();
    void functionsAreMeasured();
    void treeKeepsTheRules_data();
    void treeKeepsTheRules();
    void treeIsBuilt();
};

void StructureTest::rule_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("findings");
    const auto row = [](const char *name, const char *rule, const char *path, const char *text, int findings) {
        QTest::newRow(name) << QByteArray(rule) << QString::fromUtf8(path) << QString::fromUtf8(text) << findings;
    };

    row("left", "includes", "app/brief/a.cpp", "#include \"app/sources/b.h\"\n", 0);
    row("own room", "includes", "app/brief/a.cpp", "#include \"app/brief/b.h\"\n", 0);
    row("right", "includes", "app/sources/a.cpp", "\n#include \"app/brief/b.h\"\n", 1);
    row("beside", "includes", "app/timeline/a.cpp", "#include \"app/sources/b.h\"\n", 1);
    row("no such room", "includes", "app/brief/a.cpp", "#include \"app/other/b.h\"\n", 1);
    row("up to ui", "includes", "app/commands/a.cpp", "#include \"ui/look/b.h\"\n", 1);
    row("own app room", "includes", "ui/brief/a.cpp", "#include \"app/brief/b.h\"\n", 0);
    row("left of own app room", "includes", "ui/brief/a.cpp", "#include \"app/sources/b.h\"\n", 0);
    row("another app room", "includes", "ui/timeline/a.cpp", "#include \"app/sources/b.h\"\n", 0);
    row("the terminal in a panel", "includes", "ui/timeline/a.cpp", "#include \"app/commands/b.h\"\n", 1);
    row("another panel", "includes", "ui/brief/a.cpp", "#include \"ui/sources/b.h\"\n", 1);
    row("workbench", "includes", "ui/brief/a.cpp", "#include \"ui/workbench/b.h\"\n", 0);
    row("panel in the workbench", "includes", "ui/workbench/a.cpp", "#include \"ui/brief/b.h\"\n", 1);
    row("workbench in look", "includes", "ui/look/a.cpp", "#include \"ui/workbench/b.h\"\n", 1);
    row("main knows all", "includes", "ui/main.cpp", "#include \"ui/brief/b.h\"\n#include \"app/commands/c.h\"\n", 0);
    row("not from the root", "includes", "app/brief/a.cpp", "#include \"b.h\"\n", 1);
    row("a test", "includes", "tests/brief/a.cpp", "#include \"ui/brief/b.h\"\n#include \"a.moc\"\n", 0);

    row("widget", "widgets", "app/brief/a.cpp", "#include <QPlainTextEdit>\n", 1);
    row("widgets", "widgets", "app/brief/a.cpp", "#include <QtWidgets>\n", 1);
    row("layout", "widgets", "app/brief/a.cpp", "#include <QVBoxLayout>\n", 1);
    row("text layout", "widgets", "app/brief/a.cpp", "#include <QTextLayout>\n", 0);
    row("widget in ui", "widgets", "ui/brief/a.cpp", "#include <QLabel>\n", 0);

    row("own table", "sql", "app/timeline/a.cpp", "x(u\"SELECT id FROM event\"_s);", 0);
    row("other's table", "sql", "app/brief/a.cpp", "x(u\"SELECT id FROM event\"_s);", 1);
    row("joined table", "sql", "app/brief/a.cpp", "x(u\"SELECT id FROM brief \"\n  \"JOIN source ON 1\"_s);", 1);
    row("written table", "sql", "app/checks/a.cpp", "writer.insert(u\"lane\"_s, {}, {});", 1);
    row("deleted from", "sql", "app/publish/a.cpp", "x(\"DELETE FROM forecast\");", 1);
    row("raw literal", "sql", "app/publish/a.cpp", "x(R\"(UPDATE brief SET a = 1)\");", 1);
    row("in a panel", "sql", "ui/brief/a.cpp", "x(\"SELECT 1\");", 1);
    row("in a comment", "sql", "app/brief/a.cpp", "// \"SELECT id FROM event\"\n", 0);
    row("a sentence", "sql", "ui/brief/a.cpp", "tr(\"Select an event from the list.\");", 0);

    row("colour", "looks", "ui/brief/a.cpp", "p.setPen(QColor(1, 2, 3));", 1);
    row("no colour", "looks", "ui/brief/a.cpp", "QColor c; QColor d(); use(QColor());", 0);
    row("named colour", "looks", "ui/brief/a.cpp", "p.setPen(Qt::red);", 1);
    row("transparent", "looks", "ui/brief/a.cpp", "p.fill(Qt::transparent);", 0);
    row("hex colour", "looks", "ui/brief/a.cpp", "x(u\"color: #a0b1c2\"_s);", 1);
    row("heading", "looks", "ui/brief/a.cpp", "x(u\"## \"_s);", 0);
    row("pixels", "looks", "ui/brief/a.cpp", "f.setPixelSize(n);", 1);
    row("style sheet", "looks", "ui/brief/a.cpp", "x(\"padding: 4px\");", 1);
    row("margins", "looks", "ui/brief/a.cpp", "l->setContentsMargins(0, 0, 8, 0);", 1);
    row("no margins", "looks", "ui/brief/a.cpp", "l->setContentsMargins(0, 0, 0, 0);", 0);
    row("margins of the look", "looks", "ui/brief/a.cpp", "l->setContentsMargins(look::gap2, 0, 0, 0);", 0);
    row("units of the look", "looks", "ui/brief/a.cpp", "w->setMaximumWidth(look::page * 14);", 0);
    row("nothing and one", "looks", "ui/brief/a.cpp", "r.adjusted(-1, -1, 0, 0); s(QSize(1, row));", 0);
    row("spacing", "looks", "ui/brief/a.cpp", "l->setSpacing(6);", 1);
    row("size", "looks", "ui/brief/a.cpp", "return QSize(200, height);", 1);
    row("fixed width", "looks", "ui/brief/a.cpp", "w->setFixedWidth(120);", 1);
    row("window's size", "looks", "ui/workbench/a.cpp", "resize(1280, 800);", 1);
    row("in look", "looks", "ui/look/a.cpp", "QColor(1, 2, 3); f.setPixelSize(4);", 0);

    row("box", "dialogs", "ui/brief/a.cpp", "QMessageBox::warning(this);", 1);
    row("box in the workbench", "dialogs", "ui/workbench/a.cpp", "QMessageBox::warning(this);", 0);

    row("500 lines", "file size", "app/brief/a.cpp", QByteArray(500, '\n').constData(), 0);
    row("501 lines", "file size", "app/brief/a.cpp", QByteArray(501, '\n').constData(), 1);
    row("600 lines of tests", "file size", "tests/brief/a.cpp", QByteArray(600, '\n').constData(), 0);

    const QByteArray many(70, '\n');
    row("long function", "function size", "app/brief/a.cpp", ("void f()\n{" + many + "}\n").constData(), 1);
    row("long member", "function size", "app/brief/a.cpp",
        ("namespace a {\nA::A(int b)\n    : m_b{b}\n    , m_c(1)\n{" + many + "}\n}\n").constData(), 1);
    row("long lambda", "function size", "app/brief/a.cpp", ("void f()\n{ x([] {" + many + "}); }\n").constData(), 1);
    row("long class", "function size", "app/brief/a.h", ("class A\n{\nvoid f() {}\n" + many + "};\n").constData(), 0);
    row("long table", "function size", "app/brief/a.cpp",
        ("const QMap<int, int> t{{1, 2}," + many + "{3, f(4)}};\nconst int u[] = {" + many + "f(1)};\n").constData(), 0);
    row("long rows", "function size", "tests/brief/a.cpp", ("void T::f_data()\n{" + many + "}\n").constData(), 0);
    row("braces in literals", "function size", "app/brief/a.cpp",
        ("void f()\n{ x(\"{\", '{', R\"({)\"); } // {\n" + many + "void g() {}\n").constData(), 0);

    row("singleton", "habits", "app/brief/a.h", "#pragma once\nstatic A &instance();\n", 1);
    row("exception", "habits", "app/brief/a.cpp", "throw A();\n", 1);
    row("friend", "habits", "app/brief/a.h", "#pragma once\nfriend class B;\n", 1);
    row("friend test", "habits", "app/brief/a.h", "#pragma once\nfriend class BTest;\n", 0);
    row("note", "habits", "app/brief/a.cpp", "// TO" "DO: later\n", 1);
    row("sleep", "habits", "tests/brief/a.cpp", "QTest::qSleep(5);\n", 1);
    row("wait", "habits", "tests/brief/a.cpp", "QTest::qWait(5); QTRY_VERIFY(a);\n", 1);
    row("pragma", "habits", "app/brief/a.h", "\n#include <QString>\n", 1);

    row("lower case", "file name", "app/brief/docking.h", "", 0);
    row("upper case", "file name", "app/brief/Docking.h", "", 1);
}

void StructureTest::rule()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, findings);
    const QStringList found = all.value(rule)(path, text);
    QVERIFY2(found.size() == findings, qPrintable(found.join(u'\n')));
}

void StructureTest::everyFileIsBuilt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("present");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("all") << u"target_sources(a PRIVATE\n    a.cpp a.h\n    b.cpp)"_s
                         << QStringList{u"a.cpp"_s, u"a.h"_s, u"b.cpp"_s} << QStringList();
    QTest::newRow("one not") << u"target_sources(a PRIVATE aa.cpp)"_s << QStringList{u"a.cpp"_s, u"aa.cpp"_s}
                             << QStringList{u"1: a.cpp is not built"_s};
    QTest::newRow("test") << u"redoubt_test(a UI)\n"_s << QStringList{u"tst_a.cpp"_s} << QStringList();
    QTest::newRow("test not") << u"redoubt_test(ab)\n"_s << QStringList{u"tst_a.cpp"_s}
                              << QStringList{u"1: tst_a.cpp is not built"_s};
    QTest::newRow("listed tests") << u"foreach(t a b)\n    redoubt_test(${t})\n"_s
                                  << QStringList{u"tst_b.cpp"_s, u"tst_c.cpp"_s}
                                  << QStringList{u"1: tst_c.cpp is not built"_s};
    QTest::newRow("glob") << u"file(GLOB x *.cpp)\n"_s << QStringList{u"a.cpp"_s} << QStringList();
}

void StructureTest::everyFileIsBuilt()
{
    QFETCH(QString, text);
    QFETCH(QStringList, present);
    QTEST(rules::everyFileIsBuilt(present, text), "missing");
}

/// The long function of a file is named, and where it ends, whatever stands before it.
void StructureTest::functionsAreMeasured()
{
    const QString text = u"int a(int b) { return b; }\n\ntemplate<class T>\nstruct S\n{\n    int c = 1;\n    void d() const\n    {"_s +
                         QString(80, u'\n') + u"    }\n};\n"_s;
    QCOMPARE(rules::functionSize(u"app/base/a.h"_s, text),
        QStringList{u"88: void d() const ends after 82 lines, more than 70"_s});
}

void StructureTest::treeKeepsTheRules_data()
{
    QTest::addColumn<QByteArray>("rule");
    for (const QByteArray &name : all.keys())
        QTest::newRow(name.constData()) << name;
}

void StructureTest::treeKeepsTheRules()
{
    QFETCH(QByteArray, rule);
    QStringList found;
    int files = 0;
    for (const QString &path : paths()) {
        const QString text = contents(path);
        for (const QString &finding : all.value(rule)(path, text))
            found += path + u':' + finding;
        ++files;
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY(files > 100);
}

void StructureTest::treeIsBuilt()
{
    QMap<QString, QStringList> folders;
    for (const QString &path : paths()) {
        const bool ours = path.startsWith(u"app/") || path.startsWith(u"ui/") || path.startsWith(u"tests/");
        const bool helper = path.startsWith(u"tests/") && path.endsWith(u".h");
        if (ours && !helper && (path.endsWith(u".cpp") || path.endsWith(u".h")))
            folders[path.section(u'/', 0, -2)] += path.section(u'/', -1);
    }
    folders.remove(u"tests/support"_s); // named by the tests that use them
    QStringList found;
    for (const auto &[folder, names] : folders.asKeyValueRange()) {
        for (const QString &finding : rules::everyFileIsBuilt(names, contents(folder + u"/CMakeLists.txt"_s)))
            found += folder + u"/CMakeLists.txt:"_s + finding;
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

} // namespace redoubt

QTEST_GUILESS_MAIN(redoubt::StructureTest)
#include "tst_structure.moc"
