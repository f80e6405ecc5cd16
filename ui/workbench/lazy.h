#pragma once

#include <functional>
#include <utility>

namespace redoubt {

/// A part of a panel that is made when it is first needed, so that a window opens with what it shows. The part belongs to
/// its parent widget, as any other.
template<class Part>
class Lazy
{
public:
    explicit Lazy(std::function<Part *()> make)
        : m_make(std::move(make))
    {
    }

    /// Made now, if it was not before.
    Part *operator->() const { return get(); }
    Part *get() const
    {
        if (!m_made)
            m_made = std::exchange(m_make, nullptr)();
        return m_made;
    }

    /// Null until it was needed.
    [[nodiscard]] Part *made() const { return m_made; }

private:
    mutable std::function<Part *()> m_make;
    mutable Part *m_made = nullptr;
};

} // namespace redoubt
