#include "ui/workbench/selection.h"

namespace redoubt {

void Selection::select(const Thing &thing)
{
    static constexpr qsizetype most = 100;
    if (thing == m_current)
        return;
    if (!m_current.isNone())
        m_before.append(m_current);
    if (m_before.size() > most)
        m_before.removeFirst();
    m_after.clear();
    show(thing);
}

void Selection::selectPlace(const Thing &thing, qsizetype start, qsizetype length)
{
    select(thing);
    Q_EMIT placeChosen(thing, start, length);
}

void Selection::open(const Thing &thing)
{
    select(thing);
    Q_EMIT opened(thing);
}

void Selection::back()
{
    if (m_before.isEmpty())
        return;
    m_after.append(m_current);
    show(m_before.takeLast());
}

void Selection::forward()
{
    if (m_after.isEmpty())
        return;
    m_before.append(m_current);
    show(m_after.takeLast());
}

void Selection::show(const Thing &thing)
{
    m_current = thing;
    Q_EMIT changed(thing);
}

} // namespace redoubt
