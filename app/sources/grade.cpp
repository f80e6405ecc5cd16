#include "app/sources/source.h"

#include <QCoreApplication>

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::Source)
};

} // namespace

QString Grade::text() const
{
    return reliability + QString::number(credibility);
}

QString Grade::reliabilityText() const
{
    switch (reliability.unicode()) {
    case u'A':
        return Words::tr("Reliable");
    case u'B':
        return Words::tr("Usually reliable");
    case u'C':
        return Words::tr("Fairly reliable");
    case u'D':
        return Words::tr("Not usually reliable");
    case u'E':
        return Words::tr("Unreliable");
    default:
        return Words::tr("Cannot be judged");
    }
}

QString Grade::credibilityText() const
{
    switch (credibility) {
    case 1:
        return Words::tr("Confirmed");
    case 2:
        return Words::tr("Probably true");
    case 3:
        return Words::tr("Possibly true");
    case 4:
        return Words::tr("Doubtfully true");
    case 5:
        return Words::tr("Improbable");
    default:
        return Words::tr("Cannot be judged");
    }
}

QString Grade::reliabilityMeaning() const
{
    switch (reliability.unicode()) {
    case u'A':
        return Words::tr("No doubt of authenticity, trustworthiness, or competency; has a history of complete reliability");
    case u'B':
        return Words::tr("Minor doubt about authenticity, trustworthiness, or competency; has a history of valid information most of the time");
    case u'C':
        return Words::tr("Doubt of authenticity, trustworthiness, or competency but has provided valid information in the past");
    case u'D':
        return Words::tr("Significant doubt about authenticity, trustworthiness, or competency but has provided valid information in the past");
    case u'E':
        return Words::tr("Lacking in authenticity, trustworthiness, and competency; history of invalid information");
    default:
        return Words::tr("No basis exists for evaluating the reliability of the source");
    }
}

QString Grade::credibilityMeaning() const
{
    switch (credibility) {
    case 1:
        return Words::tr("Confirmed by other independent sources; logical in itself; consistent with other information on the subject");
    case 2:
        return Words::tr("Not confirmed; logical in itself; consistent with other information on the subject");
    case 3:
        return Words::tr("Not confirmed; reasonably logical in itself; agrees with some other information on the subject");
    case 4:
        return Words::tr("Not confirmed; possible but not logical; no other information on the subject");
    case 5:
        return Words::tr("Not confirmed; not logical in itself; contradicted by other information on the subject");
    default:
        return Words::tr("No basis exists for evaluating the validity of the information");
    }
}

} // namespace redoubt
