#include "ui/brief/draftmarks.h"

#include "ui/brief/outlinelist.h"
#include "ui/brief/quotationstate.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// The key alone, with its @.
TextRange keyRange(const QString &text, const Mention &mention)
{
    const QStringView cited = QStringView(text).sliced(mention.range.offset, mention.range.length);
    for (const QString &written : {u'@' + mention.key, u"@{%1}"_s.arg(mention.key)}) {
        if (const qsizetype at = cited.indexOf(written); at >= 0)
            return {mention.range.offset + at, written.size()};
    }
    return mention.range;
}

} // namespace

DraftMarks draftMarks(const Draft &draft, const CapturedSources &captured)
{
    DraftMarks marks;
    for (const DraftQuotation &checked : draft.quotations) {
        const Quotation &quotation = checked.quotation;
        marks.entries.append({quotation.range, checked.verification.status,
            quotationSentence(checked, captured.value(checked.captureKey).title), checked.verification.difference});
        if (checked.verified)
            marks.quotations[checked.verification.status].append(quotation.block ? quotation.wording : quotation.range);
    }
    SectionRole last = SectionRole::None;
    for (const DraftSection &section : draft.sections) {
        if (section.entry.role != last)
            marks.headings.append({section.entry.heading, sectionRoleText(section.entry.role)});
        last = section.entry.role;
    }
    for (const Mention &mention : draft.mentions) {
        if (mention.kind == Mention::Kind::Source)
            marks.citations[mention.key].append(keyRange(draft.text, mention));
    }
    return marks;
}

} // namespace redoubt
