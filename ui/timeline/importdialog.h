#pragma once

#include "app/project/project.h"
#include "app/timeline/import/eventimport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTimer;

namespace redoubt {

class ImportPreviewModel;

/// What of a file becomes events: its format, which column is which field, and the first rows as they will be. Says on its own
/// thread what the import would change. The caller imports, once it was accepted.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Project &project, const QString &path, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// What was chosen.
    [[nodiscard]] ImportFile file() const;

Q_SIGNALS:
    /// What the import would do is known now.
    void counted();

private:
    void makeFormats();
    QWidget *makeMapping();
    void showMapping(const ImportPreview &preview);
    void refresh();
    void count();
    void showCounts(const Result<ImportReport> &report);

    Project &m_project;
    QString m_path;
    ImportPreviewModel *m_model;
    QComboBox *m_format;
    QHash<QString, QComboBox *> m_fields; ///< field → the column that holds it
    QComboBox *m_order = nullptr;
    QWidget *m_mapping;
    QTableView *m_table;
    QLabel *m_state;
    QPushButton *m_import;
    QTimer *m_idle;
    std::shared_ptr<JobState> m_counting;
    std::optional<ColumnMapping> m_earlier; ///< what an earlier version of the data set, or a table with the same columns, was read with
};

} // namespace redoubt
