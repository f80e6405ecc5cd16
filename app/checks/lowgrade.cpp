#include "app/checks/sourcedstatements.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::LowGradeRule)
};

/// F and 6 say that it cannot be judged, which is not low.
bool isLow(const Grade &grade)
{
    return grade.reliability == u'D' || grade.reliability == u'E' || grade.credibility == 4 || grade.credibility == 5;
}

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    eachSourcedStatement(brief, [&](const CheckedSentence &sentence, const QHash<QString, CheckedSource> &sources) {
        if (!std::ranges::all_of(sources, [](const CheckedSource &source) { return isLow(source.grade); }))
            return;
        QStringList graded;
        for (const CheckedSource &source : sources)
            graded.append(Words::tr("“%1” (%2)", "a source and its grade").arg(source.title, source.grade.text()));
        graded.sort();
        found.append({.range = sentence.citations,
            .message = Words::tr("The sentence rests on low grades alone: %1.").arg(graded.join(u", "_s))});
    });
    return found;
}

} // namespace

Rule lowGradeRule()
{
    return {u"low-grade"_s, Severity::Warning, Words::tr("Statement on a low grade alone"),
        Words::tr("A source that is not usually reliable (D), unreliable (E), or whose information is doubtful (4) or improbable (5) by the grades "
                  "of FM 2-22.3 needs a better one beside it, or the sentence has to say what it is worth, as ICD 203 and ICD 206 ask. F and "
                  "6 mean that it cannot be judged, and are passed over."),
        check};
}

} // namespace redoubt
