#include "app/brief/citation.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace redoubt;

class TstCitation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCitations_data();
    void readsCitations();
    void staysLinear_data();
    void staysLinear();
    void completesKeys_data();
    void completesKeys();
    void knowsKeys_data();
    void knowsKeys();
};

/// `before[prefix|key|locator|suffix; …]after` of each cluster.
static QString described(const QString &text)
{
    QStringList clusters;
    for (const CitationCluster &cluster : citationsIn(text)) {
        QStringList parts;
        for (const Citation &one : cluster.citations) {
            parts += one.prefix + u'|' + (one.suppressAuthor ? u"-"_s : QString()) + one.key + u'|' + one.locator + u'|'
                + one.suffix + u" = "_s + text.sliced(one.range.offset, one.range.length);
            if (text.sliced(one.keyRange.offset, one.keyRange.length) != one.key)
                parts += u"wrong key range"_s;
        }
        clusters += (cluster.inText ? u"text "_s : QString()) + parts.join(u" ; "_s) + u" @ "_s
            + text.sliced(cluster.range.offset, cluster.range.length);
    }
    return clusters.join(u'\n');
}

void TstCitation::readsCitations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("key") << u"a [@nato-2026]."_s << u"|nato-2026|| = @nato-2026 @ [@nato-2026]"_s;
    QTest::newRow("locator") << u"[@a, p. 2]"_s << u"|a|p. 2| = @a, p. 2 @ [@a, p. 2]"_s;
    QTest::newRow("locator without comma") << u"[@a pp. 33-35, 38–39 and passim]"_s
        << u"|a|pp. 33-35, 38–39|and passim = @a pp. 33-35, 38–39 and passim @ [@a pp. 33-35, 38–39 and passim]"_s;
    QTest::newRow("bare number") << u"[@a, 33]"_s << u"|a|33| = @a, 33 @ [@a, 33]"_s;
    QTest::newRow("roman pages") << u"[@a, pp. iv-xi]"_s << u"|a|pp. iv-xi| = @a, pp. iv-xi @ [@a, pp. iv-xi]"_s;
    QTest::newRow("locator in braces") << u"[@a, {pl. 3, left} more]"_s
        << u"|a|pl. 3, left|more = @a, {pl. 3, left} more @ [@a, {pl. 3, left} more]"_s;
    QTest::newRow("a word with a digit is a page") << u"[@a, 3rd edition]"_s << u"|a|3rd|edition = @a, 3rd edition @ [@a, 3rd edition]"_s;
    QTest::newRow("not in empty braces") << u"[@a, {}, 99 years later]"_s
        << u"|a||99 years later = @a, {}, 99 years later @ [@a, {}, 99 years later]"_s;
    QTest::newRow("braces right behind the key") << u"[@a{ii, A, D-Z}, with a suffix]"_s
        << u"|a|ii, A, D-Z|with a suffix = @a{ii, A, D-Z}, with a suffix @ [@a{ii, A, D-Z}, with a suffix]"_s;
    QTest::newRow("braces in braces") << u"[@a, {p. {3}}]"_s << u"|a|p. {3}| = @a, {p. {3}} @ [@a, {p. {3}}]"_s;
    QTest::newRow("roman and bracketed") << u"[@a, pp. iv, vi-xi, (xv)-(xvii) with suffix]"_s
        << u"|a|pp. iv, vi-xi, (xv)-(xvii)|with suffix = @a, pp. iv, vi-xi, (xv)-(xvii) with suffix"
           " @ [@a, pp. iv, vi-xi, (xv)-(xvii) with suffix]"_s;
    QTest::newRow("roman without a word is none") << u"[@a, iv and on]"_s << u"|a||iv and on = @a, iv and on @ [@a, iv and on]"_s;
    QTest::newRow("bare numbers") << u"[@a 33, 35-37, and nowhere else]"_s
        << u"|a|33, 35-37|and nowhere else = @a 33, 35-37, and nowhere else @ [@a 33, 35-37, and nowhere else]"_s;
    QTest::newRow("suffix alone") << u"[@a and nowhere else]"_s << u"|a||and nowhere else = @a and nowhere else @ [@a and nowhere else]"_s;
    QTest::newRow("label without space") << u"[@a, p.3]"_s << u"|a|p.3| = @a, p.3 @ [@a, p.3]"_s;
    QTest::newRow("label of two words") << u"[@a, sub verbo 3]"_s << u"|a|sub verbo 3| = @a, sub verbo 3 @ [@a, sub verbo 3]"_s;
    QTest::newRow("capitals") << u"[@a, Chapter 3]"_s << u"|a|Chapter 3| = @a, Chapter 3 @ [@a, Chapter 3]"_s;
    QTest::newRow("a label is a whole word") << u"[@a, parties 3]"_s << u"|a||parties 3 = @a, parties 3 @ [@a, parties 3]"_s;
    QTest::newRow("paragraph sign") << u"[@a, §§ 3.1–3.4, ¶ 2]"_s
        << u"|a|§§ 3.1–3.4|¶ 2 = @a, §§ 3.1–3.4, ¶ 2 @ [@a, §§ 3.1–3.4, ¶ 2]"_s;
    QTest::newRow("a full stop ends it") << u"[@a, fig. 3b. See there]"_s << u"|a|fig. 3b|. See there = @a, fig. 3b. See there @ [@a, fig. 3b. See there]"_s;
    QTest::newRow("minutes") << u"[@a, timestamp 12:34]"_s << u"|a|timestamp 12:34| = @a, timestamp 12:34 @ [@a, timestamp 12:34]"_s;
    QTest::newRow("two with prefix") << u"[@key, p. 2; see @other, ch. 3]"_s
        << u"|key|p. 2| = @key, p. 2 ; see|other|ch. 3| = see @other, ch. 3 @ [@key, p. 2; see @other, ch. 3]"_s;
    QTest::newRow("without author") << u"[-@a]"_s << u"|-a|| = -@a @ [-@a]"_s;
    QTest::newRow("in text") << u"@key argues"_s << u"text |key|| = @key @ @key"_s;
    QTest::newRow("in text with page") << u"@key [p. 3] argues"_s << u"text |key|p. 3| = @key [p. 3] @ @key [p. 3]"_s;
    QTest::newRow("in text and then others") << u"@a [-@b p. 30; see also @c]"_s
        << u"text |a|| = @a ; |-b|p. 30| = -@b p. 30 ; see also|c|| = see also @c @ @a [-@b p. 30; see also @c]"_s;
    QTest::newRow("in text with page and others") << u"@a [p. 3; see @c] argues"_s
        << u"text |a|p. 3| = @a [p. 3 ; see|c|| = see @c @ @a [p. 3; see @c]"_s;
    QTest::newRow("in text before text with a key") << u"@a [p. 3; c]"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("in text with a bracket on the next line") << u"@a\n[p. 3]"_s << u"text |a|p. 3| = @a\n[p. 3] @ @a\n[p. 3]"_s;
    QTest::newRow("in text before another paragraph") << u"@a\n\n[p. 3]"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("two brackets") << u"[@a][@b]"_s << u"|a|| = @a @ [@a]\n|b|| = @b @ [@b]"_s;
    QTest::newRow("text of a link") << u"[@a][b]"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("in text before a link") << u"@a [b](c)"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("in text before a footnote") << u"@a [^1]"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("in text without author") << u"so -@a"_s << u"text |-a|| = -@a @ -@a"_s;
    QTest::newRow("marks inside a key") << u"@a.b:c_d."_s << u"text |a.b:c_d|| = @a.b:c_d @ @a.b:c_d"_s;
    QTest::newRow("two marks end a key") << u"@a--b"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("key in braces") << u"[@{https://e.org/x?y}]"_s
        << u"|https://e.org/x?y|| = @{https://e.org/x?y} @ [@{https://e.org/x?y}]"_s;
    QTest::newRow("braces in a key") << u"@{a{b}c} and @{} and @{a b}"_s << u"text |a{b}c|| = @{a{b}c} @ @{a{b}c}"_s;
    QTest::newRow("an address ends before its marks") << u"@https:// and @a//"_s << u"text |https|| = @https @ @https\ntext |a|| = @a @ @a"_s;
    QTest::newRow("address as a key") << u"@https://e.org/x, so"_s << u"text |https://e.org/x|| = @https://e.org/x @ @https://e.org/x"_s;
    QTest::newRow("all inner marks") << u"@a:b.c#d$e%f&g-h+i?j<k>l~m/n?"_s
        << u"text |a:b.c#d$e%f&g-h+i?j<k>l~m/n|| = @a:b.c#d$e%f&g-h+i?j<k>l~m/n @ @a:b.c#d$e%f&g-h+i?j<k>l~m/n"_s;
    QTest::newRow("a hyphen between") << u"a-@b"_s << u"text |b|| = @b @ @b"_s;
    QTest::newRow("prefix and suffix in a list")
        << u"[see @a, pp. 33-35; also @b, chap. 1; but not @c]"_s
        << u"see|a|pp. 33-35| = see @a, pp. 33-35 ; also|b|chap. 1| = also @b, chap. 1 ; but not|c|| = but not @c"
           " @ [see @a, pp. 33-35; also @b, chap. 1; but not @c]"_s;
    QTest::newRow("letters of any script") << u"[@Пример-2026]"_s << u"|Пример-2026|| = @Пример-2026 @ [@Пример-2026]"_s;
    QTest::newRow("mail address") << u"a@b.org and @"_s << QString();
    QTest::newRow("mail address for a list") << u"a+@b.org"_s << QString();
    QTest::newRow("an item without key makes it text") << u"[@a; b]"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("brackets inside") << u"[@a, p. 2 [my emphasis]]"_s
        << u"|a|p. 2|[my emphasis] = @a, p. 2 [my emphasis] @ [@a, p. 2 [my emphasis]]"_s;
    QTest::newRow("unbalanced") << u"[[@a, p. 2"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TstCitation::readsCitations()
{
    QFETCH(QString, text);
    QTEST(described(text), "expected");
}

void TstCitation::staysLinear_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"[", "[@", "[@a", "[@a;", "@a [", "@a [@b;", "[@a; b; ", "@{", "@{{", "@a  ", "]", "[[@a]]", "@a, p. 3, ", "-@", "@a["})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void TstCitation::staysLinear()
{
    QFETCH(QString, piece);
    const auto nanoseconds = [](const QString &text) {
        QElapsedTimer timer;
        timer.start();
        (void)citationsIn(text);
        return timer.nsecsElapsed();
    };
    const qsizetype length = 200'000;
    // The same number of letters in citations as people write them; a reading that is quadratic takes thousands of times as long.
    const QString usual = u"As @a says [@b, p. 3; see @c]. "_s;
    const qint64 plain = nanoseconds(usual.repeated(length / usual.size()));
    const qint64 odd = nanoseconds(piece.repeated(length / piece.size()));
    QVERIFY2(odd < 50 * plain, qPrintable(u"%1 against %2 ns"_s.arg(odd).arg(plain)));
}

void TstCitation::completesKeys_data()
{
    QTest::addColumn<QString>("text"); // the cursor is at the |
    QTest::addColumn<QString>("key");
    QTest::newRow("right behind the mark") << u"see [@|"_s << u""_s;
    QTest::newRow("in the middle") << u"[@na|to-2026, p. 2]"_s << u"nato-2026"_s;
    QTest::newRow("behind a hyphen") << u"[@nato-|"_s << u"nato-"_s;
    QTest::newRow("at the end") << u"@nato|"_s << u"nato"_s;
    QTest::newRow("behind the key") << u"@nato |"_s << u"none"_s;
    QTest::newRow("mail address") << u"j@e|.org"_s << u"none"_s;
    QTest::newRow("mail address for a list") << u"j+@e|.org"_s << u"none"_s;
    QTest::newRow("word") << u"na|to"_s << u"none"_s;
}

void TstCitation::completesKeys()
{
    QFETCH(QString, text);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const auto key = citationKeyAt(text, cursor);
    QTEST(key ? text.sliced(key->offset, key->length) : u"none"_s, "key");
}

void TstCitation::knowsKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << u"nato-2026"_s << true;
    QTest::newRow("digit first") << u"2026a"_s << true;
    QTest::newRow("mark first") << u"-a"_s << false;
    QTest::newRow("mark last") << u"a-"_s << false;
    QTest::newRow("space") << u"a b"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TstCitation::knowsKeys()
{
    QFETCH(QString, key);
    QTEST(isCitationKey(key), "valid");
}

QTEST_APPLESS_MAIN(TstCitation)
#include "tst_citation.moc"
