#pragma once

#include "app/publish/flow.h"
#include "app/publish/typesetter.h"

#include <QHash>
#include <QSet>

#include <array>

namespace redoubt {

/// Turns a publication into a flow: sets its texts, and builds the tree of meaning on the way.
class Composer
{
public:
    Composer(const Publication &publication, QSizeF size);
    /// Nothing when the job was stopped.
    [[nodiscard]] std::optional<Flow> compose(JobState *job);
    /// Only the figure of the chronology with its caption, from left to right as wide as the text and its margin.
    [[nodiscard]] std::vector<Strip> composeFigure();

private:
    using Texts = std::vector<StyledText>;

    /// Where text is set and what it belongs to.
    struct Frame
    {
        double x = 0;
        double width = 0;
        int parent = 0;
        TextStyle text = style::body;
        double line = style::line;
        double bar = -1; ///< a quotation's bar at this x
        bool wash = false;
    };
    /// A cell, or a column of the list layouts.
    struct CellText
    {
        Texts texts;
        int element = -1;
        double x = 0;
        double width = 0;
        ParagraphSettings::Align align = ParagraphSettings::Align::Left;
        double line = style::tableLine;
    };
    struct TableShape
    {
        std::vector<double> starts; ///< of the columns, from the left edge of both columns
        std::vector<double> widths;
    };

    // composer.cpp: elements, lines, blocks
    int element(Element::Role role, int parent);
    void attach(int element);
    [[nodiscard]] Piece piece(int element);
    [[nodiscard]] Element::Rule ruleOf(int element) const;
    [[nodiscard]] Strip lineStrip(SetLine &line, const Frame &frame, double baseline);
    void addParagraph(const Texts &texts, const Frame &frame, ParagraphSettings settings, double before);
    void addBlocks(const QList<Block> &blocks, const Frame &frame);
    void addBlock(const Block &block, const Frame &frame);
    void addBehindComments(QString html, const Frame &frame);
    void addHeading(const QString &title, const QList<Span> &spans, int level);
    void fillGrid(size_t first);
    void addList(const Block &block, const Frame &frame);
    void addCode(const Block &block, const Frame &frame);
    void addBreak();
    void resolveLinks();
    [[nodiscard]] bool proceeds();

    // spans.cpp: running text, citations, notes
    void addSpans(const QList<Span> &spans, const TextStyle &style, int element, Texts &texts);
    /// `source`: where the text stands in the brief's.
    void addText(QString text, const TextStyle &style, int element, Texts &texts, qsizetype source = -1);
    void addCitation(const Span &span, const TextStyle &style, int element, Texts &texts);
    void addLink(const Span &span, const TextStyle &style, int element, Texts &texts);
    void addNoteMark(const TextStyle &style, int element, Texts &texts, const Span &span, QString text);
    [[nodiscard]] QString citationText(const CitationCluster &cluster);
    void composeNotes(int parent);
    void composeNote(int note, int parent);
    void addEndnotes();

    // matter.cpp: what stands around the text
    void addTitleBlock();
    void addByline();
    void addWatchList();
    void addIndicator(const PublishedIndicator &indicator, int list);
    void addOutcome(const PublishedOutcome &outcome, int list);
    void addSources();
    void addSource(const PublishedSource &source, int list);
    void addLikelihood();

    // changesection.cpp: what has changed since an earlier version
    void addChanges();
    void addChange(const PublishedChange &change, int list);

    void addSectionHeading(const QString &title);
    void addSmallText(const QString &text, const TextStyle &style, double before, bool keep = false);
    void addSmallText(const Texts &texts, double before, bool keep = false);

    // chronology.cpp
    void addChronology(const Attributes &attributes);
    [[nodiscard]] Strip chronologyRow(std::array<Texts, 3> &texts);
    [[nodiscard]] QString eventSources(const PublishedEvent &event) const;
    void addEventRow(const PublishedEvent &event, int table, int header, size_t first);

    // tables.cpp
    void addTable(const Block &block, const Frame &frame);
    [[nodiscard]] TableShape shapeOf(const Block &block, double width);
    /// The cells side by side as one strip.
    [[nodiscard]] Strip rowStrip(std::vector<CellText> &cells, double padding);
    void addRow(Strip row, int header, size_t first);
    void addTableRule(Strip &strip, double y, const Colour &colour, double height);

    // timelinefigure.cpp
    void addFigureText(Piece &drawn, const QString &text, const TextStyle &style, double x, double baseline, double width);
    void addTimelineFigure(const QList<const PublishedEvent *> &events, const QStringList &lanes);

    const Publication &m_publication;
    Typesetter m_typesetter;
    Flow m_flow;
    std::vector<bool> m_attached;
    double m_left;  ///< of both columns
    double m_width; ///< of both columns
    Frame m_body;
    int m_topLevel = 1; ///< the level of the text's highest headings
    int m_level = 0;    ///< of the last heading
    bool m_afterParagraph = false;
    JobState *m_job = nullptr;
    bool m_stopped = false;
    qsizetype m_done = 0;
    qsizetype m_source = -1; ///< where what is being set stands in the brief's text

    struct Note
    {
        int reference = -1; ///< the element that the note goes back to
        QString text;
        qsizetype source = -1; ///< where it is cited in the brief's text
        const Block *block = nullptr;
        bool movesBehindStop = false; ///< a stop that follows the citation comes before the number
    };
    std::vector<Note> m_notes;
    size_t m_composedNotes = 0;
    bool m_inNote = false;
    QHash<QString, const Block *> m_footnotes;
    QHash<QString, const PublishedSource *> m_sources;
    QSet<QString> m_cited;
    QHash<QString, int> m_targets; ///< "event:key" → its element
    std::vector<std::pair<int, QString>> m_links; ///< Link elements and the targets that they wait for
    bool m_hasChronology = false;
    bool m_hasWatchList = false;
};

} // namespace redoubt
