#include "app/sources/page/parsearena.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <new>
#include <utility>

namespace redoubt {

namespace {

constexpr size_t step = alignof(std::max_align_t);
constexpr size_t mostInSteps = 64 * step;
constexpr size_t blockSize = 256 * 1024;

/// Pieces of the same kind have the same size: a multiple of `step` each up to `mostInSteps`, then the next power of two.
size_t kindOf(size_t size)
{
    return size <= mostInSteps ? (size + step - 1) / step : mostInSteps / step + size_t(std::bit_width((size - 1) / mostInSteps));
}

size_t sizeOf(size_t kind)
{
    return kind <= mostInSteps / step ? kind * step : mostInSteps << (kind - mostInSteps / step);
}

} // namespace

struct alignas(std::max_align_t) ParseArena::Head
{
    size_t kind;
    Head *next; ///< of those given back
};

void *ParseArena::carve(size_t whole)
{
    if (whole > m_left) {
        const size_t size = std::max(whole, blockSize);
        m_free = new (std::nothrow) std::byte[size];
        if (!m_free)
            qBadAlloc();
        m_blocks.emplace_back(m_free);
        m_left = size;
    }
    m_left -= whole;
    return std::exchange(m_free, m_free + whole);
}

void *ParseArena::take(size_t size)
{
    const size_t kind = kindOf(size);
    Head *&first = m_givenBack.at(kind);
    Head *head = first;
    if (head)
        first = head->next;
    else
        head = new (carve(sizeof(Head) + sizeOf(kind))) Head{kind, nullptr};
    return head + 1;
}

void ParseArena::giveBack(void *piece)
{
    if (!piece)
        return;
    Head *head = static_cast<Head *>(piece) - 1;
    head->next = std::exchange(m_givenBack.at(head->kind), head);
}

} // namespace redoubt
