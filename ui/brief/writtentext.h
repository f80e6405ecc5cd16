#pragma once

#include "app/brief/citation.h"
#include "ui/brief/textpieces.h"

class QTextDocument;

namespace redoubt {

/// The text of a document as a string, kept while it is typed: a document puts its text together from its pieces each time that
/// it is asked, which takes too long for a key. Lines end with \n; positions are those of the document.
class WrittenText : public QObject
{
    Q_OBJECT

    struct Edit
    {
        qsizetype from;
        qsizetype removed;
        QString added;
    };

public:
    /// The text as it was when this was taken, which costs nothing; it is put together when it is asked for, on any thread.
    class Snapshot
    {
    public:
        [[nodiscard]] QString text() const;

    private:
        friend WrittenText;
        QString m_base;
        QList<Edit> m_edits;
        int m_generation = 0; ///< of the base
    };

    /// The document must live longer.
    explicit WrittenText(QTextDocument &document, QObject *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// A stretch of it, without putting the rest together.
    [[nodiscard]] QString text(TextRange range) const;

    [[nodiscard]] Snapshot snapshot() const;
    /// What a snapshot was put together to need not be put together again.
    void take(const Snapshot &snapshot, const QString &text);

    /// A text with \n as line ends, as it stands in a document.
    [[nodiscard]] static QString normal(const QString &text);
    /// How a normal text is given to the document, before take().
    [[nodiscard]] static QString shown(const QString &text);
    /// The document has been set to what is shown of this normal text.
    void take(const QString &text);

private:
    void follow(int from, int removed, int added);
    void add(Edit edit);
    static void apply(const QList<Edit> &edits, QString &text);
    void setBase(const QString &text) const;
    [[nodiscard]] qsizetype documentLength() const;

    QTextDocument &m_document;
    TextPieces m_pieces;
    mutable QString m_text;
    mutable QList<Edit> m_edits; ///< that m_text has not got yet
    mutable qsizetype m_taken = 0; ///< so many of them are in a snapshot, and stay as they are
    mutable int m_generation = 0;  ///< counts what m_text was
    mutable qsizetype m_length = 0; ///< with them
    mutable bool m_isKnown = false; ///< otherwise the document has to be asked
};

} // namespace redoubt
