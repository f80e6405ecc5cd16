#include "ui/brief/mentionlink.h"

#include "app/sources/source.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/insertion.h"
#include "ui/brief/textmarks.h"

#include <QScopedValueRollback>

namespace redoubt {

namespace {

template<class T>
Thing thingFrom(const Result<std::optional<T>> &found)
{
    return found && *found ? Thing::of((*found)->id) : Thing();
}

} // namespace

Thing thingOf(const Project &project, const Mention &mention)
{
    switch (mention.kind) {
    case Mention::Kind::Source:
        return thingFrom(sourceByKey(project.reader(), mention.key));
    case Mention::Kind::Event:
        return thingFrom(eventByKey(project.reader(), mention.key));
    case Mention::Kind::Indicator:
        // There are a few dozen at most.
        for (const Indicator &indicator : indicators(project.reader()).value_or(QList<Indicator>())) {
            if (indicator.key == mention.key)
                return Thing::of(indicator.id);
        }
        return {};
    }
    return {};
}

MentionLink::MentionLink(Project &project, Selection &selection, BriefTextEdit &editor, DraftReader &reader, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_selection(selection)
    , m_editor(editor)
    , m_reader(reader)
{
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, &MentionLink::followCursor);
    connect(&selection, &Selection::changed, this, &MentionLink::followSelection);
    connect(&reader, &DraftReader::draftRead, this, [this] {
        mark();
        if (m_cursorWaits)
            followCursor();
    });
}

void MentionLink::followCursor()
{
    m_cursorWaits = !m_reader.isOfPresentText();
    if (m_cursorWaits || !m_editor.hasFocus())
        return;
    const Mention *mention = m_reader.draft().mentionAt(m_editor.textCursor().position());
    const Thing thing = mention ? thingOf(m_project, *mention) : Thing();
    if (thing.isNone() || thing == m_selection.current())
        return;
    const QScopedValueRollback byCursor(m_byCursor, true);
    m_selection.select(thing);
}

void MentionLink::followSelection(const Thing &thing)
{
    m_marked = mentionOf(thing);
    mark();
    if (m_byCursor || !m_marked)
        return;
    const Mention *first = nullptr;
    for (const Mention &mention : m_reader.draft().mentions) {
        if (mention.kind != m_marked->kind || mention.key != m_marked->key)
            continue;
        if (m_editor.isOnScreen(mention.range))
            return;
        first = first ? first : &mention;
    }
    if (first)
        m_editor.scrollTo(first->range.offset);
}

void MentionLink::mark()
{
    QList<TextRange> ranges;
    if (m_marked) {
        for (const Mention &mention : m_reader.draft().mentions) {
            if (mention.kind == m_marked->kind && mention.key == m_marked->key)
                ranges.append(mention.range);
        }
    }
    m_editor.marks().set(TextMarks::Kind::Mention, ranges);
}

std::optional<Mention> MentionLink::mentionOf(const Thing &thing) const
{
    switch (thing.kind) {
    case Thing::Kind::Source:
    case Thing::Kind::Excerpt: {
        const auto key = citationKey(m_project, thing);
        return key && !key->isEmpty() ? std::optional(Mention{Mention::Kind::Source, *key, {}}) : std::nullopt;
    }
    case Thing::Kind::Event: {
        const auto found = redoubt::event(m_project.reader(), thing.event());
        return found && *found ? std::optional(Mention{Mention::Kind::Event, (*found)->key, {}}) : std::nullopt;
    }
    case Thing::Kind::Indicator: {
        const auto found = redoubt::indicator(m_project.reader(), thing.indicator());
        return found && *found ? std::optional(Mention{Mention::Kind::Indicator, (*found)->key, {}}) : std::nullopt;
    }
    case Thing::Kind::None:
    case Thing::Kind::Brief:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace redoubt
