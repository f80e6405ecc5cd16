#include "app/commands/times.h"

#include "app/timeline/isotime.h"

namespace redoubt {

QJsonValue isoTime(const std::optional<qint64> &seconds)
{
    const QString text = isoTimeText(seconds);
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace redoubt
