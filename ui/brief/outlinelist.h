#pragma once

#include "app/brief/draft.h"

#include <QAbstractListModel>
#include <QFrame>

namespace redoubt {

/// The name of a section's role as it is shown; empty for none.
[[nodiscard]] QString sectionRoleText(SectionRole role);

/// "120 words", or "120 of 300 words" where so many are meant to be.
[[nodiscard]] QString wordsText(int words, int target);

/// The sections of a draft with their roles and words.
class OutlineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { LevelRole = Qt::UserRole, RoleTextRole, WordsRole, TargetRole, PositionRole };

    using QAbstractListModel::QAbstractListModel;

    void setSections(const QList<DraftSection> &sections);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<DraftSection> m_sections;
};

class OutlineView;

/// The outline, opened over the text: Return or a click goes to a section, Escape closes it. Sections are rearranged in it (see
/// OutlineView) where they may be; it stays open for that.
class OutlineList : public QFrame
{
    Q_OBJECT

public:
    explicit OutlineList(QWidget *parent = nullptr);

    [[nodiscard]] OutlineModel &model() { return m_model; }
    [[nodiscard]] OutlineView *list() const { return m_list; }

    /// Where the heading of the chosen section stands; -1 without one.
    [[nodiscard]] qsizetype currentPosition() const;

    /// Those of the present text.
    void setSections(const QList<DraftSection> &sections);
    /// What was asked for is in the text, with the section at this position; its sections will be told.
    void follow(qsizetype place) { m_followed = place; }
    /// What was asked for changed nothing.
    void settle();

    /// Opens with its upper right corner at `corner` of the screen, on the section with this index (-1: none).
    void open(QPoint corner, int current);

Q_SIGNALS:
    void sectionChosen(qsizetype position);
    /// The section at a position goes before that at another one; -1: behind the last.
    void moveWanted(qsizetype position, qsizetype before);
    void stepWanted(qsizetype position, int by);
    void levelWanted(qsizetype position, int by);

private:
    void choose(const QModelIndex &index);
    void move(int row, int before);
    void step(int row, int by);
    [[nodiscard]] qsizetype positionOf(int row) const;

    OutlineModel m_model;
    OutlineView *m_list;
    bool m_isWaiting = false;  ///< until the sections are told anew, their positions are those of another text
    int m_steps = 0;           ///< that were asked for meanwhile
    qsizetype m_followed = -1; ///< a position in the section that was moved
};

} // namespace redoubt
