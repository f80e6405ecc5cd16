// The part of Composer that sets the chronology: its figure is in timelinefigure.cpp, its table here.

#include "app/publish/composer.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

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

    const int table = element(Element::Role::Table, m_body.parent);
    const size_t first = m_flow.strips.size();
    const int header = int(m_flow.headers.size());
    const int head = element(Element::Role::TR, table);
    std::array<Texts, 3> titles;
    for (size_t i = 0; i < titles.size(); ++i) {
        const QString title = i == 0 ? Tr::tr("Date") : i == 1 ? Tr::tr("Event and sources") : Tr::tr("Place and certainty");
        titles[i] = {{title, style::tableHead, element(Element::Role::TH, head)}};
    }
    Strip headStrip = chronologyRow(titles);
    addTableRule(headStrip, headStrip.height - 0.8, style::accent, 0.8);
    headStrip.keepWithNext = true;
    headStrip.before = style::line;
    m_flow.headers.push_back({headStrip});
    m_flow.strips.push_back(std::move(headStrip));
    for (const PublishedEvent *event : events) {
        if (!proceeds())
            return;
        addEventRow(*event, table, header, first);
    }
    addBreak();
}

/// The date stands in the margin column, the event where the text stands.
Strip Composer::chronologyRow(std::array<Texts, 3> &texts)
{
    constexpr double lastColumn = 92;
    const std::array starts{0.0, style::marginColumn, m_width - lastColumn};
    const std::array widths{style::marginColumn - gap, m_width - style::marginColumn - lastColumn - gap, lastColumn};
    std::vector<CellText> cells(texts.size());
    for (size_t i = 0; i < cells.size(); ++i) {
        cells[i].element = texts[i].front().element;
        cells[i].x = starts[i];
        cells[i].width = widths[i];
        std::erase_if(texts[i], [](const StyledText &one) { return one.text.isEmpty(); });
        cells[i].texts = std::move(texts[i]);
    }
    return rowStrip(cells, 3.4);
}

/// "A2 Rutte · B1 News agency": the best first, those without a grade last.
QString Composer::eventSources(const PublishedEvent &event) const
{
    QList<std::pair<QString, QString>> graded;
    for (const QString &key : event.sources) {
        const PublishedSource *source = m_sources.value(key);
        const QString name = source && !source->author.isEmpty() ? source->author : key;
        const std::pair one(source && !source->grade.isEmpty() ? source->grade : u"~"_s, name);
        if (!graded.contains(one))
            graded.append(one);
    }
    std::ranges::stable_sort(graded, {}, &std::pair<QString, QString>::first);
    QStringList shown;
    for (const auto &[grade, name] : std::as_const(graded))
        shown.append(grade == u"~" ? name : grade + QChar(QChar::Nbsp) + name);
    return shown.join(u"\u00a0· "_s);
}

void Composer::addEventRow(const PublishedEvent &event, int table, int header, size_t first)
{
    TextStyle dates = style::table;
    dates.tabular = true;
    TextStyle strong = style::table;
    strong.weight = 600;
    TextStyle soft = style::table;
    soft.colour = style::soft;
    const int row = element(Element::Role::TR, table);
    const int date = element(Element::Role::TD, row);
    const int title = element(Element::Role::TD, row);
    const int where = element(Element::Role::TD, row);
    const QString sources = eventSources(event);
    const bool both = !event.place.isEmpty() && !event.certainty.isEmpty();
    std::array<Texts, 3> texts{Texts{{event.date, dates, date}},
        Texts{{typographic(event.title), strong, title}, {sources.isEmpty() ? QString() : u'\n' + sources, soft, title}},
        Texts{{event.place, style::table, where}, {(both ? u"\n"_s : QString()) + event.certainty, soft, where}}};
    Strip strip = chronologyRow(texts);
    m_targets.insert(u"event:"_s + event.key, title);
    addTableRule(strip, strip.height - 0.2, style::faint, 0.4);
    addRow(std::move(strip), header, first);
}

} // namespace redoubt
