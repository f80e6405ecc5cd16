#include "ui/look/listrow.h"
#include "ui/look/look.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

/// What stands on 200 x 40 pixels, and the width that it took.
std::pair<QImage, int> drawn(const QString &text, int width, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
{
    QImage image(200, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(look::font(look::Text::Body));
    return {image, look::drawElided(painter, QRect(0, 0, width, 40), text, Qt::ElideMiddle, alignment)};
}

/// How a line is drawn, but for its words.
struct Way
{
    QFont font = look::font(look::Text::Body);
    Qt::LayoutDirection direction = Qt::LeftToRight;
    int dotsPerMeter = 3780; ///< 96 an inch
    int room = 300;
    Qt::TextElideMode elide = Qt::ElideMiddle;
};

/// A line drawn as rows of lists draw it, or as Qt does.
QImage drawnIn(const Way &way, const QString &text, bool asQt)
{
    QImage image(320, 60, QImage::Format_RGB32);
    image.setDotsPerMeterX(way.dotsPerMeter);
    image.setDotsPerMeterY(way.dotsPerMeter);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(way.font);
    painter.setLayoutDirection(way.direction);
    const QRectF place(0, 0, way.room, 60);
    if (asQt)
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(way.font, &image).elidedText(text, way.elide, way.room));
    else
        look::drawElided(painter, place, text, way.elide);
    return image;
}

/// `text` in lines of 20 pixels, or each of `lines` where they should stand.
QImage wrapped(const QString &text, int width, qsizetype lines)
{
    QImage image(200, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(look::font(look::Text::Body));
    look::drawWrapped(painter, QRect(0, 0, width, 20 * int(lines)), text, int(lines));
    return image;
}

QImage stacked(const QStringList &lines, int width)
{
    QImage image(200, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(look::font(look::Text::Body));
    int top = 0;
    for (const QString &line : lines) {
        painter.setLayoutDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        look::drawElided(painter, QRect(0, std::exchange(top, top + 20), width, 20), line, Qt::ElideRight);
    }
    return image;
}

} // namespace

Q_DECLARE_METATYPE(const look::Colours *)

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::apply(*qApp, look::Scheme::Light); }

    void contrast_data()
    {
        QTest::addColumn<QColor>("colour");
        QTest::addColumn<QColor>("behind");
        QTest::addColumn<double>("least");
        for (const bool dark : {false, true}) {
            const look::Colours &c = dark ? look::dark() : look::light();
            const auto row = [&](const char *name, const QColor &colour, const QColor &behind, double least) {
                QTest::addRow("%s, %s", dark ? "dark" : "light", name) << colour << behind << least;
            };
            for (const auto &[name, behind] : {std::pair{"paper", c.paper}, std::pair{"raised", c.raised},
                     std::pair{"selection", c.selection}, std::pair{"related", c.related}}) {
                row(qPrintable(QStringLiteral("ink on %1").arg(QLatin1StringView(name))), c.ink, behind, 4.5);
                row(qPrintable(QStringLiteral("soft ink on %1").arg(QLatin1StringView(name))), c.inkSoft, behind, 4.5);
            }
            row("ink on marker", c.ink, c.marker, 4.5);
            for (size_t i = 0; i < c.markers.size(); ++i) {
                row(qPrintable(QStringLiteral("ink on marker %1").arg(i)), c.ink, c.markers[i], 4.5);
                row(qPrintable(QStringLiteral("soft ink on marker %1").arg(i)), c.inkSoft, c.markers[i], 3.0);
            }
            row("ink on added", c.ink, c.added, 4.5);
            row("ink on removed", c.ink, c.removed, 4.5);
            row("faint ink on paper", c.inkFaint, c.paper, 4.5);
            row("ink on sunken", c.ink, c.sunken, 4.5);
            row("soft ink on sunken", c.inkSoft, c.sunken, 4.5);
            row("accent on paper", c.accent, c.paper, 4.5);
            row("accent on raised", c.accent, c.raised, 4.5);
            row("text on accent", c.onAccent, c.accent, 4.5);
            row("exact", c.exact, c.paper, 4.5);
            row("altered", c.altered, c.paper, 4.5);
            row("not found", c.notFound, c.paper, 4.5);
            row("nothing captured", c.nothing, c.paper, 4.5);
            for (size_t i = 0; i < c.lane.size(); ++i)
                row(qPrintable(QStringLiteral("lane %1").arg(i)), c.lane[i], c.paper, 3.0);
        }
    }

    void contrast()
    {
        QFETCH(QColor, colour);
        QFETCH(QColor, behind);
        QFETCH(double, least);
        const double found = look::contrast(colour, behind);
        QVERIFY2(found >= least, qPrintable(QString::number(found)));
    }

    void contrastOfBlackOnWhiteIs21() { QCOMPARE(look::contrast(Qt::black, Qt::white), 21.0); }

    /// Two strokes side by side are told apart by more than the number of their colour.
    void markersDiffer_data()
    {
        QTest::addColumn<const look::Colours *>("colours");
        QTest::newRow("light") << &look::light();
        QTest::newRow("dark") << &look::dark();
    }

    void markersDiffer()
    {
        QFETCH(const look::Colours *, colours);
        static constexpr int least = 16;
        for (size_t i = 0; i < colours->markers.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                const QColor &a = colours->markers[i];
                const QColor &b = colours->markers[j];
                const int apart = std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
                QVERIFY2(apart >= least, qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
            }
        }
        QCOMPARE(colours->markers[0], colours->marker);
    }

    void coloursFollowThePalette()
    {
        QPalette palette;
        palette.setColor(QPalette::Base, look::dark().paper);
        QCOMPARE(&look::colours(palette), &look::dark());
        palette.setColor(QPalette::Base, look::light().paper);
        QCOMPARE(&look::colours(palette), &look::light());
    }

    void typeSizesGrow()
    {
        const auto size = [](look::Text text) { return look::font(text).pointSizeF(); };
        QVERIFY(size(look::Text::Caption) < size(look::Text::Body));
        QVERIFY(size(look::Text::Body) < size(look::Text::Title));
        QVERIFY(size(look::Text::Title) < size(look::Text::Display));
    }

    void facesAreThoseOfTheSystem()
    {
        // What a system calls its font may be an alias; what is named is what letters are drawn in.
        for (const QFont &font : {look::font(look::Text::Body), look::writingFont()})
            QCOMPARE(QFontInfo(font).family(), font.family());
        QVERIFY(QFontInfo(look::writingFont()).family() != QFontInfo(look::font(look::Text::Body)).family());
    }

    void rowsGrowWithText()
    {
        QFont large = look::font(look::Text::Body);
        QCOMPARE(look::rowHeight(look::rowDense, look::font(look::Text::Caption)), look::rowDense);
        large.setPointSizeF(large.pointSizeF() * 3);
        QVERIFY(look::rowHeight(look::rowDense, large) > 2 * look::rowDense);
    }

    void drawsALine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("same"); ///< what looks like it
        const QString wide(80, u'w');
        QTest::newRow("fits") << u"word"_s << 200 << u"word"_s;
        QTest::newRow("lines") << u"two\nlines"_s << 200 << u"two lines"_s;
        QTest::newRow("does not fit") << wide << 100 << QFontMetricsF(look::font(look::Text::Body)).elidedText(wide, Qt::ElideMiddle, 100);
        QTest::newRow("nothing") << QString() << 200 << QString();
    }

    void drawsALine()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QFETCH(QString, same);
        const auto [image, taken] = drawn(text, width);
        QImage expected(image.size(), image.format());
        expected.fill(Qt::white);
        QPainter painter(&expected);
        painter.setFont(look::font(look::Text::Body));
        painter.drawText(QRect(0, 0, width, 40), Qt::AlignLeft | Qt::AlignVCenter, same);
        painter.end();
        QCOMPARE(image, expected);
        QVERIFY(taken <= width && (taken > 0) == !text.isEmpty());
    }

    void otherTypefacesDoNotMoveALine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Qt::Alignment>("alignment");
        QTest::newRow("lower") << u"word ✓"_s << (Qt::AlignLeft | Qt::AlignVCenter);
        QTest::newRow("lower, at the bottom") << u"word ✓"_s << (Qt::AlignLeft | Qt::AlignBottom);
        QTest::newRow("higher") << u"word ا"_s << (Qt::AlignLeft | Qt::AlignVCenter);
        QTest::newRow("higher, at the top") << u"word ا"_s << (Qt::AlignLeft | Qt::AlignTop);
    }

    void otherTypefacesDoNotMoveALine()
    {
        QFETCH(QString, text);
        QFETCH(Qt::Alignment, alignment);
        const auto [plain, width] = drawn(u"word"_s, 200, alignment);
        const auto [mixed, more] = drawn(text, 200, alignment);
        QVERIFY(more > width);
        QCOMPARE(mixed.copy(0, 0, width, 40), plain.copy(0, 0, width, 40));
    }

    void isMeasuredBeforeItIsDrawn()
    {
        QImage image(200, 40, QImage::Format_RGB32);
        QPainter painter(&image);
        look::Line line(painter, u"word ✓"_s);
        const int width = line.width();
        QVERIFY(width > 0);
        QCOMPARE(line.draw(painter, QRect(0, 0, 200, 40), Qt::ElideMiddle), width);
        QVERIFY(line.draw(painter, QRect(0, 0, width - 1, 40), Qt::ElideMiddle) < width);
        QCOMPARE(look::Line(painter, QString()).width(), 0);
    }

    void drawsTheSameTextInSeveralWays_data()
    {
        QTest::addColumn<Way>("way");
        QFont struckOut = look::font(look::Text::Body);
        struckOut.setStrikeOut(true);
        QFont spaced = look::font(look::Text::Body);
        spaced.setLetterSpacing(QFont::AbsoluteSpacing, 3);
        QTest::newRow("smaller") << Way{look::font(look::Text::Caption)};
        QTest::newRow("heavy") << Way{look::font(look::Text::Body, true)};
        QTest::newRow("struck out") << Way{struckOut};
        QTest::newRow("spaced") << Way{spaced};
        QTest::newRow("in a window from right to left") << Way{.direction = Qt::RightToLeft};
        QTest::newRow("on a finer device") << Way{.dotsPerMeter = 5670};
        QTest::newRow("in less room") << Way{.room = 60};
        QTest::newRow("in less room, without its end") << Way{.room = 60, .elide = Qt::ElideRight};
    }

    /// What is remembered of a text is remembered with all that it was drawn in.
    void drawsTheSameTextInSeveralWays()
    {
        QFETCH(Way, way);
        const QString text = u"one, two, three, four!"_s;
        QVERIFY(drawnIn(way, text, true) != drawnIn({}, text, true));
        for (const Way &each : {Way(), way, Way(), way, Way{.room = 90}, way})
            QCOMPARE(drawnIn(each, text, false), drawnIn(each, text, true));
    }

    void wrapsAText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("lines"); ///< that it is drawn in, of 100 pixels
        const QString wide(15, u'w');
        const QFontMetricsF metrics(look::font(look::Text::Body));
        const QString rest = wide + u' ' + wide;
        QTest::newRow("one line would do") << u"word"_s << QStringList{u"word"_s, QString()};
        QTest::newRow("two") << wide.first(8) + u' ' + wide.first(7) << QStringList{wide.first(8), wide.first(7)};
        QTest::newRow("too long") << wide.first(8) + u' ' + rest << QStringList{wide.first(8), metrics.elidedText(rest, Qt::ElideRight, 100)};
        QTest::newRow("in one line") << rest << QStringList{metrics.elidedText(rest, Qt::ElideRight, 100)};
        QTest::newRow("in three") << wide.first(8) + u' ' + wide.first(7) + u' ' + wide.first(6)
                                  << QStringList{wide.first(8), wide.first(7), wide.first(6)};
        QTest::newRow("from the right") << u"חחחחחחחחחח טטטטטטטטטט"_s << QStringList{u"חחחחחחחחחח"_s, u"טטטטטטטטטט"_s};
        QTest::newRow("another typeface") << u"wwwww ا wwwwwww"_s << QStringList{u"wwwww ا"_s, u"wwwwwww"_s};
        QTest::newRow("nothing") << QString() << QStringList{QString(), QString()};
    }

    void wrapsAText()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, lines);
        QCOMPARE(wrapped(text, 100, lines.size()), stacked(lines, 100));
    }

    void iconsHaveInk_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"new-event", "add-source", "new-indicator", "export", "search", "undo", "redo", "edit",
                 "delete", "open", "new", "close", "timeline", "sources", "brief", "watchlist", "back", "forward"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void iconsHaveInk()
    {
        QFETCH(QString, name);
        const QImage image = look::icon(name).pixmap(16, 16).toImage();
        bool inked = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked = inked || qAlpha(image.pixel(x, y)) > 0;
        }
        QVERIFY(inked);
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
