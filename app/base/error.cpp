#include "app/base/error.h"

#include <QStringList>

namespace redoubt {

QString Error::text() const
{
    QStringList sentences{what, why, remedy};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace redoubt
