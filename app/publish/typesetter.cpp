#include "app/publish/typesetter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr QByteArrayView softHyphen = "\xc2\xad";
constexpr char hyphen = '-';

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
    return "STIX Two Text,Noto Serif,serif";
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

/// Noto Serif is drawn larger on its body than the face that the sizes are meant for.
double serifScale()
{
    static const bool isThere = pango_font_map_get_family(pango_cairo_font_map_get_default(), "STIX Two Text") != nullptr;
    return isThere ? 1 : 0.9;
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

} // namespace

/// A paragraph as one long line.
struct Typesetter::Measured
{
    QByteArray text;
    std::vector<int> ends;      ///< of each StyledText in `text`
    std::vector<double> before; ///< the width of all that stands before a byte; one more for the end
    std::vector<int> spaces;    ///< how many spaces stand before a byte; one more for the end
    std::vector<PangoLogAttr> attributes; ///< for each letter
    std::vector<int> forced;    ///< bytes behind which a line ends
    double space = 1;
    double hyphenWidth = 0;
    bool rightToLeft = false;
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

std::shared_ptr<cairo_scaled_font_t> Typesetter::scaledFont(PangoFont *font)
{
    auto &kept = m_fonts[font];
    if (!kept) {
        cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
        kept = std::shared_ptr<cairo_scaled_font_t>(cairo_scaled_font_reference(scaled), cairo_scaled_font_destroy);
        g_object_ref(font); // the key must not be given to another font while the typesetter lives
    }
    return kept;
}

/// Puts the bytes of the paragraph into the layout, styled.
void Typesetter::shape(const Measured &text, const std::vector<StyledText> &texts, int from, int to, bool divided)
{
    QByteArray bytes = text.text.sliced(from, to - from);
    if (divided)
        bytes += hyphen;
    PangoAttrList *attributes = pango_attr_list_new();
    auto part = size_t(std::ranges::upper_bound(text.ends, from) - text.ends.begin());
    for (int start = from; start < to && part < texts.size(); ++part) {
        const int end = std::min(text.ends[part], to);
        addStyle(attributes, texts[part].style, start - from, end == to ? int(bytes.size()) : end - from);
        start = end;
    }
    pango_context_set_base_dir(m_context, text.rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_layout_context_changed(m_layout);
    pango_layout_set_text(m_layout, bytes.constData(), int(bytes.size()));
    pango_layout_set_attributes(m_layout, attributes);
    pango_attr_list_unref(attributes);
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
    shape(measured, texts, 0, size, false);

    int count = 0;
    const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly(m_layout, &count);
    measured.attributes.assign(attributes, attributes + count);

    // The width of each cluster at its first byte, then summed up.
    PangoLayoutLine *line = pango_layout_get_line_readonly(m_layout, 0);
    for (GSList *run = line ? line->runs : nullptr; run; run = run->next) {
        auto *glyphs = static_cast<PangoGlyphItem *>(run->data);
        PangoGlyphItemIter it;
        for (gboolean more = pango_glyph_item_iter_init_start(&it, glyphs, measured.text.constData()); more;
            more = pango_glyph_item_iter_next_cluster(&it)) {
            int width = 0;
            for (int i = std::min(it.start_glyph, it.end_glyph + 1); i < std::max(it.start_glyph + 1, it.end_glyph); ++i)
                width += glyphs->glyphs->glyphs[i].geometry.width;
            measured.before[size_t(it.start_index) + 1] += double(width) / PANGO_SCALE;
        }
    }
    for (int i = 0; i < size; ++i) {
        measured.before[size_t(i) + 1] += measured.before[size_t(i)];
        measured.spaces[size_t(i) + 1] = measured.spaces[size_t(i)] + (isSpace(measured.text, i) ? 1 : 0);
    }
    const TextStyle &style = texts.empty() ? style::body : texts.front().style;
    measured.space = style.size * 0.25;
    measured.hyphenWidth = style.size * 0.31;
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

/// Where the glyphs of a run stand in their line.
struct Typesetter::PlacedRun
{
    std::vector<GlyphRun::Glyph> glyphs;
    std::vector<double> starts; ///< of each glyph's advance; one more for the end

    PlacedRun(const PangoGlyphItem *run, const QByteArray &bytes, double &x, double extra)
        : glyphs(size_t(run->glyphs->num_glyphs)), starts(size_t(run->glyphs->num_glyphs) + 1)
    {
        for (size_t i = 0; i < glyphs.size(); ++i) {
            const PangoGlyphInfo &glyph = run->glyphs->glyphs[i];
            const int byte = run->item->offset + run->glyphs->log_clusters[i];
            glyphs[i] = {glyph.glyph, float(x + double(glyph.geometry.x_offset) / PANGO_SCALE),
                float(double(glyph.geometry.y_offset) / PANGO_SCALE)};
            starts[i] = x;
            x += double(glyph.geometry.width) / PANGO_SCALE + (isSpace(bytes, byte) ? extra : 0);
        }
        starts.back() = x;
    }
};

/// Adds the glyphs that stand for one cluster of letters to the part of the line that they belong to.
void Typesetter::addCluster(SetLine &line, const StyledText &styled, const PangoGlyphItem *run, const PlacedRun &placed,
    Cluster cluster)
{
    const auto first = size_t(cluster.firstGlyph);
    const auto behind = size_t(cluster.behindGlyph);
    // A space between two elements belongs to the first: alone it would be an element's piece with nothing to see.
    const bool isBlank = cluster.letters == " ";
    if (line.parts.empty() || (line.parts.back().element != styled.element && !isBlank))
        line.parts.push_back({styled.element, placed.starts[first], 0, {}});
    LinePart &part = line.parts.back();
    const bool backward = run->item->analysis.level & 1;
    const auto font = scaledFont(run->item->analysis.font);
    const bool continues = !cluster.startsRun && !part.runs.empty() && part.runs.back().font == font
        && part.runs.back().colour == styled.style.colour;
    if (!continues)
        part.runs.push_back({font, styled.style.colour, {}, {}, {}, backward});
    GlyphRun &glyphs = part.runs.back();
    std::vector<GlyphRun::Glyph> added;
    for (size_t i = first; i < behind; ++i) {
        GlyphRun::Glyph glyph = placed.glyphs[i];
        if (glyph.index == PANGO_GLYPH_EMPTY || (glyph.index & PANGO_GLYPH_UNKNOWN_FLAG))
            continue;
        glyph.y -= float(styled.style.rise);
        added.push_back(glyph);
    }
    // Glyphs go from left to right also where the text goes from right to left.
    glyphs.glyphs.insert(backward ? glyphs.glyphs.begin() : glyphs.glyphs.end(), added.begin(), added.end());
    glyphs.text.append(cluster.letters);
    glyphs.clusters.push_back({quint16(cluster.letters.size()), quint16(added.size())});
    const double end = std::max(part.x + part.width, placed.starts[behind]);
    part.x = std::min(part.x, placed.starts[first]);
    part.width = end - part.x;
}

/// `fillTo` is the width that the line is spread to; 0 leaves it as it is.
SetLine Typesetter::line(
    const Measured &text, const std::vector<StyledText> &texts, int from, const BreakPlace &to, double fillTo)
{
    SetLine line;
    shape(text, texts, from, to.end, to.hyphen);
    const QByteArray bytes(pango_layout_get_text(m_layout));
    const PangoLayoutLine *shaped = pango_layout_get_line_readonly(m_layout, 0);
    double natural = 0;
    for (GSList *run = shaped ? shaped->runs : nullptr; run; run = run->next)
        natural += double(pango_glyph_string_get_width(static_cast<PangoGlyphItem *>(run->data)->glyphs)) / PANGO_SCALE;
    const int spaces = int(bytes.count(' '));
    const double extra = fillTo > 0 && spaces > 0 ? std::max((fillTo - natural) / spaces, -text.space * 0.4) : 0;

    for (GSList *next = shaped ? shaped->runs : nullptr; next; next = next->next) {
        auto *run = static_cast<PangoGlyphItem *>(next->data);
        const PlacedRun placed(run, bytes, line.width, extra);
        PangoGlyphItemIter it;
        bool startsRun = true;
        for (gboolean more = pango_glyph_item_iter_init_start(&it, run, bytes.constData()); more;
            more = pango_glyph_item_iter_next_cluster(&it)) {
            const int byte = std::min(from + it.start_index, to.end - 1);
            const auto part = size_t(std::ranges::upper_bound(text.ends, byte) - text.ends.begin());
            const bool isHyphen = to.hyphen && it.start_index == int(bytes.size()) - 1;
            const QByteArrayView letters = QByteArrayView(bytes).sliced(it.start_index, it.end_index - it.start_index);
            addCluster(line, texts[std::min(part, texts.size() - 1)], run, placed,
                {isHyphen ? softHyphen : letters, std::min(it.start_glyph, it.end_glyph + 1),
                    std::max(it.start_glyph + 1, it.end_glyph), startsRun});
            startsRun = false;
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
