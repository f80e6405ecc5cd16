#include "app/publish/pages.h"

#include "app/publish/flow.h"
#include "app/publish/style.h"
#include "app/publish/typesetter.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Pages)
};

constexpr double headLine = 46; ///< the running head's baseline
constexpr double footGap = 38;  ///< from the page's bottom edge

Piece lineAt(Typesetter &typesetter, const QString &text, double x, double width, double baseline, ParagraphSettings::Align align)
{
    Piece piece;
    ParagraphSettings settings{.width = width, .align = align, .hyphenate = false};
    std::vector<SetLine> lines = typesetter.set({{text, style::running, -1}}, settings);
    if (lines.empty())
        return piece;
    for (LinePart &part : lines.front().parts) {
        for (GlyphRun &run : part.runs) {
            for (GlyphRun::Glyph &glyph : run.glyphs) {
                glyph.x += float(x);
                glyph.y += float(baseline);
            }
            piece.marks.push_back(std::move(run));
        }
    }
    return piece;
}

QString roleName(Element::Role role)
{
    static const QStringList names{u"Document"_s, u"H1"_s, u"H2"_s, u"H3"_s, u"P"_s, u"L"_s, u"LI"_s, u"Lbl"_s, u"LBody"_s,
        u"BlockQuote"_s, u"Code"_s, u"Table"_s, u"TR"_s, u"TH"_s, u"TD"_s, u"Figure"_s, u"Caption"_s, u"Note"_s, u"Reference"_s,
        u"Link"_s, u"Span"_s, u"Sect"_s};
    return names[qsizetype(role)];
}

QString lettersOf(const Piece &piece)
{
    QString letters;
    for (const Mark &mark : piece.marks) {
        if (const auto *run = std::get_if<GlyphRun>(&mark))
            letters += QString::fromUtf8(run->text);
    }
    return letters;
}

} // namespace

void addRunningHeads(Pages &pages, const Publication &publication)
{
    Typesetter typesetter(publication.language);
    const QLocale locale(publication.language);
    const double width = pages.size.width() - 2 * style::sideMargin;
    const double textX = style::sideMargin + style::marginColumn;
    const int count = int(pages.pages.size());
    using Align = ParagraphSettings::Align;
    for (int i = 0; i < count; ++i) {
        std::vector<Piece> &pieces = pages.pages[size_t(i)].pieces;
        if (i > 0) {
            const QString left = typesetter.width(publication.project, style::running) < style::marginColumn - 8
                ? publication.project
                : QString();
            pieces.push_back(lineAt(typesetter, left, style::sideMargin, style::marginColumn, headLine, Align::Left));
            // A title that is too long for its line is cut at the end of a word.
            QString title = typographic(publication.title.simplified());
            const double room = pages.size.width() - style::sideMargin - textX;
            while (title.contains(u' ') && typesetter.width(title, style::running) > room) {
                title = title.first(title.lastIndexOf(u' '));
                if (!title.contains(u' ') || typesetter.width(title + u" …"_s, style::running) <= room) {
                    title += u" …"_s;
                    break;
                }
            }
            pieces.push_back(lineAt(typesetter, title, textX, room, headLine, Align::Left));
            Piece rule;
            rule.marks.push_back(Shape{.x = style::sideMargin, .y = headLine + 7, .width = width, .height = 0.4, .colour = style::faint});
            pieces.push_back(std::move(rule));
        }
        const QString folio = Tr::tr("Page %1 of %2").arg(locale.toString(i + 1), locale.toString(count));
        pieces.push_back(
            lineAt(typesetter, folio, style::sideMargin, width, pages.size.height() - footGap, Align::Right));
    }
}

QString dump(const Pages &pages)
{
    QString out;
    for (size_t i = 0; i < pages.pages.size(); ++i) {
        out += u"page %1\n"_s.arg(i + 1);
        for (const Piece &piece : pages.pages[i].pieces) {
            const QString letters = lettersOf(piece);
            if (letters.isEmpty())
                continue;
            const QString role = piece.element < 0 ? u"-"_s : roleName(pages.elements[size_t(piece.element)].role);
            out += u"  %1 %2,%3 \"%4\"\n"_s.arg(role).arg(qRound(piece.x)).arg(qRound(piece.y)).arg(letters);
        }
    }
    return out;
}

} // namespace redoubt
