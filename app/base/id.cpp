#include "app/base/id.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <atomic>

namespace redoubt {

qint64 newIdNumber()
{
    static constexpr qint64 epoch = 1577836800000; // 2020-01-01T00:00Z in ms since 1970
    static constexpr int processBits = 16;
    static constexpr int countBits = 5;
    static constexpr int timeShift = processBits + countBits;
    static constexpr qint64 lastCount = (qint64(1) << countBits) - 1;
    static const qint64 process = qint64(QRandomGenerator::global()->bounded(1u << processBits)) << countBits;
    static std::atomic<qint64> last = process;

    // A clock that is set to before 2020 makes ids that are out of order, but they are ids.
    const qint64 time = std::max<qint64>(QDateTime::currentMSecsSinceEpoch() - epoch, 0);
    const qint64 fresh = time << timeShift | process;
    qint64 before = last.load();
    qint64 id = 0;
    do {
        const bool isFull = (before & lastCount) == lastCount;
        const qint64 next = isFull ? ((before >> timeShift) + 1) << timeShift | process : before + 1;
        id = std::max(fresh, next);
    } while (!last.compare_exchange_weak(before, id));
    return id;
}

} // namespace redoubt
