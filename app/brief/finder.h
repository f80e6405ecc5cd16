#pragma once

#include "app/base/job.h"
#include "app/base/result.h"
#include "app/brief/replacement.h"

#include <QRegularExpression>

#include <functional>

namespace redoubt {

/// What is looked for in the text of briefs.
struct Sought
{
    QString text;
    bool isExpression = false; ///< a regular expression, as Perl has them (PCRE2); `^` and `$` stand at every line
    bool isExact = false;      ///< letter case counts; in plain text also accents, and the kinds of quotation marks and dashes
    bool wholeWords = false;

    bool operator==(const Sought &) const = default;
};

/// Looks for something in texts, and says what replaces it. Plain text is compared as folded() has it, but that a line end is found
/// by nothing; matches do not overlap. Where an expression says nothing of it, an empty match stands not right behind another one.
///
/// Bounded whatever the expression: one that goes back and forth too often, or that is at work for more than five seconds on one text,
/// is given up with an error that says so. Values in, values out: for any thread; reentrant.
class Finder
{
public:
    /// Refused, with what is wrong and where, when the expression cannot be read. Nothing is found by an empty one.
    [[nodiscard]] static Result<Finder> make(const Sought &sought);

    /// All places within a stretch of a text, in their order. The text before it counts for what an expression looks back at; it ends
    /// with the stretch.
    [[nodiscard]] Result<QList<TextRange>> places(const QString &text, TextRange within, const JobState &state) const;

    /// The same with what replaces each: `by` as it is, or, for an expression, with what its groups caught in the place of `$1`, `\1`, `${1}`
    /// and `${name}`, and all that was found in that of `$0`, `$&` and `\0`; `\n` is a line end, `\t` a tab, `$$` and `\\` the mark itself.
    /// Refused when there is no such group.
    [[nodiscard]] Result<QList<Replacement>> replacements(const QString &text, TextRange within, const QString &by, const JobState &state) const;

    /// The same for one of the places; nothing when it is none of those within the stretch, which should begin not long before it.
    [[nodiscard]] Result<std::optional<QString>> replacementAt(const QString &text, TextRange within, TextRange place, const QString &by) const;

private:
    using Visit = std::function<bool(TextRange, const QRegularExpressionMatch &)>;

    /// A piece of what replaces an expression: letters, or what a group caught.
    struct Piece
    {
        QString letters;
        int group = -1;
    };

    Result<> each(const QString &text, TextRange within, const JobState &state, const Visit &visit) const;
    void eachPlain(const QString &text, TextRange within, const Visit &visit) const;
    Result<> eachMatch(const QString &text, TextRange within, const JobState &state, const Visit &visit) const;
    [[nodiscard]] QRegularExpressionMatch matchAt(QStringView text, qsizetype place, qsizetype &end) const;
    [[nodiscard]] Result<QList<Piece>> piecesOf(const QString &by) const;
    [[nodiscard]] static QString written(const QList<Piece> &pieces, const QRegularExpressionMatch &match);
    [[nodiscard]] int groupOf(const QString &name) const;

    Sought m_sought;
    QRegularExpression m_expression;
    QRegularExpression m_here; ///< the same, of what begins where it is looked; the library's option for that has no fast matcher
    QRegularExpression m_careful; ///< the same, slower, with every step counted; for very long lines
};

} // namespace redoubt
