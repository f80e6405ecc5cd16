#pragma once

#include "app/brief/citation.h"

#include <QObject>

#include <array>
#include <functional>

class QPainter;
class QPalette;
class QTextBlock;
class QTextDocument;

namespace redoubt {

/// Stretches of a text that something is said of: behind the letters (what is found, what is mentioned, what quotations are worth) or under and
/// over them (findings, misspellings, keys that lead nowhere). Only what is on the screen is drawn, however many there are. They follow the letters while the text changes, until
/// whoever set them sets them anew.
class TextMarks : public QObject
{
    Q_OBJECT

public:
    /// A later one is drawn over an earlier one.
    enum class Kind {
        Exact,    ///< quotations, by what they are against the captures
        Altered,
        NotFound,
        NothingCaptured,
        Scope,    ///< where is looked
        Mention,  ///< of what is selected elsewhere
        Found,    ///< what is looked for
        Unknown,  ///< keys of which there is no source
        Fallen,   ///< keys of sources that no longer stand
        Note,     ///< findings, by their severity
        Warning,
        Error,
        Misspelt,
    };

    /// The document must live longer.
    explicit TextMarks(QTextDocument *document, QObject *parent = nullptr);

    /// In any order; an empty range is drawn as a thin line between two letters.
    void set(Kind kind, QList<TextRange> ranges);
    /// In the order of the text.
    [[nodiscard]] const QList<TextRange> &ranges(Kind kind) const { return at(kind).ranges; }
    /// Those that touch a stretch of the text.
    [[nodiscard]] QList<TextRange> touching(Kind kind, TextRange stretch) const;

    /// What lies behind the letters of a block, or over them. `origin` is where the block's layout is drawn; only what is in the
    /// clip of the painter costs time.
    void drawBehind(QPainter &painter, const QTextBlock &block, QPointF origin, const QPalette &palette) const;
    void drawOver(QPainter &painter, const QTextBlock &block, QPointF origin, const QPalette &palette) const;

Q_SIGNALS:
    /// They look different now.
    void changed();

private:
    struct Marks
    {
        QList<TextRange> ranges;
        qsizetype longest = 0; ///< of the ranges
    };
    using Draw = std::function<void(Kind kind, const QRectF &line, qreal baseline)>;

    [[nodiscard]] const Marks &at(Kind kind) const { return m_marks.at(size_t(kind)); }
    void follow(int from, int removed, int added);
    void eachPiece(Kind first, Kind last, const QPainter &painter, const QTextBlock &block, QPointF origin, const Draw &draw) const;

    std::array<Marks, size_t(Kind::Misspelt) + 1> m_marks;
};

} // namespace redoubt
