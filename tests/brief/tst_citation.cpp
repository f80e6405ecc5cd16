#include "app/brief/citation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace redoubt;

class TstCitation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCitations_data();
    void readsCitations();
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
    QTest::newRow("a number that is no page") << u"[@a, 3rd edition]"_s << u"|a||3rd edition = @a, 3rd edition @ [@a, 3rd edition]"_s;
    QTest::newRow("two with prefix") << u"[@key, p. 2; see @other, ch. 3]"_s
        << u"|key|p. 2| = @key, p. 2 ; see|other|ch. 3| = see @other, ch. 3 @ [@key, p. 2; see @other, ch. 3]"_s;
    QTest::newRow("without author") << u"[-@a]"_s << u"|-a|| = -@a @ [-@a]"_s;
    QTest::newRow("in text") << u"@key argues"_s << u"text |key|| = @key @ @key"_s;
    QTest::newRow("in text with page") << u"@key [p. 3] argues"_s << u"text |key|p. 3| = @key [p. 3] @ @key [p. 3]"_s;
    QTest::newRow("in text before a bracket with a key") << u"@a [@b]"_s << u"text |a|| = @a @ @a\n|b|| = @b @ [@b]"_s;
    QTest::newRow("in text before a link") << u"@a [b](c)"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("in text before a footnote") << u"@a [^1]"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("in text without author") << u"so -@a"_s << u"text |-a|| = -@a @ -@a"_s;
    QTest::newRow("marks inside a key") << u"@a.b:c_d."_s << u"text |a.b:c_d|| = @a.b:c_d @ @a.b:c_d"_s;
    QTest::newRow("two marks end a key") << u"@a--b"_s << u"text |a|| = @a @ @a"_s;
    QTest::newRow("key in braces") << u"[@{https://e.org/x?y}]"_s
        << u"|https://e.org/x?y|| = @{https://e.org/x?y} @ [@{https://e.org/x?y}]"_s;
    QTest::newRow("letters of any script") << u"[@Пример-2026]"_s << u"|Пример-2026|| = @Пример-2026 @ [@Пример-2026]"_s;
    QTest::newRow("mail address") << u"a@b.org and @"_s << QString();
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
