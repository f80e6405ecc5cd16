#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace redoubt {

/// A part of a form with a heading that folds it away and opens it again. The heading says how much is in it, also
/// while it is folded.
class FoldSection : public QWidget
{
    Q_OBJECT

public:
    /// The section owns the content.
    FoldSection(const QString &title, QWidget *content, QWidget *parent = nullptr);

    /// Said behind the title: "3 independent of 5 sources".
    void setDetail(const QString &detail);

    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const;

    [[nodiscard]] QToolButton *heading() const { return m_heading; }

Q_SIGNALS:
    void unfolded();

private:
    QToolButton *m_heading;
    QLabel *m_detail;
    QWidget *m_content;
};

} // namespace redoubt
