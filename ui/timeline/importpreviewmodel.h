#pragma once

#include "app/timeline/import/eventimport.h"

#include <QAbstractTableModel>

namespace redoubt {

/// The first rows of a file as the events that they will become, or why they become none.
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Date, Title, LaneTitle, Place, Actors, Casualties, Source, columns };

    explicit ImportPreviewModel(QObject *parent = nullptr);

    void setRows(QList<ImportedRow> rows);
    [[nodiscard]] qsizetype wrongRows() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const ImportedRow &row, int column) const;

    QList<ImportedRow> m_rows;
};

} // namespace redoubt
