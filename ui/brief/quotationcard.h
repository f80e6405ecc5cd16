#pragma once

#include "app/brief/draft.h"
#include "ui/brief/passagecard.h"

class QLabel;
class QPushButton;

namespace redoubt {

/// What Redoubt knows of one quotation, shown beside it: the sentence, and for an altered one the captured wording, the difference, and the
/// offer to take the captured wording.
class QuotationCard : public PassageCard
{
    Q_OBJECT

public:
    explicit QuotationCard(BriefTextEdit &editor);

    /// `withFocus`: called by key, so that the keyboard can reach its buttons.
    void show(const DraftQuotation &checked, const QString &sourceTitle, bool withFocus);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton *useCaptured() const { return m_use; }

Q_SIGNALS:
    void sourceWanted(const QString &key);

private:
    void takeCaptured();

    DraftQuotation m_checked;
    QLabel *m_sentence;
    QLabel *m_difference;
    QPushButton *m_use;
    QPushButton *m_source;
};

} // namespace redoubt
