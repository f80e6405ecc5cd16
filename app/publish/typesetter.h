#pragma once

#include "app/publish/breaking.h"
#include "app/publish/hyphenation.h"
#include "app/publish/pages.h"
#include "app/publish/style.h"

#include <QHash>

typedef struct _PangoContext PangoContext;
typedef struct _PangoFont PangoFont;
typedef struct _PangoLayout PangoLayout;

namespace redoubt {

/// Running text of one style that belongs to one element.
struct StyledText
{
    QString text;
    TextStyle style;
    int element = -1;
    int note = -1; ///< the footnote that is cited here, from 0
    qsizetype source = -1; ///< where it begins in the brief's text
};

struct ParagraphSettings
{
    enum class Align { Justified, Left, Centre, Right };
    double width = 0;
    double firstIndent = 0;
    Align align = Align::Justified;
    bool hyphenate = true;
};

/// Part of a line that belongs to one element.
struct LinePart
{
    int element = -1;
    double x = 0;
    double width = 0;
    qsizetype source = -1; ///< where its first letter stands in the brief's text
    std::vector<GlyphRun> runs; ///< glyphs stand where they are in the line, on the baseline 0
};

struct SetLine
{
    std::vector<LinePart> parts; ///< in the order of the text
    std::vector<int> notes;
    double width = 0;
};

/// Sets paragraphs with Pango: shapes letters of any script, measures, breaks lines, justifies. Belongs to one thread.
class Typesetter
{
public:
    explicit Typesetter(const QString &language);
    ~Typesetter();
    Q_DISABLE_COPY_MOVE(Typesetter)

    /// "\n" in the text ends a line. Text that reads from right to left is set flush right where it would be flush left.
    [[nodiscard]] std::vector<SetLine> set(const std::vector<StyledText> &texts, const ParagraphSettings &settings);
    /// In one line.
    [[nodiscard]] double width(const QString &text, const TextStyle &style);

private:
    struct Cluster;
    struct Shaped;
    struct Measured;
    struct Hyphen;
    [[nodiscard]] Measured measure(const std::vector<StyledText> &texts);
    [[nodiscard]] std::vector<BreakPlace> places(const Measured &text, const ParagraphSettings &settings) const;
    [[nodiscard]] Shaped shape(const Measured &text, const std::vector<StyledText> &texts, int from, int to);
    [[nodiscard]] const Shaped &hyphenOf(const TextStyle &style);
    [[nodiscard]] std::vector<int> divisions(const QByteArray &word) const;
    [[nodiscard]] SetLine line(
        const Measured &text, const std::vector<StyledText> &texts, int from, const BreakPlace &to, double fillTo);
    void addCluster(SetLine &line, const StyledText &styled, const Cluster &cluster, QByteArrayView letters);
    [[nodiscard]] const std::shared_ptr<cairo_scaled_font_t> &scaledFont(PangoFont *font);

    Hyphenation m_hyphenation;
    PangoContext *m_context = nullptr;
    PangoLayout *m_layout = nullptr;
    QHash<PangoFont *, std::shared_ptr<cairo_scaled_font_t>> m_fonts;
    std::vector<Hyphen> m_hyphens;
};

} // namespace redoubt
