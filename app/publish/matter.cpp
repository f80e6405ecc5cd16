// The part of Composer that sets what stands around the text: title, watch list, sources, likelihood.

#include "app/publish/address.h"
#include "app/publish/composer.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Pages)
};

constexpr double gap = 10;

} // namespace

void Composer::addSmallText(const QString &text, const TextStyle &style, double before, bool keep)
{
    if (!text.isEmpty())
        addSmallText({{typographic(text), style, element(Element::Role::P, m_body.parent)}}, before, keep);
}

void Composer::addSmallText(const Texts &texts, double before, bool keep)
{
    if (texts.empty())
        return;
    const double size = texts.front().style.size;
    Frame frame = m_body;
    frame.line = size > 11 ? std::ceil(size * 1.35 / style::line) * style::line : size * 1.45;
    if (size > 11 && size < 14)
        frame.line = style::line * 1.15;
    const size_t first = m_flow.strips.size();
    ParagraphSettings settings;
    settings.align = ParagraphSettings::Align::Left;
    settings.hyphenate = false;
    addParagraph(texts, frame, settings, before);
    for (size_t i = first; i < m_flow.strips.size(); ++i) {
        m_flow.strips[i].onGrid = false;
        m_flow.strips[i].keepWithNext = m_flow.strips[i].keepWithNext || keep;
    }
}

void Composer::addTitleBlock()
{
    const int document = m_body.parent;
    if (!m_publication.project.isEmpty())
        addSmallText(m_publication.project.toUpper(), style::label, 0, true);
    Frame frame = m_body;
    frame.line = 31;
    ParagraphSettings settings;
    settings.align = ParagraphSettings::Align::Left;
    settings.hyphenate = false;
    addParagraph({{typographic(m_publication.title), style::title, element(Element::Role::H1, document)}}, frame, settings, 10);
    addSmallText(m_publication.subtitle, style::subtitle, 4, true);
    Strip rule;
    rule.height = 2;
    rule.before = 12;
    rule.onGrid = false;
    rule.keepWithNext = true;
    Piece bar;
    bar.marks.push_back(Shape{.x = m_body.x, .width = 36, .height = 2.2, .colour = style::accent});
    rule.pieces.push_back(std::move(bar));
    m_flow.strips.push_back(std::move(rule));
    addByline();
    addSmallText(m_publication.summary, style::summary, style::line);
    Strip space;
    space.height = style::line;
    space.onGrid = false;
    m_flow.strips.push_back(std::move(space));
}

/// Who, where, when and which version, on one line.
void Composer::addByline()
{
    QStringList about{m_publication.dateline, m_publication.version};
    about.removeAll(QString());
    const int line = element(Element::Role::P, m_body.parent);
    Texts texts;
    if (!m_publication.byline.isEmpty())
        texts.push_back({m_publication.byline, style::byline, line});
    if (!about.isEmpty())
        texts.push_back({(texts.empty() ? QString() : u"  ·  "_s) + about.join(u"  ·  "_s), style::meta, line});
    addSmallText(std::move(texts), 9);
}

void Composer::addWatchList()
{
    const int list = element(Element::Role::L, m_body.parent);
    m_flow.elements[size_t(list)].ordered = true;
    for (const PublishedIndicator &indicator : m_publication.watchList) {
        if (!proceeds())
            return;
        addIndicator(indicator, list);
    }
    addBreak();
}

void Composer::addIndicator(const PublishedIndicator &indicator, int list)
{
    const int item = element(Element::Role::LI, list);
    const int body = element(Element::Role::LBody, item);
    QStringList about{indicator.due, indicator.status};
    about.removeAll(QString());
    TextStyle question = style::body;
    question.weight = 700;
    std::vector<CellText> head(2);
    head[0] = {{{about.join(u"\n"_s), style::meta, element(Element::Role::Lbl, item)}}, -1, 0, style::marginColumn - gap,
        ParagraphSettings::Align::Left, 11.5};
    head[1] = {{{indicator.question, question, element(Element::Role::P, body)}}, -1, style::marginColumn,
        m_width - style::marginColumn, ParagraphSettings::Align::Left, style::line};
    m_targets.insert(u"indicator:"_s + indicator.key, head[1].texts.front().element);
    if (head[0].texts.front().text.isEmpty())
        head.erase(head.begin());
    Strip strip = rowStrip(head, 3);
    addTableRule(strip, 0, style::faint, 0.5);
    strip.before = 8;
    strip.keepWithNext = true;
    m_flow.strips.push_back(std::move(strip));

    const int outcomes = element(Element::Role::L, body);
    for (const PublishedOutcome &outcome : indicator.outcomes)
        addOutcome(outcome, outcomes);
    m_flow.strips.back().keepWithNext = false;
}

/// The forecast as a bar and a number in the margin column, beside what the outcome would mean.
void Composer::addOutcome(const PublishedOutcome &outcome, int list)
{
    constexpr double track = 44;
    constexpr double thick = 4.4;
    constexpr double leading = 12.6;
    const int entry = element(Element::Role::LI, list);
    const int label = element(Element::Role::Lbl, entry);
    const int text = element(Element::Role::LBody, entry);
    TextStyle small = style::body;
    small.size = 9.4;
    TextStyle name = small;
    name.italic = true;
    TextStyle number = style::meta;
    number.colour = style::ink;
    std::vector<CellText> cells;
    if (outcome.probability) {
        const int percent = int(std::lround(*outcome.probability * 100));
        cells.push_back({{{Tr::tr("%1 %").arg(QLocale(m_publication.language).toString(percent)), number, label}}, -1, track + 4, 30,
            ParagraphSettings::Align::Right, leading});
    }
    Texts words{{outcome.label, name, text}, {outcome.reading.isEmpty() ? QString() : u" — "_s + outcome.reading, small, text}};
    cells.push_back({std::move(words), -1, style::marginColumn, m_width - style::marginColumn, ParagraphSettings::Align::Left, leading});
    Strip row = rowStrip(cells, 1.4);
    row.keepWithNext = true;
    if (outcome.probability) {
        const double share = std::clamp(*outcome.probability, 0.0, 1.0);
        const Shape back{.x = m_left, .y = 5.2, .width = track, .height = thick, .colour = style::faint, .round = thick / 2};
        Shape front = back;
        front.width = share > 0 ? std::max(thick, track * share) : 0;
        front.colour = style::accent;
        Piece bars;
        bars.marks = {back, front};
        row.pieces.push_back(std::move(bars));
    }
    m_flow.strips.push_back(std::move(row));
}

void Composer::addSources()
{
    if (m_publication.sources.isEmpty())
        return;
    addSectionHeading(Tr::tr("Sources"));
    if (!m_publication.sourceStatement.isEmpty()) {
        ParagraphSettings settings;
        addParagraph({{m_publication.sourceStatement, style::body, element(Element::Role::P, m_body.parent)}}, m_body, settings, 0);
        addBreak();
    }
    const int list = element(Element::Role::L, m_body.parent);
    for (const PublishedSource &source : m_publication.sources) {
        if (!proceeds())
            return;
        addSource(source, list);
    }
    if (std::ranges::any_of(m_publication.sources, [](const PublishedSource &source) { return !source.grade.isEmpty(); }))
        addSmallText(Tr::tr("Grades follow the Admiralty code as in FM 2-22.3: a letter rates the source (A reliable to E unreliable), "
                            "a number the information (1 confirmed to 5 improbable); F and 6 mean that it cannot be judged."),
            style::caption, 6);
    addBreak();
}

/// The grade in the margin column, then the reference, then in small what it repeats and where it is found.
void Composer::addSource(const PublishedSource &source, int list)
{
    const int item = element(Element::Role::LI, list);
    const int label = element(Element::Role::Lbl, item);
    const int body = element(Element::Role::LBody, item);
    TextStyle text = style::body;
    text.size = 9.2;
    TextStyle grade = style::byline;
    grade.size = 7.6;
    grade.colour = style::accent;
    TextStyle linked = style::caption;
    linked.colour = style::accent;

    Texts texts;
    texts.push_back({source.note.endsWith(u'.') ? source.note : source.note + u'.', text, body});
    if (!source.origin.isEmpty())
        texts.push_back({u'\n' + Tr::tr("Repeats %1.").arg(source.origin), style::caption, body});
    const QString address = publishableAddress(source.address);
    if (!address.isEmpty() && !address.startsWith(u"mailto")) {
        const int link = element(Element::Role::Link, body);
        m_flow.elements[size_t(link)].target.address = address;
        texts.push_back({u"\n"_s, linked, body});
        texts.push_back({address, linked, link});
    }
    std::vector<CellText> cells;
    if (!source.grade.isEmpty())
        cells.push_back({{{source.grade, grade, label}}, -1, style::marginColumn - gap - 24, 18, ParagraphSettings::Align::Centre, 12.4});
    cells.push_back({std::move(texts), body, style::marginColumn, m_width - style::marginColumn, ParagraphSettings::Align::Left, 12.4});
    Strip strip = rowStrip(cells, 2.2);
    if (!source.grade.isEmpty()) {
        Piece badge;
        badge.marks.push_back(Shape{.x = m_left + style::marginColumn - gap - 26, .y = 2.6, .width = 22, .height = 11.6,
            .colour = style::wash, .round = 2.5});
        strip.pieces.insert(strip.pieces.begin(), std::move(badge));
    }
    m_flow.strips.push_back(std::move(strip));
}

void Composer::addLikelihood()
{
    if (m_publication.likelihood.isEmpty())
        return;
    addSectionHeading(Tr::tr("Likelihood"));
    const QLocale locale(m_publication.language);
    addSmallText(Tr::tr("Words of likelihood in this brief follow %1.").arg(m_publication.likelihoodName), style::caption, 0, true);
    const int table = element(Element::Role::Table, m_body.parent);
    for (qsizetype i = 0; i < m_publication.likelihood.size(); ++i) {
        const PublishedLikelihood &line = m_publication.likelihood[i];
        const int row = element(Element::Role::TR, table);
        std::vector<CellText> cells(2);
        const int name = element(Element::Role::TH, row);
        const int range = element(Element::Role::TD, row);
        m_flow.elements[size_t(name)].headsRow = true;
        cells[0] = {{{line.words, style::table, name}}, name, style::marginColumn, 170};
        const QString percents = Tr::tr("%1–%2 %").arg(locale.toString(line.from), locale.toString(line.to));
        cells[1] = {{{percents, style::table, range}}, range, style::marginColumn + 170, 46, ParagraphSettings::Align::Right};
        Strip strip = rowStrip(cells, 1.8);
        strip.before = i == 0 ? style::line / 2 : 0;
        const double start = m_left + style::marginColumn + 230;
        const double track = m_width - style::marginColumn - 230;
        Piece bars;
        bars.marks.push_back(Shape{.x = start, .y = 6.9, .width = track, .height = 0.8, .colour = style::faint});
        bars.marks.push_back(Shape{.x = start + track * line.from / 100, .y = 5, .width = std::max(2.0, track * (line.to - line.from) / 100),
            .height = 4.6, .colour = style::accent, .round = 1.2});
        strip.pieces.push_back(std::move(bars));
        strip.keepWithNext = i + 1 < m_publication.likelihood.size();
        m_flow.strips.push_back(std::move(strip));
    }
}

} // namespace redoubt
