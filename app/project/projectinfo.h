#pragma once

#include "app/project/reader.h"

#include <QDateTime>

#include <functional>

namespace redoubt {

using namespace Qt::StringLiterals;

/// What a project says of itself.
struct ProjectInfo
{
    QString title;
    QString language; ///< BCP 47
    QString timeZone; ///< IANA
    QDateTime createdAt;
    QString citationKeys = u"{title}"_s; ///< the pattern of keys of new sources

    bool operator==(const ProjectInfo &) const = default;
};

[[nodiscard]] Result<ProjectInfo> projectInfo(const Reader &reader);

/// Changes title, language, time zone and the pattern of citation keys.
Result<> updateProjectInfo(Writer &writer, const ProjectInfo &info);

/// The tag of this name, made where it is new.
Result<qint64> findOrAddTag(Writer &writer, const QString &name);

/// A tag on a row of `kind` (a table's name); the tag is made where it is new. Tags differ by more than letter case.
Result<> addTag(Writer &writer, const QString &kind, qint64 item, const QString &name);

/// Makes these the tags of a row: the missing are added, the others taken off. Empty ones and repetitions are left out.
Result<> setTags(Writer &writer, const QString &kind, qint64 item, const QStringList &names);

/// The tags of a row in alphabetical order.
[[nodiscard]] Result<QStringList> tags(const Reader &reader, const QString &kind, qint64 item);

/// Calls visit(item) for each row of `kind` that has the tag.
Result<> eachTagged(
    const Reader &reader, const QString &kind, const QString &tag, const std::function<void(qint64)> &visit);

/// Calls visit(item, name) for each tag of each row of `kind`; those of one row in alphabetical order.
Result<> eachTag(const Reader &reader, const QString &kind, const std::function<void(qint64, const QString &)> &visit);

/// All tags of the project in alphabetical order.
[[nodiscard]] Result<QStringList> allTags(const Reader &reader);

} // namespace redoubt
