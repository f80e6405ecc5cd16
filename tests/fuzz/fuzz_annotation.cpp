#include "app/sources/anchoring.h"
#include "app/sources/annotation.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

/// The input is an annotation, then a NUL, then a captured text. Nothing may crash or hang, and what is read lies inside of the
/// text; so does what the beginning of the annotation is anchored at.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace redoubt;
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = std::max<qsizetype>(0, input.indexOf('\0'));
    Capture capture;
    capture.text = QString::fromUtf8(input.sliced(end));
    const auto inside = [&](qsizetype from, qsizetype to) { return from >= 0 && from <= to && to <= capture.text.size(); };
    if (const auto excerpt = excerptFromAnnotation(input.first(end), capture)) {
        if (!inside(excerpt->start, excerpt->end) || capture.text.sliced(excerpt->start, excerpt->end - excerpt->start) != excerpt->exact)
            std::abort();
        if (!excerptFromAnnotation(QJsonDocument(annotationOf(*excerpt, capture, {})).toJson(), capture))
            std::abort();
    }
    const QString other = QString::fromUtf8(input.first(end));
    Excerpt passage;
    passage.prefix = other.left(32);
    passage.exact = other.sliced(passage.prefix.size(), std::min<qsizetype>(200, other.size() - passage.prefix.size()));
    passage.suffix = other.sliced(passage.prefix.size() + passage.exact.size()).left(32);
    passage.start = passage.prefix.size();
    if (const Anchoring found = anchor(passage, capture.text); !inside(found.start, found.end))
        std::abort();
    return 0;
}
