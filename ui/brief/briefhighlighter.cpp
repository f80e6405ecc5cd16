#include "ui/brief/briefhighlighter.h"

#include "ui/look/look.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

#include <QFontDatabase>

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

bool isTableRow(QStringView line)
{
    const auto first = std::ranges::find_if_not(line, [](QChar c) { return c == u' ' || c == u'\t' || c == u'>'; });
    return first != line.end() && *first == u'|';
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

void BriefHighlighter::highlightBlock(const QString &text)
{
    SyntaxHighlighter::highlightBlock(text);
    if (!isTableRow(text))
        return;
    static const QStringList families = QFontDatabase::systemFont(QFontDatabase::FixedFont).families();
    for (int start = 0, end = 1; start < text.size(); start = end++) {
        while (end < text.size() && format(end) == format(start))
            ++end;
        QTextCharFormat fixed = format(start);
        fixed.setFontFamilies(families);
        fixed.setFontPointSize(m_size * look::writingAside);
        setFormat(start, end - start, fixed);
    }
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
