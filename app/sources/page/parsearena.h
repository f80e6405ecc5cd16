#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace redoubt {

/// The memory of one run of the HTML parser, which asks for a great many small pieces and is given back all of them at once, when
/// this goes. A piece that it gives back before is used again for one of the same size. For one thread.
class ParseArena
{
public:
    ParseArena() = default;
    ParseArena(const ParseArena &) = delete;
    ParseArena &operator=(const ParseArena &) = delete;

    /// Aligned for every type. Ends the program when there is no memory.
    void *take(size_t size);
    /// What take() gave; nothing for null.
    void giveBack(void *piece);

private:
    struct Head; ///< in front of each piece

    void *carve(size_t whole);

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::byte *m_free = nullptr; ///< the rest of the last block
    size_t m_left = 0;
    std::array<Head *, 128> m_givenBack{}; ///< by kind of size
};

} // namespace redoubt
