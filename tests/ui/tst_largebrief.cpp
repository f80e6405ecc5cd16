#include "tests/ui/briefpanelfixture.h"
#include "ui/brief/syntax.h"
#include "ui/brief/textpieces.h"
#include "ui/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTextBlock>

using namespace redoubt;
using namespace Qt::StringLiterals;

/// What a brief is that nobody would write: its text stays what was typed, whatever is done to show it quickly.
class TestLargeBrief : public BriefPanelFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void dividesLongParagraphs_data();
    void dividesLongParagraphs();
    void keepsTheTextThroughAnyEdit_data();
    void keepsTheTextThroughAnyEdit();
    void copiesWhatIsWritten();
    void keepsSpacesThatDoNotBreak();
    void coloursWhatFollows_data();
    void coloursWhatFollows();
    void anActionWaitsForTheTextBeingWritten();

private:
    [[nodiscard]] QColor colourAt(const QTextBlock &block) const;
};

namespace {

QString words(qsizetype length)
{
    QString text;
    for (int i = 0; text.size() < length; ++i)
        text += u"word%1 "_s.arg(i);
    return text.first(length);
}

struct Edit
{
    int from;
    int to;
    QString text;
    bool isEnter;

    void apply(QTextDocument *document) const
    {
        QTextCursor cursor(document);
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        if (isEnter)
            cursor.insertBlock();
        else
            cursor.insertText(text);
    }
};

/// One kind or another, often where blocks meet.
Edit editOf(const QTextDocument &document, QRandomGenerator &random)
{
    const int length = document.characterCount() - 1;
    const int from = int(random.bounded(length + 1));
    const int start = document.findBlock(from).position();
    const auto within = [&](int position) { return std::min(length, position); };
    switch (random.bounded(9)) {
    case 0:
        return {from, from, {}, true};
    case 1:
        return {from, from, u"one\ntwo\n"_s, false};
    case 2:
        return {start, start, {}, true};
    case 3:
        return {std::max(0, start - 1), start, {}, false};
    case 4:
        return {start, within(start + int(random.bounded(9'000))), {}, false};
    case 5:
        return {from, within(from + int(random.bounded(30))), u"other words"_s, false};
    case 6:
        return {start, within(start + int(random.bounded(9'000))), u"a\n"_s, false};
    case 7:
        return {from, from, words(9'000), false};
    default:
        return {from, from, u"x y"_s, false};
    }
}

} // namespace

QColor TestLargeBrief::colourAt(const QTextBlock &block) const
{
    const auto formats = block.layout()->formats();
    return formats.isEmpty() ? QColor() : formats.first().format.foreground().color();
}

void TestLargeBrief::dividesLongParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("divided");
    QTest::newRow("short") << words(TextPieces::longest) << false;
    QTest::newRow("long") << words(30'000) << true;
    QTest::newRow("between others") << u"One.\n\n"_s + words(20'000) + u"\n\nTwo."_s << true;
    QTest::newRow("without a space") << QString(100'000, u'a') << false;
    QTest::newRow("with a space in the middle") << QString(9'000, u'a') + u' ' + QString(9'000, u'b') << true;
}

void TestLargeBrief::dividesLongParagraphs()
{
    QFETCH(QString, text);
    add(text);
    show();
    QCOMPARE(editor()->text(), text);
    QTEST(editor()->document()->blockCount() > text.count(u'\n') + 1, "divided");
    editor()->selectAll();
    QGuiApplication::clipboard()->setText(text);
    editor()->paste();
    QCOMPARE(editor()->text(), text);
    type(u"z"_s);
    QCOMPARE(editor()->text(), text + u'z');
    QTRY_COMPARE(inFile(), text + u'z');
}

void TestLargeBrief::keepsTheTextThroughAnyEdit_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a few lines") << u"One two.\n\nThree four five.\n"_s;
    QTest::newRow("a paragraph in pieces") << words(20'000);
    QTest::newRow("several of them") << words(20'000) + u"\n\n"_s + words(300) + u'\n' + words(12'000);
}

void TestLargeBrief::keepsTheTextThroughAnyEdit()
{
    QFETCH(QString, text);
    for (quint32 seed = 1; seed <= 6; ++seed) {
        BriefTextEdit divided(std::make_shared<Syntax>());
        divided.setText(text);
        // The same edits where nothing is divided.
        QTextDocument whole;
        whole.setUndoRedoEnabled(false);
        whole.setPlainText(text);
        QRandomGenerator random(seed);
        for (int step = 0; step < 60; ++step) {
            const Edit edit = editOf(*divided.document(), random);
            edit.apply(&whole);
            edit.apply(divided.document());
            QCOMPARE(divided.text(), whole.toPlainText());
            if (step % 10 == 9) {
                divided.undo();
                divided.undo();
                divided.redo();
                divided.redo();
                QCOMPARE(divided.text(), whole.toPlainText());
            }
        }
        while (divided.document()->isUndoAvailable())
            divided.undo();
        QCOMPARE(divided.text(), text);
        while (divided.document()->isRedoAvailable())
            divided.redo();
        QCOMPARE(divided.text(), whole.toPlainText());
    }
}

void TestLargeBrief::copiesWhatIsWritten()
{
    const QString text = words(20'000);
    add(text);
    show();
    editor()->selectAll();
    editor()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void TestLargeBrief::keepsSpacesThatDoNotBreak()
{
    const QString text = u"«\u00A0Ainsi\u00A0» dit-il."_s;
    add(text);
    show();
    editor()->moveCursor(QTextCursor::End);
    type(u"!"_s);
    QCOMPARE(editor()->text(), text + u'!');
    QTRY_COMPARE(inFile(), text + u'!');
}

void TestLargeBrief::coloursWhatFollows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("height");
    QTest::newRow("many blocks") << u"word word\n\n"_s.repeated(3000) << 480;
    // What is painted first must not end the colouring of what is behind it.
    QTest::newRow("more on the screen than is coloured at once") << (words(3000).trimmed() + u"\n\n"_s).repeated(200) << 12'000;
}

void TestLargeBrief::coloursWhatFollows()
{
    QFETCH(QString, text);
    QFETCH(int, height);
    add(u"Text\n\n"_s + text);
    show();
    m_panel->resize(m_panel->width(), height);
    const auto last = [this] { return editor()->document()->lastBlock().previous().previous(); };
    QTRY_VERIFY_WITH_TIMEOUT(colourAt(last()).isValid(), 60'000);
    const QColor plain = colourAt(last());
    editor()->moveCursor(QTextCursor::Start);
    type(u"```"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(colourAt(last()).isValid() && colourAt(last()) != plain, 60'000);
    editor()->undo();
    editor()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(colourAt(last()), plain, 60'000);
}

void TestLargeBrief::anActionWaitsForTheTextBeingWritten()
{
    add(words(300'000));
    show();
    type(u"New "_s);
    QSignalSpy written(m_project.get(), &Project::changed);
    editor()->clearFocus(); // begins to write
    QVERIFY(written.isEmpty());
    Source source;
    source.title = u"Added meanwhile"_s;
    QVERIFY(m_project->edit(u"Add"_s, [&](Writer &writer) { return addSource(writer, source); }));
    QVERIFY(inFile().startsWith(u"New word0"_s));
    QCOMPARE(written.size(), 2);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    look::apply(application, look::Scheme::Light);
    TestLargeBrief test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_largebrief.moc"
