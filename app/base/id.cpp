#include "app/base/id.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <atomic>

namespace redoubt {

qint64 newIdNumber()
{
    static constexpr qint64 epoch = 1577836800000; // 2020-01-01T00:00Z in ms since 1970
    static std::atomic<qint64> last = 0;

    auto *random = QRandomGenerator::global();
    const qint64 fresh =
        ((QDateTime::currentMSecsSinceEpoch() - epoch) << 21) | qint64(random->bounded(1u << 21));
    const qint64 step = 1 + qint64(random->bounded(16));
    qint64 before = last.load();
    qint64 id = 0;
    do {
        id = std::max(fresh, before + step);
    } while (!last.compare_exchange_weak(before, id));
    return id;
}

} // namespace redoubt
