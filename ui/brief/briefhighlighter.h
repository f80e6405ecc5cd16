#pragma once

#include "ui/brief/syntax.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QTextFormat>

#include <memory>

namespace redoubt {

/// Sets a brief's text by the definition "Redoubt Brief" of resources/syntax, in the theme that goes with a palette.
/// Headings are larger than text; citations, addresses and attributes are smaller, so that prose reads as prose. Rows of tables
/// are set in a face of one width, so that their columns stand below each other.
class BriefHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    /// Of a format: a boolean; what is set so is no prose (code, citations, addresses, attributes).
    static constexpr int NoProse = QTextFormat::UserProperty + 1;

    BriefHighlighter(std::shared_ptr<Syntax> syntax, QTextDocument *document);

    /// Takes the light or the dark theme, and the font that headings are set in.
    void fit(const QPalette &palette, const QFont &font);

protected:
    void highlightBlock(const QString &text) override;
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    std::shared_ptr<Syntax> m_syntax;
    qreal m_size = 0; ///< of the text, in points
};

} // namespace redoubt
