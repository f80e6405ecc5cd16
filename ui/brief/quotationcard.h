#pragma once

#include "app/brief/draft.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace redoubt {

class BriefTextEdit;

/// What Redoubt knows of one quotation, shown below its line in the text: the sentence, and for an altered one the captured
/// wording, the difference, and the offer to take the captured wording. Escape closes it, and so does going on typing.
class QuotationCard : public QFrame
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

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void takeCaptured();

    BriefTextEdit &m_editor;
    DraftQuotation m_checked;
    QLabel *m_sentence;
    QLabel *m_difference;
    QPushButton *m_use;
    QPushButton *m_source;
};

} // namespace redoubt
