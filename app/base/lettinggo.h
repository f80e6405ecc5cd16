#pragma once

#include <QThreadPool>

namespace redoubt {

/// Destroys a value on another thread: to free thousands of strings takes longer than a key may.
template<class T>
void letGo(T gone)
{
    QThreadPool::globalInstance()->start([gone = std::move(gone)] {});
}

} // namespace redoubt
