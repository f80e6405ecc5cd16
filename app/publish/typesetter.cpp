#include "app/publish/typesetter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr int likelyLetters = 80; ///< of a run: most are a line of text
constexpr QByteArrayView softHyphen = "\xc2\xad";

const char *families(TextStyle::Face face)
{
    switch (face) {
    case TextStyle::Face::Sans:
        return "Inter,Noto Sans,sans-serif";
    case TextStyle::Face::Mono:
        return "Noto Sans Mono,monospace";
    case TextStyle::Face::Serif:
        break;
    }
    return "Libertinus Serif,Linux Libertine O,STIX Two Text,Noto Serif,serif";
}

void addAttribute(PangoAttrList *list, PangoAttribute *attribute, int from, int to)
{
    attribute->start_index = guint(from);
    attribute->end_index = guint(to);
    pango_attr_list_insert(list, attribute);
}

int units(double points)
{
    return int(std::lround(points * PANGO_SCALE));
}

/// The faces are drawn to different sizes on their bodies; the sizes of the house style are meant for STIX.
double serifScale()
{
    static const double scale = [] {
        const auto has = [](const char *name) { return pango_font_map_get_family(pango_cairo_font_map_get_default(), name); };
        if (has("Libertinus Serif") || has("Linux Libertine O"))
            return 1.08;
        return has("STIX Two Text") ? 1.0 : 0.9;
    }();
    return scale;
}

void addStyle(PangoAttrList *list, const TextStyle &style, int from, int to)
{
    const double scale = style.face == TextStyle::Face::Serif ? serifScale() : 1;
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, families(style.face));
    pango_font_description_set_absolute_size(font, style.size * scale * PANGO_SCALE);
    pango_font_description_set_weight(font, PangoWeight(style.weight));
    pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    addAttribute(list, pango_attr_font_desc_new(font), from, to);
    pango_font_description_free(font);
    if (style.letterSpacing != 0)
        addAttribute(list, pango_attr_letter_spacing_new(units(style.letterSpacing)), from, to);
    // A ligature's glyph has a letter of its own in most fonts, and readers of the structure tree stop at the correction
    // that cairo then writes.
    addAttribute(list, pango_attr_font_features_new(style.tabular ? "liga=0,tnum=1" : "liga=0"), from, to);
}

bool isSpace(const QByteArray &text, int byte)
{
    return text[byte] == ' ';
}

bool isInsideLetter(const QByteArray &text, int byte)
{
    return (static_cast<unsigned char>(text[byte]) & 0xc0) == 0x80;
}

/// How many units of UTF-16 begin with a byte of UTF-8.
int unitsOf(char byte)
{
    const auto bits = static_cast<unsigned char>(byte);
    return (bits & 0xc0) == 0x80 ? 0 : bits >= 0xf0 ? 2 : 1;
}

} // namespace

/// The glyphs that stand for a letter, or for several that cannot be told apart.
struct Typesetter::Cluster
{
    const PangoGlyphItem *run = nullptr;
    int start = 0; ///< bytes
    int end = 0;
    int firstGlyph = 0; ///< from left to right
    int behindGlyph = 0;
    double width = 0;
    double x = 0;
    bool isHyphen = false; ///< not in the text: divides a word

    [[nodiscard]] bool isBackward() const { return run->item->analysis.level & 1; }
};

/// Letters shaped by Pango, in one line.
struct Typesetter::Shaped
{
    std::shared_ptr<PangoLayoutLine> line; ///< owns the runs
    std::vector<Cluster> clusters;         ///< from left to right
};

struct Typesetter::Hyphen
{
    TextStyle style;
    Shaped shaped;
};

/// A paragraph as one long line.
struct Typesetter::Measured
{
    QByteArray text;
    Shaped shaped;
    bool isSliced = true; ///< lines are parts of `shaped`; else order and form of its letters depend on where it is broken
    std::vector<int> ends;      ///< of each StyledText in `text`
    std::vector<double> before; ///< the width of all that stands before a byte; one more for the end
    std::vector<int> spaces;    ///< how many spaces stand before a byte; one more for the end
    std::vector<int> units;     ///< of UTF-16 before a byte
    std::vector<PangoLogAttr> attributes; ///< for each letter
    std::vector<int> forced;    ///< bytes behind which a line ends
    double space = 1;
    double hyphenWidth = 0;
    bool rightToLeft = false;

    /// The style and element of the text at a byte.
    [[nodiscard]] const StyledText &at(const std::vector<StyledText> &texts, int byte) const
    {
        const auto part = size_t(std::ranges::upper_bound(ends, byte) - ends.begin());
        return texts[std::min(part, texts.size() - 1)];
    }

    /// Where a byte stands in the brief's text.
    [[nodiscard]] qsizetype sourceOf(const std::vector<StyledText> &texts, int byte) const
    {
        const auto part = std::min(size_t(std::ranges::upper_bound(ends, byte) - ends.begin()), texts.size() - 1);
        const int start = part == 0 ? 0 : ends[part - 1];
        return texts[part].source < 0 ? -1 : texts[part].source + units[size_t(byte)] - units[size_t(start)];
    }
};

Typesetter::Typesetter(const QString &language) : m_hyphenation(language)
{
    m_context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_cairo_context_set_resolution(m_context, 72);
    pango_context_set_round_glyph_positions(m_context, FALSE);
    pango_context_set_language(m_context, pango_language_from_string(language.toUtf8().constData()));
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(m_context, options);
    cairo_font_options_destroy(options);
    m_layout = pango_layout_new(m_context);
    pango_layout_set_auto_dir(m_layout, FALSE);
    pango_layout_set_single_paragraph_mode(m_layout, TRUE);
}

Typesetter::~Typesetter()
{
    for (auto font = m_fonts.keyBegin(); font != m_fonts.keyEnd(); ++font)
        g_object_unref(*font);
    g_object_unref(m_layout);
    g_object_unref(m_context);
}

const std::shared_ptr<cairo_scaled_font_t> &Typesetter::scaledFont(PangoFont *font)
{
    auto &kept = m_fonts[font];
    if (!kept) {
        cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
        kept = std::shared_ptr<cairo_scaled_font_t>(cairo_scaled_font_reference(scaled), cairo_scaled_font_destroy);
        g_object_ref(font); // the key must not be given to another font while the typesetter lives
    }
    return kept;
}

/// Shapes bytes of the paragraph; the layout holds them afterwards.
Typesetter::Shaped Typesetter::shape(const Measured &text, const std::vector<StyledText> &texts, int from, int to)
{
    PangoAttrList *attributes = pango_attr_list_new();
    auto part = size_t(std::ranges::upper_bound(text.ends, from) - text.ends.begin());
    for (int start = from; start < to && part < texts.size(); ++part) {
        const int end = std::min(text.ends[part], to);
        addStyle(attributes, texts[part].style, start - from, end - from);
        start = end;
    }
    const PangoDirection direction = text.rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    if (pango_context_get_base_dir(m_context) != direction) {
        pango_context_set_base_dir(m_context, direction);
        pango_layout_context_changed(m_layout);
    }
    pango_layout_set_text(m_layout, text.text.constData() + from, to - from);
    pango_layout_set_attributes(m_layout, attributes);
    pango_attr_list_unref(attributes);

    Shaped shaped;
    PangoLayoutLine *line = pango_layout_get_line_readonly(m_layout, 0);
    if (!line)
        return shaped;
    shaped.line = std::shared_ptr<PangoLayoutLine>(pango_layout_line_ref(line), pango_layout_line_unref);
    for (GSList *next = line->runs; next; next = next->next) {
        auto *run = static_cast<PangoGlyphItem *>(next->data);
        const auto first = ptrdiff_t(shaped.clusters.size());
        PangoGlyphItemIter it;
        for (gboolean more = pango_glyph_item_iter_init_start(&it, run, text.text.constData() + from); more;
            more = pango_glyph_item_iter_next_cluster(&it)) {
            Cluster cluster{run, from + it.start_index, from + it.end_index, std::min(it.start_glyph, it.end_glyph + 1),
                std::max(it.start_glyph + 1, it.end_glyph)};
            for (int i = cluster.firstGlyph; i < cluster.behindGlyph; ++i)
                cluster.width += double(run->glyphs->glyphs[i].geometry.width) / PANGO_SCALE;
            shaped.clusters.push_back(cluster);
        }
        if (run->item->analysis.level & 1)
            std::reverse(shaped.clusters.begin() + first, shaped.clusters.end());
    }
    return shaped;
}

/// The hyphen of a style, kept: most lines of a justified text end with the same.
const Typesetter::Shaped &Typesetter::hyphenOf(const TextStyle &style)
{
    const auto kept = std::ranges::find(m_hyphens, style, &Hyphen::style);
    if (kept != m_hyphens.end())
        return kept->shaped;
    Measured sign;
    sign.text = "-";
    sign.ends = {1};
    Shaped shaped = shape(sign, {{u"-"_s, style, -1, -1}}, 0, 1);
    for (Cluster &cluster : shaped.clusters)
        cluster.isHyphen = true;
    m_hyphens.push_back({style, std::move(shaped)});
    return m_hyphens.back().shaped;
}

Typesetter::Measured Typesetter::measure(const std::vector<StyledText> &texts)
{
    Measured measured;
    for (const StyledText &part : texts) {
        QByteArray bytes = QString(part.text).remove(QChar(0)).toUtf8();
        for (qsizetype i = bytes.indexOf('\n'); i >= 0; i = bytes.indexOf('\n', i + 1))
            measured.forced.push_back(int(measured.text.size() + i));
        measured.text += bytes.replace('\n', ' ');
        measured.ends.push_back(int(measured.text.size()));
    }
    const int size = int(measured.text.size());
    measured.rightToLeft = QString::fromUtf8(measured.text).isRightToLeft();
    measured.before.assign(size_t(size) + 1, 0);
    measured.spaces.assign(size_t(size) + 1, 0);
    measured.units.assign(size_t(size) + 1, 0);
    const TextStyle &style = texts.empty() ? style::body : texts.front().style;
    measured.space = style.size * 0.25;
    for (const Cluster &cluster : hyphenOf(style).clusters)
        measured.hyphenWidth += cluster.width;
    measured.shaped = shape(measured, texts, 0, size);
    measured.isSliced = std::ranges::none_of(measured.shaped.clusters, &Cluster::isBackward);

    int count = 0;
    const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly(m_layout, &count);
    measured.attributes.assign(attributes, attributes + count);

    // The width of each cluster at its first byte, then summed up.
    for (const Cluster &cluster : measured.shaped.clusters)
        measured.before[size_t(cluster.start) + 1] += cluster.width;
    for (int i = 0; i < size; ++i) {
        measured.before[size_t(i) + 1] += measured.before[size_t(i)];
        measured.spaces[size_t(i) + 1] = measured.spaces[size_t(i)] + (isSpace(measured.text, i) ? 1 : 0);
        measured.units[size_t(i) + 1] = measured.units[size_t(i)] + unitsOf(measured.text[i]);
    }
    return measured;
}

/// The bytes inside a word before which it may be divided with a hyphen. Marks around a word do not keep it from that.
std::vector<int> Typesetter::divisions(const QByteArray &word) const
{
    const auto isMark = [&](int i) { return std::strchr("\"'()[].,;:!?*", word[i]) != nullptr; };
    int first = 0;
    int last = int(word.size());
    while (first < last && isMark(first))
        ++first;
    while (last > first && isMark(last - 1))
        --last;
    std::vector<int> found = m_hyphenation.places(word.sliced(first, last - first));
    for (int &place : found)
        place += first;
    return found;
}

std::vector<BreakPlace> Typesetter::places(const Measured &text, const ParagraphSettings &settings) const
{
    constexpr double hyphenPenalty = 0.8;
    constexpr double addressPenalty = 0.5;
    constexpr double anywherePenalty = 10;
    constexpr qsizetype longWord = 20;
    std::vector<BreakPlace> places;
    const auto add = [&](int end, int next, double penalty, bool divided, bool forced) {
        places.push_back({end, next, text.before[size_t(end)] + (divided ? text.hyphenWidth : 0), text.before[size_t(next)],
            text.spaces[size_t(end)], text.spaces[size_t(next)], penalty, divided, forced});
    };
    const auto addInside = [&](int start, int end) {
        const QByteArray word = text.text.sliced(start, end - start);
        const bool tooWide = text.before[size_t(end)] - text.before[size_t(start)] > settings.width * 0.6;
        const std::vector<int> divided = settings.hyphenate ? divisions(word) : std::vector<int>();
        for (int i = 1; i < int(word.size()); ++i) {
            if (isInsideLetter(word, i))
                continue;
            const bool behindMark = word.size() > longWord && std::strchr("/?&=_.", word[i - 1]) && word[i] != '/'
                && (i < 2 || word[i - 2] != '/');
            if (std::ranges::binary_search(divided, i))
                add(start + i, start + i, hyphenPenalty, true, false);
            else if (behindMark)
                add(start + i, start + i, addressPenalty, false, false);
            else if (tooWide && i > 2)
                add(start + i, start + i, anywherePenalty, false, false);
        }
    };
    const auto size = int(text.text.size());
    int wordStart = 0;
    const auto endWord = [&](int byte, int next, bool forced) {
        int end = byte;
        while (end > wordStart && isSpace(text.text, end - 1))
            --end;
        addInside(wordStart, end);
        if (forced || byte > wordStart)
            add(end, next, 0, false, forced);
        wordStart = next;
    };
    size_t forced = 0;
    int byte = 0;
    for (size_t letter = 0; byte < size; ++letter) {
        int next = byte + 1;
        while (next < size && isInsideLetter(text.text, next))
            ++next;
        if (forced < text.forced.size() && text.forced[forced] == byte) {
            ++forced;
            endWord(byte, next, true);
        } else if (byte > wordStart && letter < text.attributes.size() && text.attributes[letter].is_line_break
            && text.text[byte - 1] != '/') {
            endWord(byte, byte, false);
        }
        byte = next;
    }
    endWord(size, size, true);
    return places;
}

/// Adds the glyphs of a cluster to the part of the line that they belong to.
void Typesetter::addCluster(SetLine &line, const StyledText &styled, const Cluster &cluster, QByteArrayView letters)
{
    // A space between two elements belongs to the first: alone it would be an element's piece with nothing to see.
    if (line.parts.empty() || (line.parts.back().element != styled.element && letters != " "))
        line.parts.push_back({styled.element, cluster.x, 0, -1, {}});
    LinePart &part = line.parts.back();
    const bool backward = cluster.isBackward();
    const auto &font = scaledFont(cluster.run->item->analysis.font);
    const bool continues = !part.runs.empty() && part.runs.back().font == font
        && part.runs.back().colour == styled.style.colour && part.runs.back().backward == backward;
    if (!continues) {
        part.runs.push_back({font, styled.style.colour, {}, {}, {}, backward});
        part.runs.back().glyphs.reserve(likelyLetters);
        part.runs.back().clusters.reserve(likelyLetters);
        part.runs.back().text.reserve(likelyLetters);
    }
    GlyphRun &run = part.runs.back();
    double x = cluster.x;
    quint16 added = 0;
    // Glyphs go from left to right also where the text goes from right to left.
    auto place = backward ? run.glyphs.begin() : run.glyphs.end();
    for (int i = cluster.firstGlyph; i < cluster.behindGlyph; ++i) {
        const PangoGlyphInfo &glyph = cluster.run->glyphs->glyphs[i];
        if (glyph.glyph != PANGO_GLYPH_EMPTY && !(glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
            place = run.glyphs.insert(place, {glyph.glyph, float(x + double(glyph.geometry.x_offset) / PANGO_SCALE),
                                                 float(double(glyph.geometry.y_offset) / PANGO_SCALE - styled.style.rise)});
            ++place;
            ++added;
        }
        x += double(glyph.geometry.width) / PANGO_SCALE;
    }
    run.text.append(cluster.isHyphen ? softHyphen : letters);
    run.clusters.push_back({quint16(cluster.isHyphen ? softHyphen.size() : letters.size()), added});
    const double end = std::max(part.x + part.width, cluster.x + cluster.width);
    part.x = std::min(part.x, cluster.x);
    part.width = end - part.x;
}

/// `fillTo` is the width that the line is spread to; 0 leaves it as it is.
SetLine Typesetter::line(
    const Measured &text, const std::vector<StyledText> &texts, int from, const BreakPlace &to, double fillTo)
{
    Shaped shaped;
    if (text.isSliced) {
        const auto &all = text.shaped.clusters;
        shaped.clusters.assign(
            std::ranges::lower_bound(all, from, {}, &Cluster::start), std::ranges::lower_bound(all, to.end, {}, &Cluster::start));
    } else {
        shaped = shape(text, texts, from, to.end);
    }
    std::vector<Cluster> &clusters = shaped.clusters;
    if (to.hyphen) {
        const Shaped &sign = hyphenOf(text.at(texts, to.end - 1).style);
        const bool atLeft = !clusters.empty() && clusters.front().isBackward();
        clusters.insert(atLeft ? clusters.begin() : clusters.end(), sign.clusters.begin(), sign.clusters.end());
    }
    double natural = 0;
    for (const Cluster &cluster : clusters)
        natural += cluster.width;
    const int spaces = text.spaces[size_t(to.end)] - text.spaces[size_t(from)];
    const double extra = fillTo > 0 && spaces > 0 ? std::max((fillTo - natural) / spaces, -text.space * 0.4) : 0;

    SetLine line;
    for (Cluster &cluster : clusters) {
        cluster.x = line.width;
        if (cluster.isHyphen)
            cluster.start = cluster.end = to.end;
        else if (isSpace(text.text, cluster.start))
            cluster.width += extra;
        line.width += cluster.width;
    }
    if (!text.isSliced)
        std::ranges::stable_sort(clusters, {}, &Cluster::start);
    for (const Cluster &cluster : clusters) {
        const QByteArrayView letters = QByteArrayView(text.text).sliced(cluster.start, cluster.end - cluster.start);
        const size_t parts = line.parts.size();
        addCluster(line, text.at(texts, cluster.isHyphen ? to.end - 1 : cluster.start), cluster, letters);
        if (line.parts.size() > parts)
            line.parts.back().source = text.sourceOf(texts, cluster.start);
    }
    // The space that the line ends at stays in its text, so that the words of two lines are two words to a reader.
    if (text.isSliced && !line.parts.empty() && to.next > to.end && isSpace(text.text, to.end)) {
        const auto space = std::ranges::lower_bound(text.shaped.clusters, to.end, {}, &Cluster::start);
        if (space != text.shaped.clusters.end()) {
            Cluster last = *space;
            last.x = line.width;
            last.width = 0;
            addCluster(line, text.at(texts, to.end), last, " ");
        }
    }
    for (size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].note >= 0 && text.ends[i] > from && text.ends[i] <= to.end)
            line.notes.push_back(texts[i].note);
    }
    return line;
}

static void shift(SetLine &line, double by)
{
    for (LinePart &part : line.parts) {
        part.x += by;
        for (GlyphRun &run : part.runs) {
            for (GlyphRun::Glyph &glyph : run.glyphs)
                glyph.x += float(by);
        }
    }
}

std::vector<SetLine> Typesetter::set(const std::vector<StyledText> &texts, const ParagraphSettings &settings)
{
    using Align = ParagraphSettings::Align;
    std::vector<SetLine> lines;
    const Measured measured = measure(texts);
    if (measured.text.isEmpty())
        return lines;
    const std::vector<BreakPlace> all = places(measured, settings);
    const bool justified = settings.align == Align::Justified;
    int from = 0;
    for (const int place : chooseBreaks(all, {settings.width, settings.firstIndent, measured.space, justified})) {
        const BreakPlace &to = all[size_t(place)];
        const double indent = lines.empty() ? settings.firstIndent : 0;
        const double room = settings.width - indent;
        const bool tooWide = to.endWidth - measured.before[size_t(from)] > room;
        SetLine set = line(measured, texts, from, to, justified && (!to.forced || tooWide) ? room : 0);
        if (settings.align == Align::Right || (measured.rightToLeft && settings.align != Align::Centre))
            shift(set, settings.width - indent - set.width);
        else
            shift(set, settings.align == Align::Centre ? (settings.width - set.width) / 2 : indent);
        lines.push_back(std::move(set));
        from = to.next;
    }
    return lines;
}

double Typesetter::width(const QString &text, const TextStyle &style)
{
    return measure({{text, style, -1, -1}}).before.back();
}

} // namespace redoubt
