#pragma once

namespace redoubt {

/// How many times longer things may take than in a release build: sanitizers watch every step.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int slowness = 10;
#else
inline constexpr int slowness = 1;
#endif

} // namespace redoubt
