#include "app/sources/bibliography/latexcommands.h"

#include <QHash>
#include <QStringList>

namespace redoubt {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, QChar> accents{{u"`"_s, u'\u0300'}, {u"'"_s, u'\u0301'}, {u"^"_s, u'\u0302'}, {u"~"_s, u'\u0303'}, {u"="_s, u'\u0304'},
    {u"u"_s, u'\u0306'}, {u"."_s, u'\u0307'}, {u"\""_s, u'\u0308'}, {u"h"_s, u'\u0309'}, {u"r"_s, u'\u030a'}, {u"H"_s, u'\u030b'},
    {u"v"_s, u'\u030c'}, {u"G"_s, u'\u030f'}, {u"U"_s, u'\u030e'}, {u"d"_s, u'\u0323'}, {u"c"_s, u'\u0327'}, {u"k"_s, u'\u0328'},
    {u"b"_s, u'\u0331'}, {u"t"_s, u'\u0361'}, {u"f"_s, u'\u0311'}};

/// Command and text in turn.
const QString symbolTable =
    u"ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ij ĳ IJ Ĳ "
    "& & % % $ $ # # _ _ { { } } textbackslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless < "
    "textgreater > textdollar $ textbraceleft { textbraceright } lbrace { rbrace } "
    "textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotedblbase „ "
    "quotesinglbase ‚ guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › "
    "textquotedbl \" textquotesingle ' glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » "
    "textellipsis … dots … ldots … textbullet • textperiodcentered · cdot · textasteriskcentered * "
    "S § P ¶ textsection § textparagraph ¶ dag † ddag ‡ textdagger † textdaggerdbl ‡ copyright © textcopyright © "
    "textregistered ® texttrademark ™ pounds £ textsterling £ texteuro € euro € EUR € textyen ¥ textcent ¢ textcurrency ¤ "
    "textdegree ° textmu µ textpm ± texttimes × textdiv ÷ textonehalf ½ textonequarter ¼ textthreequarters ¾ "
    "textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textordfeminine ª textordmasculine º textexclamdown ¡ "
    "textquestiondown ¿ textbrokenbar ¦ textlnot ¬ textnumero № textperthousand ‰ textinfty ∞ textrightarrow → textleftarrow ← "
    "textohm Ω textcelsius ℃ textschwa ə textasciidieresis ¨ textasciiacute ´ textasciigrave ` textasciimacron ¯ "
    "LaTeX LaTeX TeX TeX BibTeX BibTeX alpha α beta β gamma γ delta δ epsilon ε mu μ pi π sigma σ omega ω Omega Ω Delta Δ"_s;

QHash<QString, QString> makeSymbols()
{
    QHash<QString, QString> symbols;
    const QStringList words = symbolTable.split(u' ');
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        symbols.insert(words.at(i), words.at(i + 1));
    for (const QString &space : {u" "_s, u"\n"_s, u"space"_s, u"quad"_s, u"qquad"_s, u"enspace"_s, u"newline"_s, u"\\"_s, u"par"_s, u":"_s, u";"_s})
        symbols.insert(space, u" "_s);
    symbols.insert(u","_s, u"\u2009"_s);
    symbols.insert(u"thinspace"_s, u"\u2009"_s);
    symbols.insert(u"nobreakspace"_s, u"\u00a0"_s);
    // Without a text of their own: kerning, italic correction, discretionary hyphens, switches of type.
    const QString silent = u"/ - @ ! relax protect upshape itshape slshape bfseries mdseries rmfamily sffamily ttfamily em it bf rm sf tt sl sc "
                           "normalfont selectfont"_s;
    for (const QString &command : silent.split(u' '))
        symbols.insert(command, u""_s);
    return symbols;
}

} // namespace

QChar latexAccent(QStringView command)
{
    return accents.value(command.toString());
}

QString latexSymbol(QStringView command)
{
    static const QHash<QString, QString> symbols = makeSymbols();
    return symbols.value(command.toString());
}

} // namespace redoubt
