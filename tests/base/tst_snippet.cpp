#include "app/base/snippet.h"

#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// "every inch|drone*": words of each thing that is sought.
QList<SoughtWords> sought(const QString &text)
{
    QList<SoughtWords> all;
    for (QString one : text.split(u'|', Qt::SkipEmptyParts)) {
        const bool isPrefix = one.endsWith(u'*');
        one.chop(isPrefix ? 1 : 0);
        all.append({one.toUtf8().split(' '), isPrefix});
    }
    return all;
}

QString marked(const Snippet &snippet)
{
    QString text = snippet.text;
    for (qsizetype i = snippet.marks.size(); i-- > 0;) {
        const SnippetMark &mark = snippet.marks.at(i);
        text.insert(mark.start + mark.length, u']');
        text.insert(mark.start, u'[');
    }
    return text;
}

} // namespace

class TestSnippet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void placeIsInTheText();
    void wholeLetters();
};

void TestSnippet::shows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &words, const QString &shown) {
        QTest::newRow(name) << text << words << shown;
    };
    const QString filler = u"and so on and so on and so on and so on "_s.repeated(20);
    row("empty", QString(), u"drone"_s, QString());
    row("nothing sought", u"A drone."_s, QString(), u"A drone."_s);
    row("not there", u"A drone."_s, u"missile"_s, u"A drone."_s);
    row("a word, each time", u"A drone, the Drone; drones."_s, u"drone"_s, u"A [drone], the [Drone]; drones."_s);
    row("prefix", u"A drone, the drones."_s, u"dro*"_s, u"A [drone], the [drones]."_s);
    row("phrase over a line", u"Every inch, every\ninch of it."_s, u"inch of"_s, u"Every inch, every [inch of] it."_s);
    row("phrase not in another order", u"inch every"_s, u"every inch"_s, u"inch every"_s);
    row("accents", u"In Galați."_s, u"galati"_s, u"In [Galați]."_s);
    row("Chinese", u"无人机落在加拉茨。"_s, u"加 拉 茨"_s, u"无人机落在[加拉茨]。"_s);
    row("Arabic", u"سقطت الطَّائِرَةُ هنا"_s, u"الطايره"_s, u"سقطت [الطَّائِرَةُ] هنا"_s);
    row("best passage", u"drone "_s + filler + u"a drone over Galați"_s, u"drone|galati"_s, u"…so on and so on and so on and so on a [drone] over [Galați]"_s);
    row("surrogates before it", u"😀😀 drone"_s, u"drone"_s, u"😀😀 [drone]"_s);
}

void TestSnippet::shows()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QTEST(marked(snippetOf(text, sought(words))), "shown");
}

void TestSnippet::placeIsInTheText()
{
    const QString text = u"ș😀 "_s.repeated(1000) + u"The drone fell. "_s + u"x "_s.repeated(1000);
    const Snippet snippet = snippetOf(text, sought(u"drone"_s));
    QCOMPARE(text.sliced(snippet.place.start, snippet.place.length), u"drone"_s);
    QVERIFY(snippet.text.startsWith(u'…') && snippet.text.endsWith(u'…'));
    QVERIFY(snippet.text.size() < 170);
    QVERIFY(marked(snippet).contains(u"The [drone] fell."_s));
}

void TestSnippet::wholeLetters()
{
    for (const QString &before : {QString(), u"a"_s}) {
        const QString text = before + u"😀"_s.repeated(300) + u"drone"_s + u"😀"_s.repeated(300);
        const QString shown = snippetOf(text, sought(u"drone"_s)).text;
        QVERIFY(shown.isValidUtf16());
        QVERIFY(shown.contains(u"drone"));
    }
}

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
