#pragma once

#include "ui/brief/textpieces.h"

class QTextDocument;

namespace redoubt {

/// The text of a document as a string, kept while it is typed: a document puts its text together from its pieces each time that
/// it is asked, which takes too long for a key. Lines end with \n; positions are those of the document.
class WrittenText : public QObject
{
    Q_OBJECT

public:
    /// The document must live longer.
    explicit WrittenText(QTextDocument &document, QObject *parent = nullptr);

    [[nodiscard]] QString text() const;

    /// A text with \n as line ends, as it stands in a document.
    [[nodiscard]] static QString normal(const QString &text);
    /// How a normal text is given to the document, before take().
    [[nodiscard]] static QString shown(const QString &text);
    /// The document has been set to what is shown of this normal text.
    void take(const QString &text);

private:
    struct Edit
    {
        qsizetype from;
        qsizetype removed;
        QString added;
    };

    void follow(int from, int removed, int added);
    void add(Edit edit);
    [[nodiscard]] QString read(int from, int length) const;
    [[nodiscard]] qsizetype documentLength() const;

    QTextDocument &m_document;
    TextPieces m_pieces;
    mutable QString m_text;
    mutable QList<Edit> m_edits; ///< that m_text has not got yet
    mutable qsizetype m_length = 0; ///< with them
    mutable bool m_isKnown = false; ///< otherwise the document has to be asked
};

} // namespace redoubt
