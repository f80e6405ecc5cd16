#pragma once

#include "ui/workbench/newestread.h"
#include "ui/workbench/review.h"

#include <QTimer>

namespace redoubt {

/// Checks the brief of a review, on a thread of its own: whenever its text was read, and when what the checks take from the project
/// changes. Quotations are not verified again.
class CheckRunner : public QObject
{
    Q_OBJECT

public:
    /// Both must live longer.
    CheckRunner(Project &project, Review &review, QObject *parent = nullptr);

Q_SIGNALS:
    void failed(const redoubt::Error &error);

private:
    /// What was checked last; what is the same again is not read or checked anew.
    struct Checked
    {
        Id<Brief> brief;
        QString text;
        QList<DraftQuotation> quotations;
        Document document;
        CheckMaterial material;
        ReviewFindings found;
    };
    using Last = std::shared_ptr<const Checked>;
    static Result<Last> check(const Reader &reader, const JobState &job, Id<Brief> brief, const Draft &draft, const Last &last);
    void run();

    Review &m_review;
    NewestRead m_read;
    QTimer m_pause; ///< changes of the project come in bursts
    Last m_last;
};

} // namespace redoubt
