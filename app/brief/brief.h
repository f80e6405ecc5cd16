#pragma once

#include "app/base/id.h"
#include "app/base/likelihood.h"
#include "app/project/reader.h"

namespace redoubt {

/// One piece of writing.
struct Brief
{
    Id<Brief> id;
    QString key;
    QString title;
    QString byline;
    QString dateline;
    QString language = u"en-GB"_s; ///< BCP 47
    LikelihoodScale scale = LikelihoodScale::Icd203;
    QString textTemplate = u"blank"_s; ///< the name of the template that it was made from
    bool endnotes = false;             ///< citations at the end instead of at the foot of the page
    int position = 0;
    QString text; ///< Markdown

    bool operator==(const Brief &) const = default;
};

/// By position.
[[nodiscard]] Result<QList<Brief>> briefs(const Reader &reader);
[[nodiscard]] Result<std::optional<Brief>> brief(const Reader &reader, Id<Brief> id);
[[nodiscard]] Result<std::optional<Brief>> briefByKey(const Reader &reader, const QString &key);

/// A brief without an id or a key gets them: the caller's value is completed.
Result<> addBrief(Writer &writer, Brief &brief);
/// Changes all but the text.
Result<> updateBrief(Writer &writer, const Brief &brief);
/// Changes the text alone; meant for Project::keep while it is typed.
Result<> updateBriefText(Writer &writer, Id<Brief> id, const QString &text);
Result<> removeBrief(Writer &writer, Id<Brief> id);
/// Makes a brief change places with the one before it (-1) or behind it (1); where there is none nothing changes.
Result<> moveBrief(Writer &writer, Id<Brief> id, int by);
/// A brief with the same text and properties and another title, right behind the first one. Kept versions are not copied.
Result<Brief> copyBrief(Writer &writer, Id<Brief> id, const QString &title);

} // namespace redoubt
