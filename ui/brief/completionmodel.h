#pragma once

#include "app/project/project.h"

#include <QAbstractListModel>

namespace redoubt {

/// What can stand at a place that is being written: the keys of sources, events or indicators, with what tells them apart.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Source, Event, Indicator };
    enum Role { KeyRole = Qt::UserRole, TitleRole, DetailRole, GradeRole };

    using QAbstractListModel::QAbstractListModel;

    /// Reads all things of a kind; until then the list is what it was.
    Result<> load(const Project &project, Kind kind);

    /// Shows what has this at the start of its key, of a part of the key, or of a word of its title or publisher; in that
    /// order, at most 50. Letter case and accents do not count.
    void narrow(const QString &typed);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item
    {
        QString key;
        QString title;
        QString detail;
        QString grade;
        QString foldedKey;
        QString foldedWords;
    };
    static Item item(const QString &key, const QString &title, const QString &detail, const QString &grade);

    QList<Item> m_items;
    QList<qsizetype> m_shown;
};

} // namespace redoubt
