#include "tests/publish/example.h"

#include "app/publish/breaking.h"
#include "app/publish/hyphenation.h"
#include "app/publish/pages.h"
#include "app/publish/viewedpages.h"
#include "app/publish/style.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace redoubt;

class TstPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dividesWords_data();
    void dividesWords();
    void breaksLines_data();
    void breaksLines();
    void keepsInsideThePage_data();
    void keepsInsideThePage();
    void leavesNoLineAlone();
    void keepsHeadingsWithTheirText();
    void setsNotesOnThePageOfTheirNumber();
    void splitsANoteThatIsTooLong();
    void repeatsTableHeaders();
    void dividesARowThatNoPageHolds();
    void ordersTheTreeAsTheText();
    void readsFromRightToLeft_data();
    void readsFromRightToLeft();
    void closesLevelsThatAreLeftOut();
    void setsWhoAndWhereOnOneLine_data();
    void setsWhoAndWhereOnOneLine();
    void leavesCommentsOut();
    void drawsUncertainBoundsAsFades();
    void keepsLabelsOfTheTimelineApart();
    void stopsWhenAsked();
    void setsNotesAtTheEnd();
    void knowsWhereItsTextStands_data();
    void knowsWhereItsTextStands();
    void findsPlacesBothWays();
    void drawsAPage();
};

static QString letters(const Piece &piece)
{
    QString text;
    for (const Mark &mark : piece.marks) {
        if (const auto *run = std::get_if<GlyphRun>(&mark))
            text += QString::fromUtf8(run->text);
    }
    return text;
}

static Pages set(const Publication &publication, Paper paper = Paper::A4)
{
    Result<Pages> pages = setInPages(publication, paper);
    return pages ? *std::move(pages) : Pages();
}

static Publication prose(const QString &text)
{
    Publication made;
    made.title = u"Title"_s;
    made.language = u"en-GB"_s;
    made.text = readDocument(text);
    return made;
}

static QString sentences(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"Sentence %1 of a paragraph says something considerable about deterrence. "_s.arg(i);
    return text;
}

/// The pages on which pieces of the role stand whose letters match.
static QList<int> pagesWith(const Pages &pages, Element::Role role, const QString &pattern)
{
    const QRegularExpression expression(pattern);
    QList<int> found;
    for (size_t i = 0; i < pages.pages.size(); ++i) {
        for (const Piece &piece : pages.pages[i].pieces) {
            if (piece.element >= 0 && pages.elements[size_t(piece.element)].role == role
                && letters(piece).contains(expression))
                found.append(int(i));
        }
    }
    return found;
}

void TstPages::dividesWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("British") << u"en-GB"_s << u"considerable"_s << u"con-sid-er-able"_s;
    QTest::newRow("American") << u"en-US"_s << u"considerable"_s << u"con-sid-er-able"_s;
    QTest::newRow("any English") << u"en"_s << u"deterrence"_s << u"de-ter-rence"_s;
    QTest::newRow("short") << u"en-GB"_s << u"over"_s << u"over"_s;
    QTest::newRow("name in capitals") << u"en-GB"_s << u"CONSIDERABLE"_s << u"CONSIDERABLE"_s;
    QTest::newRow("number") << u"en-GB"_s << u"2026considerable"_s << u"2026considerable"_s;
    QTest::newRow("language without patterns") << u"tlh"_s << u"considerable"_s << u"considerable"_s;
    QTest::newRow("no language") << QString() << u"considerable"_s << u"considerable"_s;
}

void TstPages::dividesWords()
{
    QFETCH(QString, language);
    QFETCH(QString, word);
    const QByteArray bytes = word.toUtf8();
    QByteArray divided = bytes;
    std::vector<int> places = Hyphenation(language).places(bytes);
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        divided.insert(*place, '-');
    QTEST(QString::fromUtf8(divided), "expected");
}

void TstPages::breaksLines_data()
{
    QTest::addColumn<QList<double>>("words");
    QTest::addColumn<double>("width");
    QTest::addColumn<QList<int>>("expected"); // the last word of each line
    QTest::newRow("fits") << QList<double>{20, 20} << 100.0 << QList<int>{1};
    QTest::newRow("even rather than greedy") << QList<double>{40, 40, 10, 45, 45, 10, 10} << 100.0 << QList<int>{2, 4, 6};
    QTest::newRow("too wide stands alone") << QList<double>{20, 300, 20} << 100.0 << QList<int>{0, 1, 2};
    QTest::newRow("one word") << QList<double>{300} << 100.0 << QList<int>{0};
}

void TstPages::breaksLines()
{
    QFETCH(QList<double>, words);
    QFETCH(double, width);
    constexpr double space = 4;
    std::vector<BreakPlace> places;
    double at = 0;
    for (int i = 0; i < words.size(); ++i) {
        const double end = at + words[i];
        at = end + space;
        places.push_back({i, i, end, at, i, i + 1, 0, false, i + 1 == words.size()});
    }
    const std::vector<int> chosen = chooseBreaks(places, {width, 0, space, true});
    QTEST(QList<int>(chosen.begin(), chosen.end()), "expected");
}

void TstPages::keepsInsideThePage_data()
{
    QTest::addColumn<Publication>("publication");
    QTest::addColumn<int>("paper");
    QTest::newRow("example on A4") << example::publication() << int(Paper::A4);
    QTest::newRow("example on Letter") << example::publication() << int(Paper::Letter);
    QTest::newRow("empty") << Publication() << int(Paper::A4);
    QTest::newRow("long word") << prose(QString(500, u'x')) << int(Paper::A4);
    QTest::newRow("long address") << prose(u"<https://example.org/"_s + u"a/b-c?d="_s.repeated(60) + u'>') << int(Paper::A4);
    QTest::newRow("many notes") << prose(u"Word [@k]. "_s.repeated(300)) << int(Paper::A4);
    QTest::newRow("deep lists") << prose(u"- a\n  - b\n    - c\n      - d\n        - e\n          - f\n"_s) << int(Paper::A4);
    QTest::newRow("wide table") << prose(u"|"_s + u"column of some words|"_s.repeated(8) + u"\n|"_s + u"-|"_s.repeated(8) + u"\n|"_s
        + u"several words in a cell|"_s.repeated(8)) << int(Paper::A4);
    QTest::newRow("very long cell") << prose(u"| A | B |\n|---|---|\n| "_s + sentences(400) + u" | b |\n"_s) << int(Paper::Letter);
    QTest::newRow("forty notes in a paragraph") << prose(u"A word and others [@k]. "_s.repeated(40)) << int(Paper::Letter);
    Publication bare = example::publication();
    bare.title = u"A title that goes on and on about the price of words "_s.repeated(8);
    bare.events.clear();
    bare.sources.clear();
    QTest::newRow("long title, no events, no sources") << bare << int(Paper::Letter);
    bare.text = {};
    bare.watchList.clear();
    bare.likelihood.clear();
    QTest::newRow("no text") << bare << int(Paper::A4);
    Publication nameless = example::publication();
    nameless.title.clear();
    for (PublishedEvent &event : nameless.events)
        event.title = u"An event with so long a name that no column is wide enough for it to stand on one line "_s.repeated(3);
    QTest::newRow("long events") << nameless << int(Paper::A4);
    QTest::newRow("only headings") << prose(u"# A\n\n## B\n\n"_s.repeated(60)) << int(Paper::A4);
}

void TstPages::keepsInsideThePage()
{
    QFETCH(Publication, publication);
    QFETCH(int, paper);
    const Pages pages = set(publication, Paper(paper));
    QVERIFY(!pages.pages.empty());
    for (const SetPage &page : pages.pages) {
        QVERIFY(!page.pieces.empty());
        for (const Piece &piece : page.pieces) {
            for (const Mark &mark : piece.marks) {
                if (const auto *run = std::get_if<GlyphRun>(&mark)) {
                    for (const GlyphRun::Glyph &glyph : run->glyphs) {
                        const bool inside = glyph.x >= 0 && double(glyph.x) <= pages.size.width() - style::sideMargin + 6
                            && glyph.y > 20 && double(glyph.y) < pages.size.height() - 20;
                        QVERIFY2(inside, qPrintable(u"%1 at %2,%3"_s.arg(letters(piece)).arg(double(glyph.x)).arg(double(glyph.y))));
                    }
                }
            }
        }
    }
}

void TstPages::leavesNoLineAlone()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += sentences(2 + i % 5) + u"\n\n"_s;
    const Pages pages = set(prose(text));
    QVERIFY(pages.pages.size() > 3);
    // For each paragraph that goes over a page's end, at least two lines stand on both.
    QHash<int, QMap<size_t, int>> lines;
    for (size_t i = 0; i < pages.pages.size(); ++i) {
        for (const Piece &piece : pages.pages[i].pieces) {
            if (piece.element >= 0 && pages.elements[size_t(piece.element)].role == Element::Role::P)
                ++lines[piece.element][i];
        }
    }
    int divided = 0;
    for (const QMap<size_t, int> &paragraph : std::as_const(lines)) {
        if (paragraph.size() < 2)
            continue;
        ++divided;
        for (const int count : paragraph)
            QVERIFY(count >= 2);
    }
    QVERIFY(divided > 0);
}

void TstPages::keepsHeadingsWithTheirText()
{
    QString text;
    for (int i = 0; i < 40; ++i)
        text += u"## Heading %1\n\n"_s.arg(i) + sentences(3 + i % 4) + u"\n\n"_s;
    const Pages pages = set(prose(text));
    QVERIFY(pages.pages.size() > 3);
    for (const SetPage &page : pages.pages) {
        const Piece *last = nullptr;
        for (const Piece &piece : page.pieces)
            last = piece.element >= 0 ? &piece : last;
        QVERIFY(last);
        QVERIFY2(pages.elements[size_t(last->element)].role == Element::Role::P, qPrintable(letters(*last)));
    }
    QCOMPARE(pages.bookmarks.size(), 40u);
}

void TstPages::setsNotesOnThePageOfTheirNumber()
{
    QString text;
    for (int i = 0; i < 50; ++i)
        text += sentences(3) + u"[^n%1]\n\n[^n%1]: Note number %1 of them.\n\n"_s.arg(i);
    const Pages pages = set(prose(text));
    QVERIFY(pages.pages.size() > 2);
    for (int i = 0; i < 50; ++i) {
        const QList<int> notes = pagesWith(pages, Element::Role::P, u"^Note number %1 of"_s.arg(i));
        QCOMPARE(notes.size(), 1);
        // The number in the text and the one that goes back to it, on one page.
        const QList<int> numbers = pagesWith(pages, Element::Role::Link, u"^%1 ?$"_s.arg(i + 1));
        QCOMPARE(numbers, (QList<int>{notes[0], notes[0]}));
    }
}

void TstPages::splitsANoteThatIsTooLong()
{
    const Pages pages = set(prose(u"A[^1]\n\n[^1]: "_s + sentences(400)));
    QVERIFY(pages.pages.size() > 2);
    for (const int sentence : {0, 100, 200, 300, 399})
        QCOMPARE(pagesWith(pages, Element::Role::P, u"\\b%1 of a para"_s.arg(sentence)).size(), 1);
}

void TstPages::repeatsTableHeaders()
{
    QString table = u"| Head | Other |\n|---|---|\n"_s;
    for (int i = 0; i < 120; ++i)
        table += u"| row %1 | text |\n"_s.arg(i);
    const Pages pages = set(prose(table));
    QVERIFY(pages.pages.size() >= 3);
    for (const SetPage &page : pages.pages) {
        int heads = 0;
        for (const Piece &piece : page.pieces)
            heads += letters(piece) == u"Head" ? 1 : 0;
        QCOMPARE(heads, 1);
    }
    // Only the first is read: the others are decoration.
    QCOMPARE(pagesWith(pages, Element::Role::TH, u"^Head$"_s), QList<int>{0});
}

void TstPages::dividesARowThatNoPageHolds()
{
    const Pages pages = set(prose(u"| A | B |\n|---|---|\n| "_s + sentences(220) + u" | b |\n"_s));
    QVERIFY(pages.pages.size() >= 2);
    QCOMPARE(pagesWith(pages, Element::Role::TD, u"219 of"_s).size(), 1);
}

static void readInto(const Pages &pages, const QHash<int, QString> &pieces, int element, QString &text)
{
    for (const Element::Kid &kid : pages.elements[size_t(element)].kids) {
        if (kid.element >= 0)
            readInto(pages, pieces, kid.element, text);
        else
            text += pieces.value(kid.piece) + u' ';
    }
}

void TstPages::ordersTheTreeAsTheText()
{
    const Pages pages = set(example::publication());
    QHash<int, QString> pieces;
    for (const SetPage &page : pages.pages) {
        for (const Piece &piece : page.pieces) {
            if (piece.element < 0)
                continue;
            QVERIFY(!pieces.contains(piece.number));
            pieces.insert(piece.number, letters(piece));
        }
    }
    QString read;
    readInto(pages, pieces, 0, read);
    qsizetype at = 0;
    for (const QString &words : {u"A drone on allied soil"_s, u"What happened"_s, u"a drone struck"_s, u"Two residents"_s,
             u"The scene"_s, u"One engine"_s, u"The received wisdom"_s, u"Deterrence is a promise"_s, u"Zagreb, March 2022"_s,
             u"A different read"_s, u"Chronology"_s, u"24 February 2022"_s, u"Watch list"_s, u"Forces move"_s, u"Sources"_s,
             u"ICD 203"_s, u"almost certain"_s}) {
        const qsizetype found = read.indexOf(words, at);
        QVERIFY2(found >= 0, qPrintable(words));
        at = found;
    }
    QVERIFY(!read.contains(u"not printed"));
}

void TstPages::readsFromRightToLeft_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"السلام عليكم ورحمة الله"_s;
    QTest::newRow("a link inside") << u"قال [الرئيس](https://example.org/a) إن ذلك خطير"_s;
    QTest::newRow("emphasis and a number") << u"في عام 2026 كان *الرد* أبطأ من *التحذير* بكثير"_s;
    QTest::newRow("inside English") << u"The words السلام *عليكم* mean peace"_s;
    QTest::newRow("English inside") << u"قال *NATO* إن ذلك خطير"_s;
    QTest::newRow("over lines") << u"كان الرد أبطأ من التحذير بكثير في كل مرة "_s.repeated(12).trimmed();
    QTest::newRow("Hebrew") << u"שלום *עולם* לכולם"_s;
}

void TstPages::readsFromRightToLeft()
{
    QFETCH(QString, text);
    const Pages pages = set(prose(text));
    QHash<int, QString> pieces;
    for (const Piece &piece : pages.pages.front().pieces)
        pieces.insert(piece.number, letters(piece));
    QString read;
    readInto(pages, pieces, 0, read);
    const auto plain = [](QString words) {
        return words.remove(u'*').remove(u"(https://example.org/a)"_s).remove(u'[').remove(u']').simplified();
    };
    QVERIFY2(plain(read).endsWith(plain(text)), qPrintable(plain(read)));
}

void TstPages::closesLevelsThatAreLeftOut()
{
    const Pages pages = set(prose(u"### Deep first\n\na\n\n# Top\n\nb\n\n### Two below\n\nc\n\n## One below\n\nd\n"_s));
    QList<int> levels;
    for (const Bookmark &bookmark : pages.bookmarks)
        levels.append(bookmark.level);
    QCOMPARE(levels, (QList<int>{1, 1, 2, 2}));
}

void TstPages::setsWhoAndWhereOnOneLine_data()
{
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("dateline");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("line");
    QTest::newRow("all") << u"J."_s << u"29 May 2026"_s << u"Draft 3"_s << u"J. · 29 May 2026 · Draft 3"_s;
    QTest::newRow("who and when") << u"J."_s << u"29 May 2026"_s << QString() << u"J. · 29 May 2026"_s;
    QTest::newRow("when") << QString() << u"29 May 2026"_s << QString() << u"29 May 2026"_s;
    QTest::newRow("who") << u"J."_s << QString() << QString() << u"J."_s;
}

void TstPages::setsWhoAndWhereOnOneLine()
{
    QFETCH(QString, byline);
    QFETCH(QString, dateline);
    QFETCH(QString, version);
    Publication publication = prose(u"Text."_s);
    publication.byline = byline;
    publication.dateline = dateline;
    publication.version = version;
    const Pages pages = set(publication);
    QStringList lines;
    for (const Piece &piece : pages.pages.front().pieces)
        lines.append(letters(piece).simplified());
    QFETCH(QString, line);
    QVERIFY2(lines.contains(line), qPrintable(lines.join(u'|')));
}

static const Piece *figure(const Pages &pages)
{
    for (const SetPage &page : pages.pages) {
        for (const Piece &piece : page.pieces) {
            if (piece.element >= 0 && pages.elements[size_t(piece.element)].role == Element::Role::Figure)
                return &piece;
        }
    }
    return nullptr;
}

void TstPages::drawsUncertainBoundsAsFades()
{
    const Pages pages = set(example::publication());
    const Piece *drawn = figure(pages);
    QVERIFY(drawn);
    int fades = 0;
    for (const Mark &mark : drawn->marks) {
        const auto *shape = std::get_if<Shape>(&mark);
        fades += shape && shape->opacity != shape->endOpacity ? 1 : 0;
    }
    QVERIFY(fades >= 2);
    const QString alternative = pages.elements[size_t(drawn->element)].alternative;
    QVERIFY(alternative.contains(u"early September 2023: Drone fragments found near Plauru"));
}

void TstPages::keepsLabelsOfTheTimelineApart()
{
    Publication crowded = example::publication();
    for (int i = 0; i < 40; ++i)
        crowded.events.append(example::event(u"e%1"_s.arg(i), u"One of many events, number %1"_s.arg(i), u"May 2026"_s, u"Incidents"_s,
            u"Here"_s, example::seconds(2026, 5, 1 + i % 28), example::seconds(2026, 5, 1 + i % 28), {}));
    const Pages pages = set(crowded);
    const Piece *drawn = figure(pages);
    QVERIFY(drawn);
    QMap<int, QList<std::pair<double, double>>> byBaseline;
    for (const Mark &mark : drawn->marks) {
        const auto *run = std::get_if<GlyphRun>(&mark);
        if (run && !run->glyphs.empty())
            byBaseline[qRound(run->glyphs.front().y * 2)].append({double(run->glyphs.front().x), double(run->glyphs.back().x)});
    }
    for (QList<std::pair<double, double>> labels : std::as_const(byBaseline)) {
        std::ranges::sort(labels);
        for (qsizetype i = 1; i < labels.size(); ++i)
            QVERIFY(labels[i].first > labels[i - 1].second);
    }
}

void TstPages::leavesCommentsOut()
{
    const Pages pages = set(prose(u"One <!-- hidden --> two.\n\n<!-- hidden -->\n\n<!--\nhidden\n\nhidden\n-->\n\n"
                                  "<!-- hidden --> Three.\n\n<!-- hidden"_s));
    QString all;
    for (const auto &page : pages.pages) {
        for (const Piece &piece : page.pieces)
            all += letters(piece) + u' ';
    }
    for (const QString &word : {u"One"_s, u"two"_s, u"Three"_s})
        QVERIFY2(all.contains(word), qPrintable(all));
    QVERIFY2(!all.contains(u"hidden") && !all.contains(u"--"), qPrintable(all));
}

void TstPages::stopsWhenAsked()
{
    JobState job;
    job.stop();
    const Result<Pages> pages = setInPages(example::publication(), Paper::A4, &job);
    QVERIFY(!pages);
    QCOMPARE(pages.error().kind, Error::Kind::Cancelled);
}

void TstPages::setsNotesAtTheEnd()
{
    Publication publication = prose(sentences(60) + u"[@k] and[^a] then [@k].\n\n[^a]: A note of two.\n\n    Paragraphs.\n\n## After\n\n"_s
        + sentences(100));
    publication.sources = {{u"k"_s, u"Key"_s, u"Key, “A title”"_s, {}, {}, {}, {}}};
    const QList<int> atFoot = pagesWith(set(publication), Element::Role::P, u"^A note of two"_s);
    publication.endnotes = true;
    const Pages pages = set(publication);
    const int last = int(pages.pages.size()) - 1;
    QCOMPARE(atFoot, QList<int>{pagesWith(pages, Element::Role::Link, u"^2 ?$"_s).first()});
    QVERIFY(atFoot.first() < last);
    QCOMPARE(pagesWith(pages, Element::Role::P, u"^A note of two"_s), QList<int>{last});
    QCOMPARE(pagesWith(pages, Element::Role::P, u"^Paragraphs"_s), QList<int>{last});
    QCOMPARE(pagesWith(pages, Element::Role::P, u"^Key, “A title”"_s), (QList<int>{last, last}));
    QStringList titles;
    for (const Bookmark &bookmark : pages.bookmarks)
        titles.append(bookmark.title);
    QCOMPARE(titles, (QStringList{u"After"_s, u"Notes"_s, u"Sources"_s}));
}

void TstPages::knowsWhereItsTextStands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fewest"); // pieces that are checked
    QTest::newRow("paragraphs") << sentences(40) + u"\n\n"_s + sentences(40) << 60;
    QTest::newRow("marks") << u"Some *words* are **strong and\nlong** in `code` here. "_s.repeated(30) << 12;
    QTest::newRow("links") << u"Some [linked words](https://example.org/) stand here. "_s.repeated(30) << 30;
    QTest::newRow("heading, list, quotation") << u"## A heading\n\n- one item\n- two\n\n> quoted\n> text\n"_s << 4;
    QTest::newRow("table") << u"| Head | Cell |\n|---|---|\n| one | two |\n"_s << 4;
    QTest::newRow("letters of two units") << u"😀 smiles 😀 at the words here. "_s.repeated(40) << 10;
    QTest::newRow("Greek") << u"Λέξεις σε μια γραμμή. "_s.repeated(40) << 6;
    QTest::newRow("note") << u"Words[^1].\n\n[^1]: A note of words.\n"_s << 2;
}

void TstPages::knowsWhereItsTextStands()
{
    QFETCH(QString, text);
    QFETCH(int, fewest);
    const Pages pages = set(prose(text));
    int seen = 0;
    for (const SetPage &page : pages.pages) {
        for (const Piece &piece : page.pieces) {
            const QString word = letters(piece).section(u' ', 0, 0).remove(QChar(QChar::SoftHyphen));
            if (!piece.isVerbatim || pages.elements[size_t(piece.element)].role == Element::Role::Link)
                continue;
            ++seen;
            QCOMPARE(text.sliced(piece.source, word.size()), word);
        }
    }
    QCOMPARE_GE(seen, fewest);
}

void TstPages::findsPlacesBothWays()
{
    const QString text = u"## One\n\n"_s + sentences(100) + u"\n\n## Two\n\nThe target word stands here.\n"_s;
    const ViewedPages pages(set(prose(text)));
    const qsizetype target = text.indexOf(u"target"_s);
    const auto place = pages.placeOf(target);
    QVERIFY(place);
    QCOMPARE(place->page, pages.count() - 1);
    QCOMPARE(place->source, text.indexOf(u"The target"_s));
    QCOMPARE(pages.sourceAt(place->page, place->box.topLeft() + QPointF(1, 5)), place->source);
    const qsizetype inside = pages.sourceAt(place->page, place->box.topLeft() + QPointF(28, 5));
    QVERIFY2(inside > target - 4 && inside < target + 4, qPrintable(text.sliced(inside)));
    // Right of the last line, its last letter is meant.
    QCOMPARE(pages.sourceAt(place->page, place->box.topRight() + QPointF(80, 5)), text.indexOf(u".\n"_s, target));
    QCOMPARE(pages.placeOf(0)->page, 0);
    QCOMPARE(pages.placeOf(text.size() + 100)->page, pages.count() - 1);
    QVERIFY(!ViewedPages(set(prose({}))).placeOf(0));
    QCOMPARE(ViewedPages(set(prose({}))).sourceAt(0, {100, 100}), -1);
}

void TstPages::drawsAPage()
{
    const Pages pages = set(prose(u"Some words."_s));
    const QImage image = pageImage(pages.pages.front(), pages.size, 2);
    QCOMPARE(image.size(), QSize(1191, 1684));
    QCOMPARE(image.pixelColor(10, 10), QColor(Qt::white));
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += image.pixelColor(x, y).lightness() < 128 ? 1 : 0;
    }
    QVERIFY(dark > 100);
}

QTEST_GUILESS_MAIN(TstPages)
#include "tst_pages.moc"
