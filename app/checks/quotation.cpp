#include "app/checks/rules.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::QuotationRule)
};

using Status = Verification::Status;

QString message(const DraftQuotation &checked, const QString &source)
{
    switch (checked.verification.status) {
    case Status::Altered:
        return checked.verification.otherOrder ? Words::tr("“%1” has these passages in another order.").arg(source)
                                               : Words::tr("“%1” has other words: %2").arg(source, checked.verification.nearest);
    case Status::NotFound:
        return Words::tr("These words are not in what was captured of “%1”.").arg(source);
    case Status::NothingCaptured:
        return Words::tr("Nothing is captured of “%1” to verify this against.").arg(source);
    case Status::Exact:
        break;
    }
    return {};
}

QList<Finding> check(const CheckedBrief &brief)
{
    QList<Finding> found;
    for (const DraftQuotation &checked : brief.draft.quotations) {
        const Status status = checked.verification.status;
        if (!checked.verified || checked.unknownSource || status == Status::Exact)
            continue;
        const QString source = brief.material.sources.value(checked.captureKey).title;
        Finding finding{.severity = status == Status::NothingCaptured ? Severity::Warning : Severity::Error,
            .range = checked.quotation.range,
            .message = message(checked, source.isEmpty() ? checked.captureKey : source)};
        if (const QString wording = capturedWording(checked); !wording.isEmpty())
            finding.fix = Fix{Words::tr("Put the captured wording in"), checked.quotation.wording, wording};
        found.append(std::move(finding));
    }
    return found;
}

} // namespace

Rule quotationRule()
{
    return {u"quotation"_s, Severity::Error, Words::tr("Quotation that the source does not have"),
        Words::tr("What stands in quotation marks has to be the words of the source, as they were captured. Leave words out with […], "
                  "and put your own in with [brackets]. ICD 206 asks that a reader can go back from each statement to its source and find "
                  "it there."),
        check};
}

} // namespace redoubt
