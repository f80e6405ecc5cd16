#pragma once

#include <QByteArrayView>

namespace redoubt {

/// What the class names and the id of an element say of its content. The words are those that Mozilla's Readability looks for.
struct ClassSigns
{
    bool unlikely = false; ///< a part of the page that is not what it was written for
    bool possible = false; ///< but perhaps it is
    bool byline = false;
    bool share = false;
    int weight = 0; ///< 25 for each of class and id that speaks for content, -25 for each that speaks against it
};

[[nodiscard]] ClassSigns classSigns(QByteArrayView classes, QByteArrayView id);

} // namespace redoubt
