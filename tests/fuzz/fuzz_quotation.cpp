#include "app/brief/quotation.h"
#include "app/brief/verification.h"

#include <cstdint>
#include <cstdlib>

/// The input is a brief, then a NUL, then a captured text. Nothing may crash or hang, and what is reported lies inside of
/// the texts.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace redoubt;
    const QByteArrayView input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = std::max<qsizetype>(0, input.indexOf('\0'));
    const QString text = QString::fromUtf8(input.first(end));
    const QString captured = QString::fromUtf8(input.sliced(end));
    const auto inside = [](TextRange range, qsizetype length) {
        return range.offset >= 0 && range.length >= 0 && range.end() <= length;
    };
    QStringList wordings{captured.left(200)};
    for (const Quotation &quotation : quotations(readDocument(text))) {
        if (!inside(quotation.range, text.size()) || !inside(quotation.wording, text.size()) || quotation.keys.isEmpty())
            std::abort();
        wordings.append(quotation.text);
    }
    for (const QString &wording : std::as_const(wordings)) {
        const Verification found = verify(wording, QStringList{captured});
        for (TextRange passage : found.passages) {
            if (!inside(passage, captured.size()))
                std::abort();
        }
    }
    return 0;
}
