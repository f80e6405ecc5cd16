#pragma once

#include "app/project/project.h"
#include "app/sources/sourcecard.h"

#include <QAbstractListModel>
#include <QSet>

namespace redoubt {

/// The sources of a project, one a row, kept up to date: a change touches the rows that it concerns. New ones come
/// last; SourceFilter sorts.
class SourceListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CardRole = Qt::UserRole, ///< SourceCard
        OriginRole,              ///< the title of the origin; empty when the source is its own
        RelatedRole,             ///< whether it belongs to what is chosen elsewhere
        FallenRole,              ///< the title of the retracted source that it goes back to; empty when it stands, or is retracted itself
    };

    /// The project must live longer.
    explicit SourceListModel(const Project &project, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// A source can be dragged into a text, as its citation.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

    [[nodiscard]] const SourceCard &card(int row) const { return m_cards.at(row); }
    /// -1 when it is not there.
    [[nodiscard]] int rowOf(Id<Source> id) const { return m_rows.value(id, -1); }
    /// The title of a source; empty when it is not there.
    [[nodiscard]] QString title(Id<Source> id) const;

    /// The sources that belong to what is chosen elsewhere.
    void setRelated(const QSet<Id<Source>> &related);

Q_SIGNALS:
    void failed(const redoubt::Error &error);

private:
    [[nodiscard]] QString fallen(const Source &source) const;
    void refreshFallen();
    void load();
    void refresh(const Changes &changes);
    [[nodiscard]] QSet<Id<Source>> concerned(const Changes &changes);
    void refreshRow(Id<Source> id);
    void removeRow(int row);
    void reportRows(const QSet<Id<Source>> &ids, const QList<int> &roles);

    const Project &m_project;
    QList<SourceCard> m_cards;
    QHash<Id<Source>, int> m_rows;
    QHash<QString, QHash<qint64, Id<Source>>> m_owners; ///< which source the rows of a table hang on
    QSet<Id<Source>> m_related;
    QHash<Id<Source>, Id<Source>> m_retractions;
};

} // namespace redoubt
