#include "ui/brief/briefhighlighter.h"

#include "ui/look/look.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// The size of a style, in sizes of the text.
double sizeOf(const QString &style)
{
    static const QSet<QString> asides{u"Citation"_s, u"Citation Key"_s, u"Link Target"_s, u"Footnote"_s, u"Attribute"_s,
        u"Section Role"_s, u"Attribute Value"_s, u"Block Mark"_s, u"Block Name"_s, u"Fence"_s};
    if (style == "Heading"_L1 || style == "Heading Mark"_L1)
        return look::writingHeading;
    return asides.contains(style) ? look::writingAside : 1;
}

} // namespace

BriefHighlighter::BriefHighlighter(std::shared_ptr<Syntax> syntax, QTextDocument *document)
    : SyntaxHighlighter(document)
    , m_syntax(std::move(syntax))
{
}

void BriefHighlighter::fit(const QPalette &palette, const QFont &font)
{
    const bool dark = &look::colours(palette) == &look::dark();
    setTheme(m_syntax->repository().theme(dark ? u"Redoubt Dark"_s : u"Redoubt Light"_s));
    m_size = font.pointSizeF();
    if (!definition().isValid())
        setDefinition(m_syntax->repository().definitionForName(u"Redoubt Brief"_s));
    else
        rehighlight();
}

void BriefHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    SyntaxHighlighter::applyFormat(offset, length, format);
    const double factor = sizeOf(format.name());
    const bool isSized = m_size > 0 && factor != 1;
    if (length == 0 || (!isSized && format.spellCheck()))
        return;
    QTextCharFormat refined = this->format(offset);
    if (isSized)
        refined.setFontPointSize(m_size * factor);
    if (!format.spellCheck())
        refined.setProperty(NoProse, true);
    setFormat(offset, length, refined);
}

} // namespace redoubt
