#pragma once

#include "ui/brief/syntax.h"

#include <KSyntaxHighlighting/AbstractHighlighter>

#include <QTextBlock>
#include <QTextFormat>
#include <QTextLayout>
#include <QTimer>

#include <memory>

namespace redoubt {

class WritingLayout;

/// Sets a brief's text by the definition "Redoubt Brief" of resources/syntax, in the theme that goes with a palette.
/// Headings are larger than text; citations, addresses and attributes are smaller, so that prose reads as prose. Rows of tables
/// are set in a face of one width, so that their columns stand below each other.
///
/// What changes is set at once, as far as it is quickly done; what follows from it further on, and a text that is new, when nothing
/// else is to be done, a few milliseconds at a time. A paragraph that is too long and cannot be shown in pieces (TextPieces) stays as it is.
class BriefHighlighter : public QObject, public KSyntaxHighlighting::AbstractHighlighter
{
    Q_OBJECT
    Q_INTERFACES(KSyntaxHighlighting::AbstractHighlighter)

public:
    /// Of a format: a boolean; what is set so is no prose (code, citations, addresses, attributes).
    static constexpr int NoProse = QTextFormat::UserProperty + 1;

    /// Of the text that `layout` lays out; it must live longer.
    BriefHighlighter(std::shared_ptr<Syntax> syntax, WritingLayout &layout, QObject *parent = nullptr);

    /// Takes the light or the dark theme, and the font that headings are set in.
    void fit(const QPalette &palette, const QFont &font);

    /// This one is looked at now: it is set before its turn.
    void show(const QTextBlock &block);

    /// The whole text is set as it should be.
    [[nodiscard]] bool isDone() const { return m_from > m_to; }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    struct Known;

    void follow(int from, int removed, int added);
    /// Goes on from m_from for as long as this many milliseconds.
    void work(double milliseconds);
    void set(const QTextBlock &block);
    /// Takes theme and definition when the first block is set, not before: the library may still be reading its own.
    void dress();
    [[nodiscard]] bool isSet(const QTextBlock &block) const;
    void setRow(int length);
    [[nodiscard]] QTextCharFormat formatOf(const KSyntaxHighlighting::Format &format) const;

    std::shared_ptr<Syntax> m_syntax;
    WritingLayout &m_layout;
    QTextDocument &m_document;
    bool m_isDark = false;
    bool m_isDressed = true; ///< nothing is asked for before fit()
    qreal m_size = 0; ///< of the text, in points
    int m_look = 0;   ///< counts themes and fonts
    QHash<int, QTextCharFormat> m_formats;
    QList<QTextLayout::FormatRange> m_ranges; ///< of the block that is being set
    // What is perhaps not set yet lies between these positions of the text.
    qsizetype m_from = 0;
    qsizetype m_to = -1;
    QTimer m_idle;
};

} // namespace redoubt
