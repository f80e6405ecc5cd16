#include "app/brief/replacement.h"

namespace redoubt {

QString withReplacements(const QString &text, const QList<Replacement> &replacements)
{
    QString written;
    written.reserve(text.size());
    qsizetype at = 0;
    for (const Replacement &replacement : replacements) {
        written += QStringView(text).sliced(at, replacement.range.offset - at);
        written += replacement.text;
        at = replacement.range.end();
    }
    written += QStringView(text).sliced(at);
    return written;
}

} // namespace redoubt
