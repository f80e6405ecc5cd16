#include "ui/brief/briefhighlighter.h"

#include "ui/look/look.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

using namespace Qt::StringLiterals;

namespace redoubt {

BriefHighlighter::BriefHighlighter(QTextDocument *document)
    : SyntaxHighlighter(document)
{
    m_repository.addCustomSearchPath(u":"_s);
}

void BriefHighlighter::fit(const QPalette &palette, const QFont &font)
{
    const bool dark = &look::colours(palette) == &look::dark();
    setTheme(m_repository.theme(dark ? u"Redoubt Dark"_s : u"Redoubt Light"_s));
    m_headingSize = font.pointSizeF() * look::writingHeading;
    if (!definition().isValid())
        setDefinition(m_repository.definitionForName(u"Redoubt Brief"_s));
    else
        rehighlight();
}

void BriefHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    SyntaxHighlighter::applyFormat(offset, length, format);
    if (m_headingSize > 0 && length > 0 && format.name().startsWith("Heading"_L1)) {
        QTextCharFormat larger = this->format(offset);
        larger.setFontPointSize(m_headingSize);
        setFormat(offset, length, larger);
    }
}

} // namespace redoubt
