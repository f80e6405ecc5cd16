#pragma once

#include "app/base/id.h"

#include <QList>
#include <QObject>

namespace redoubt {

struct Event;
struct Source;
struct Excerpt;
struct Indicator;
struct Brief;

/// One thing of a project that can be looked at.
struct Thing
{
    enum class Kind { None, Event, Source, Excerpt, Indicator, Brief };
    Kind kind = Kind::None;
    qint64 number = 0;

    [[nodiscard]] static Thing of(Id<Event> id) { return {id.isValid() ? Kind::Event : Kind::None, id.number}; }
    [[nodiscard]] static Thing of(Id<Source> id) { return {id.isValid() ? Kind::Source : Kind::None, id.number}; }
    [[nodiscard]] static Thing of(Id<Excerpt> id) { return {id.isValid() ? Kind::Excerpt : Kind::None, id.number}; }
    [[nodiscard]] static Thing of(Id<Indicator> id) { return {id.isValid() ? Kind::Indicator : Kind::None, id.number}; }
    [[nodiscard]] static Thing of(Id<Brief> id) { return {id.isValid() ? Kind::Brief : Kind::None, id.number}; }

    [[nodiscard]] Id<Event> event() const { return {kind == Kind::Event ? number : 0}; }
    [[nodiscard]] Id<Source> source() const { return {kind == Kind::Source ? number : 0}; }
    [[nodiscard]] Id<Excerpt> excerpt() const { return {kind == Kind::Excerpt ? number : 0}; }
    [[nodiscard]] Id<Indicator> indicator() const { return {kind == Kind::Indicator ? number : 0}; }
    [[nodiscard]] Id<Brief> brief() const { return {kind == Kind::Brief ? number : 0}; }
    [[nodiscard]] bool isNone() const { return kind == Kind::None; }

    bool operator==(const Thing &) const = default;
};

/// The one thing being looked at, in all panels. Panels highlight it and scroll to it; they never take the focus.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] Thing current() const { return m_current; }

    /// Remembers the thing before, for back().
    void select(const Thing &thing);
    /// The same, and a place in its text: an offset and a length in UTF-16 units.
    void selectPlace(const Thing &thing, qsizetype start, qsizetype length);

    /// The same as select(), and its panel is to come forward.
    void open(const Thing &thing);

    /// As in a browser; at most 100 steps are remembered.
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const { return !m_before.isEmpty(); }
    [[nodiscard]] bool canGoForward() const { return !m_after.isEmpty(); }

Q_SIGNALS:
    void changed(const redoubt::Thing &thing);
    /// Comes after changed(), also when the thing was the current one already.
    void placeChosen(const redoubt::Thing &thing, qsizetype start, qsizetype length);

    /// Comes after changed(), also when the thing was the current one already.
    void opened(const redoubt::Thing &thing);

private:
    void show(const Thing &thing);

    Thing m_current;
    QList<Thing> m_before;
    QList<Thing> m_after;
};

} // namespace redoubt
