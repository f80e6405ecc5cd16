#pragma once

#include "app/brief/finder.h"

#include <QFrame>
#include <QJsonObject>

class QLabel;
class QLineEdit;
class QToolButton;

namespace redoubt {

class BriefTextEdit;
class FindField;
class TextFinding;

/// Finds and replaces in the text, below it: all places are marked, one of them is selected. Escape closes it, in the text too.
class FindReplaceBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindReplaceBar(BriefTextEdit &editor, QWidget *parent = nullptr);

    /// Opens with the selected text, or what was sought last; with a selection of several lines it looks within that.
    void open(bool withReplacement);
    void next() { step(1); }
    void previous() { step(-1); }

    [[nodiscard]] Sought sought() const;
    /// Null as long as nothing is to be replaced.
    [[nodiscard]] QString replacement() const;

    /// The editor has another text.
    void startAnew();

    /// What was looked for before and how, to be remembered.
    [[nodiscard]] QJsonObject state() const;
    void setState(const QJsonObject &state);

Q_SIGNALS:
    void soughtChanged();
    /// The same shall be looked for in all briefs.
    void allBriefsWanted();
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void connectParts();
    QToolButton *addButton(const QString &text, const QString &toolTip);
    QToolButton *addToggle(const QString &text, const QString &toolTip);
    void look();
    [[nodiscard]] std::optional<TextRange> takeScope();
    void step(int direction);
    void choose(TextRange range);
    void replaceOne();
    void replaceAll();
    void take();
    void tellPlace();
    void tellError(const QString &text);
    void updateButtons();

    BriefTextEdit &m_editor;
    TextFinding *m_finding;
    FindField *m_sought;
    FindField *m_replacement;
    QLabel *m_place;
    QLabel *m_error;
    QWidget *m_replacing; ///< the row of what replaces
    QToolButton *m_before;
    QToolButton *m_behind;
    QToolButton *m_exact;
    QToolButton *m_words;
    QToolButton *m_expression;
    QToolButton *m_within;
    QToolButton *m_more;
    QToolButton *m_close;
    QToolButton *m_replaceOne;
    QToolButton *m_replaceAll;
    QToolButton *m_allBriefs;
    std::optional<int> m_wanted; ///< the step to make when the places are known
    std::optional<qsizetype> m_replaced; ///< how many were just now
};

} // namespace redoubt
