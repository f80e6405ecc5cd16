#pragma once

#include "app/brief/draft.h"

#include <QAbstractListModel>
#include <QFrame>

class QListView;

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

/// The outline, opened over the text: Return or a click goes to a section, Escape closes it.
class OutlineList : public QFrame
{
    Q_OBJECT

public:
    explicit OutlineList(QWidget *parent = nullptr);

    [[nodiscard]] OutlineModel &model() { return m_model; }
    [[nodiscard]] QListView *list() const { return m_list; }

    /// Opens with its upper right corner at `corner` of the screen, on the section with this index (-1: none).
    void open(QPoint corner, int current);

Q_SIGNALS:
    void sectionChosen(qsizetype position);

private:
    void choose(const QModelIndex &index);

    OutlineModel m_model;
    QListView *m_list;
};

} // namespace redoubt
