#pragma once

#include <QHash>
#include <QString>

namespace redoubt {

class FeedXml;

/// One element of a feed with all that is in it.
struct FeedField
{
    QString name;
    QHash<QString, QString> parts{}; ///< the text of its children by their names without prefixes, such as an author's name
    QString text{};                  ///< of it and of all in it, blocks on lines of their own
    QString base;                    ///< what addresses in it are relative to
    bool hasMarkup = false;          ///< it has children
    QString type{};                  ///< attributes, in lower case
    QString mode{};
    QString rel{};
    QString href{}; ///< href, else url, else uri
    bool hasHref = false;
    bool isPermanent = true;        ///< isPermaLink is true or not there
    bool saysItIsPermanent = false; ///< isPermaLink is true
};

/// Reads the current element to its end.
[[nodiscard]] FeedField readFeedField(FeedXml &xml);

/// How a field without a type is to be read: RSS and the like leave open whether a title is HTML.
enum class FeedMarkup { Text, Html, Either };

/// What a reader sees of the field.
[[nodiscard]] QString plainText(const FeedField &field, FeedMarkup untyped);

/// The person that the field names: the name, else the address of mail; "a@example.org (Ana)" and "Ana <a@example.org>" are Ana.
[[nodiscard]] QString personName(const FeedField &field);

} // namespace redoubt
