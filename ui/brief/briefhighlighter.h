#pragma once

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace redoubt {

/// Sets a brief's text by the definition "Redoubt Brief" of resources/syntax, in the theme that goes with a palette.
/// Headings are larger than text; citations, addresses and attributes are smaller, so that prose reads as prose.
class BriefHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    explicit BriefHighlighter(QTextDocument *document);

    /// Takes the light or the dark theme, and the font that headings are set in.
    void fit(const QPalette &palette, const QFont &font);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    KSyntaxHighlighting::Repository m_repository;
    qreal m_size = 0; ///< of the text, in points
};

} // namespace redoubt
