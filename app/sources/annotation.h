#pragma once

#include "app/sources/excerpt.h"

#include <QJsonObject>

namespace redoubt {

/// An excerpt as a W3C Web Annotation (JSON-LD): a text quote selector and a text position selector, whose positions count
/// characters (Unicode code points) of the capture's plain text, as the standard has it; the note as a comment, the speaker as what
/// identifies it, the colour as a style class `colour-N`. The capture is the one that the excerpt is of, with its text.
[[nodiscard]] QJsonObject annotationOf(const Excerpt &excerpt, const Capture &capture, const Source &source);

/// The excerpt that an annotation of anyone's stands for in a capture's text. Its quote counts before its position; without a
/// quote the position does. Refused when it is no annotation, has neither, or its passage is not in the text word for word
/// or nearly so (see anchor()).
[[nodiscard]] Result<Excerpt> excerptFromAnnotation(const QByteArray &json, const Capture &capture);

} // namespace redoubt
