// The part of Composer that sets what stands around the text: title, chronology, watch list, sources, likelihood.

#include "app/publish/address.h"
#include "app/publish/composer.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

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

QStringList words(const QString &list)
{
    QStringList found;
    for (const QString &word : list.split(u',', Qt::SkipEmptyParts))
        found.append(word.trimmed());
    return found;
}

/// The first second of a year, for `from=2022`; nothing when it is no year.
std::optional<qint64> startOfYear(const QString &text, int later)
{
    bool ok = false;
    const int year = text.first(std::min<qsizetype>(4, text.size())).toInt(&ok);
    if (!ok || text.isEmpty())
        return {};
    return QDateTime(QDate(year + later, 1, 1), QTime(0, 0), QTimeZone::UTC).toSecsSinceEpoch();
}

bool isWithin(const PublishedEvent &event, std::optional<qint64> from, std::optional<qint64> to)
{
    const std::optional<qint64> start = event.earliestStart ? event.earliestStart : event.latestStart;
    const std::optional<qint64> end = event.latestEnd ? event.latestEnd : event.earliestEnd;
    return (!from || !end || *end >= *from) && (!to || !start || *start < *to);
}

} // namespace

void Composer::addSmallText(const QString &text, const TextStyle &style, double before, bool keep)
{
    if (text.isEmpty())
        return;
    Frame frame = m_body;
    frame.line = style.size > 11 ? std::ceil(style.size * 1.35 / style::line) * style::line : style.size * 1.45;
    if (style.size > 11 && style.size < 14)
        frame.line = style::line * 1.15;
    const size_t first = m_flow.strips.size();
    ParagraphSettings settings;
    settings.align = ParagraphSettings::Align::Left;
    settings.hyphenate = false;
    addParagraph({{text, style, element(Element::Role::P, m_body.parent)}}, frame, settings, before);
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
    addParagraph({{m_publication.title, style::title, element(Element::Role::H1, document)}}, frame, settings, 10);
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
    addSmallText(m_publication.byline, style::byline, 9, true);
    QStringList about{m_publication.dateline, m_publication.version};
    about.removeAll(QString());
    addSmallText(about.join(u"  ·  "_s), style::meta, m_publication.byline.isEmpty() ? 9 : 1);
    addSmallText(m_publication.summary, style::summary, style::line);
    Strip space;
    space.height = style::line;
    space.onGrid = false;
    m_flow.strips.push_back(std::move(space));
}

void Composer::addChronology(const Attributes &attributes)
{
    const QStringList lanes = words(attributes.value(u"lanes"));
    const auto from = startOfYear(attributes.value(u"from"), 0);
    const auto to = startOfYear(attributes.value(u"to"), 1);
    QList<const PublishedEvent *> events;
    for (const PublishedEvent &event : m_publication.events) {
        if ((lanes.isEmpty() || lanes.contains(event.lane)) && isWithin(event, from, to))
            events.append(&event);
    }
    if (events.isEmpty())
        return;
    addTimelineFigure(events, lanes.isEmpty() ? m_publication.lanes : lanes);

    const QStringList titles{Tr::tr("Date"), Tr::tr("Event"), Tr::tr("Place"), Tr::tr("Certainty"), Tr::tr("Sources")};
    const TableShape shape{{0, 92, 258, 324, 382}, {82, 156, 56, 48, m_width - 382}};
    const int table = element(Element::Role::Table, m_body.parent);
    const size_t first = m_flow.strips.size();
    const int header = int(m_flow.headers.size());
    m_flow.headers.emplace_back();
    const auto row = [&](const QStringList &texts, Element::Role role, const QList<TextStyle> &styles) {
        const int line = element(Element::Role::TR, table);
        std::vector<CellText> cells;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            CellText cell;
            cell.element = element(role, line);
            cell.x = shape.starts[size_t(i)];
            cell.width = shape.widths[size_t(i)];
            if (!texts[i].isEmpty())
                cell.texts.push_back({texts[i], styles.value(i, styles.constLast()), cell.element});
            cells.push_back(std::move(cell));
        }
        return std::pair(rowStrip(cells, 3.4), cells[1].element);
    };
    Strip headStrip = row(titles, Element::Role::TH, {style::tableHead}).first;
    addTableRule(headStrip, headStrip.height - 0.8, style::accent, 0.8);
    headStrip.keepWithNext = true;
    headStrip.before = style::line;
    m_flow.headers[size_t(header)].push_back(headStrip);
    m_flow.strips.push_back(std::move(headStrip));
    TextStyle strong = style::table;
    strong.weight = 600;
    TextStyle soft = style::table;
    TextStyle dates = style::table;
    dates.tabular = true;
    soft.colour = style::soft;
    for (const PublishedEvent *event : events) {
        if (!proceeds())
            return;
        QStringList sources;
        for (const QString &key : event->sources) {
            const PublishedSource *source = m_sources.value(key);
            const QString name = source && !source->author.isEmpty() ? source->author : key;
            sources.append(source && !source->grade.isEmpty() ? name + QChar(QChar::Nbsp) + source->grade : name);
        }
        auto [strip, title] = row({event->date, event->title, event->place, event->certainty, sources.join(u", "_s)},
            Element::Role::TD, {dates, strong, style::table, soft, soft});
        m_targets.insert(u"event:"_s + event->key, title);
        addTableRule(strip, strip.height - 0.2, style::faint, 0.4);
        addRow(std::move(strip), header, first);
    }
    addBreak();
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

    const QLocale locale(m_publication.language);
    const int outcomes = element(Element::Role::L, body);
    for (qsizetype i = 0; i < indicator.outcomes.size(); ++i) {
        const PublishedOutcome &outcome = indicator.outcomes[i];
        const int entry = element(Element::Role::LI, outcomes);
        const int label = element(Element::Role::Lbl, entry);
        const int text = element(Element::Role::LBody, entry);
        TextStyle small = style::body;
        small.size = 9.4;
        TextStyle name = small;
        name.italic = true;
        std::vector<CellText> cells;
        TextStyle number = style::meta;
        number.colour = style::ink;
        if (outcome.probability) {
            const int percent = int(std::lround(*outcome.probability * 100));
            cells.push_back({{{Tr::tr("%1 %").arg(locale.toString(percent)), number, label}}, -1, 48, 30,
                ParagraphSettings::Align::Right, 12.6});
        }
        cells.push_back({{{outcome.label, name, text}, {u" — "_s + outcome.reading, small, text}}, -1, style::marginColumn,
            m_width - style::marginColumn, ParagraphSettings::Align::Left, 12.6});
        if (outcome.reading.isEmpty())
            cells.back().texts.pop_back();
        Strip row = rowStrip(cells, 1.4);
        if (outcome.probability) {
            const double share = std::clamp(*outcome.probability, 0.0, 1.0);
            Piece bars;
            bars.marks.push_back(Shape{.y = 5.2, .width = 44, .height = 4.4, .colour = style::faint, .round = 2.2});
            if (share > 0)
                bars.marks.push_back(Shape{.y = 5.2, .width = std::max(4.4, 44 * share), .height = 4.4, .colour = style::accent,
                    .round = 2.2});
            for (Mark &mark : bars.marks)
                std::get<Shape>(mark).x = m_left;
            row.pieces.push_back(std::move(bars));
        }
        row.keepWithNext = i + 1 < indicator.outcomes.size();
        m_flow.strips.push_back(std::move(row));
    }
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
    TextStyle text = style::body;
    text.size = 9.2;
    for (const PublishedSource &source : m_publication.sources) {
        if (!proceeds())
            return;
        const int item = element(Element::Role::LI, list);
        const int label = element(Element::Role::Lbl, item);
        const int body = element(Element::Role::LBody, item);
        std::vector<CellText> cells;
        TextStyle grade = style::byline;
        grade.size = 7.6;
        grade.colour = style::accent;
        if (!source.grade.isEmpty())
            cells.push_back({{{source.grade, grade, label}}, -1, style::marginColumn - gap - 24, 18,
                ParagraphSettings::Align::Centre, 12.4});
        CellText cell{{{source.note, text, body}}, body, style::marginColumn, m_width - style::marginColumn,
            ParagraphSettings::Align::Left, 12.4};
        if (!source.note.endsWith(u'.'))
            cell.texts.back().text += u'.';
        if (!source.origin.isEmpty()) {
            TextStyle origin = style::caption;
            cell.texts.push_back({u" "_s + Tr::tr("Repeats %1.").arg(source.origin), origin, body});
        }
        if (const QString address = publishableAddress(source.address); !address.isEmpty() && !address.startsWith(u"mailto")) {
            const int link = element(Element::Role::Link, body);
            m_flow.elements[size_t(link)].target.address = address;
            TextStyle linkText = style::caption;
            linkText.colour = style::accent;
            cell.texts.push_back({u" "_s, linkText, body});
            cell.texts.push_back({address, linkText, link});
        }
        cells.push_back(std::move(cell));
        Strip strip = rowStrip(cells, 2.2);
        if (!source.grade.isEmpty()) {
            Piece badge;
            badge.marks.push_back(Shape{.x = m_left + style::marginColumn - gap - 26, .y = 2.6, .width = 22, .height = 11.6,
                .colour = style::wash, .round = 2.5});
            strip.pieces.insert(strip.pieces.begin(), std::move(badge));
        }
        m_flow.strips.push_back(std::move(strip));
    }
    addSmallText(Tr::tr("A letter rates the source (A reliable, E unreliable, F not known), a number the information "
                        "(1 confirmed by others, 5 improbable, 6 not known)."),
        style::caption, 6);
    addBreak();
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
