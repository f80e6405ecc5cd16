#pragma once

#include "app/brief/document.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace redoubt {

/// A line that stands in the text given to md4c for something that CommonMark does not know.
struct DocumentMarker
{
    enum class Kind { DivStart, DivEnd, FootnoteStart, FootnoteEnd };
    Kind kind = Kind::DivStart;
    TextRange range;       ///< the line or the label that it stands for; empty for FootnoteEnd
    QString label;         ///< of a footnote
    Attributes attributes; ///< of a div
};

/// A brief's text made ready for md4c, which knows only CommonMark: without the metadata, with footnotes moved to the
/// margin, and with a marker (a processing instruction, which interrupts everything) for each `:::` and footnote.
/// Knows for each byte of it where it came from.
class DocumentSource
{
public:
    explicit DocumentSource(QStringView text);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// Position in the brief's text of a byte; bytes that were put in have the position of what follows them.
    [[nodiscard]] qsizetype position(qsizetype byte) const;
    [[nodiscard]] const DocumentMarker *markerAt(qsizetype byte) const;

    [[nodiscard]] const QSet<QString> &footnotes() const { return m_footnotes; }
    [[nodiscard]] const QList<std::pair<QString, QString>> &metadata() const { return m_metadata; }
    [[nodiscard]] TextRange metadataRange() const { return m_metadataRange; }

private:
    struct Fence
    {
        QChar mark;
        qsizetype length = 0;
        qsizetype indent = 0; ///< of the list item it stands in; a line with less ends the item and the fence
        bool quoted = false;
    };
    struct Anchor
    {
        qsizetype byte;
        qsizetype position;
    };

    qsizetype readMetadata();
    void readLine(TextRange line);
    bool readFootnoteLine(TextRange line);
    bool readFootnoteStart(TextRange line);
    bool readDiv(TextRange line);
    void followFence(QStringView line);
    void add(TextRange line);
    void add(DocumentMarker marker);

    QStringView m_text;
    QByteArray m_bytes;
    std::vector<Anchor> m_anchors;
    QHash<qsizetype, DocumentMarker> m_markers;
    QSet<QString> m_footnotes;
    QList<std::pair<QString, QString>> m_metadata;
    TextRange m_metadataRange;
    std::optional<Fence> m_fence;
    bool m_inFootnote = false;
    bool m_afterBlank = true;
    int m_openDivs = 0;
};

} // namespace redoubt
