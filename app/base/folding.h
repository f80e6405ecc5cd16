#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace redoubt {

/// A text as it is compared where letter case and accents do not count: "Galați" and "GALATI" are both "galati", "Łódź" is
/// "lodz", wide and joined letters are plain ones, the digits of all scripts are 0 to 9, forms of an Arabic letter that are
/// typed for one another are one, dashes are hyphens, curly quotation marks straight ones, and any white space is a space. Letter by letter: a text that holds another one also holds it when both are folded.
[[nodiscard]] QString folded(QStringView text);

/// The same with where each of its letters comes from: for every UTF-16 unit of the result the position in `text` of the letter
/// that it was made of, and behind them text.size().
struct FoldedLetters
{
    QString text;
    QList<int> places;
};
[[nodiscard]] FoldedLetters foldedLetters(QStringView text);

/// The same in UTF-8, put behind what `out` has; a hundred times as fast where most is ASCII.
void appendFolded(QByteArrayView utf8, QByteArray &out);

} // namespace redoubt
