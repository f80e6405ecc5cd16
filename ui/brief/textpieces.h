#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QTextDocument;

namespace redoubt {

/// A paragraph is laid out as a whole at each key, which takes a second when it has a million letters. So a long one is shown in
/// pieces: at some of its spaces a block of the document ends, and the end of that block stands for the space. Positions stay what they
/// are, and so does the text for everybody who asks WrittenText for it.
///
/// Such a block bears a number that no other one has, which the document's own undoing brings back with it. A number that a new block
/// has taken over from the one it was split off says nothing, and is taken off.
class TextPieces : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype longest = 8'000; ///< letters of a paragraph that is shown as one
    static constexpr qsizetype usual = 4'000;   ///< of a piece

    /// The document must live longer. What is typed or put in is divided as well.
    explicit TextPieces(QTextDocument &document, QObject *parent = nullptr);

    /// The spaces of a text at which its long paragraphs are divided; none in what has no spaces.
    [[nodiscard]] static QList<qsizetype> placesIn(QStringView text);

    /// The document has been set to a text, in which blocks end at these places instead. There is nothing to undo.
    void take(const QList<qsizetype> &places);

    /// The document has changed so; comes before anything else that reads it.
    void follow(int from, int removed, int added);

    /// Puts the spaces into a stretch of the document that begins at `from`.
    void putSpaces(QString &text, qsizetype from) const;

private:
    struct Piece
    {
        qsizetype end; ///< of the piece before it, where the space is
        int number;
    };

    [[nodiscard]] bool isTaken(int number) const;
    void mend();
    [[nodiscard]] QList<qsizetype> placesInChanged() const;

    QTextDocument &m_document;
    QList<Piece> m_pieces; ///< by their place
    int m_lastNumber = 0;
    QList<int> m_wrong;    ///< positions of blocks whose numbers are not what they are
    int m_changedFrom = -1; ///< may be too long now
    int m_changedTo = -1;
};

} // namespace redoubt
