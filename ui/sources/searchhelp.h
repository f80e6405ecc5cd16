#pragma once

#include "app/brief/searchquery.h"

#include <QCompleter>

class QLineEdit;
class QMenu;
class QStringListModel;

namespace redoubt {

class Project;
class SourceListModel;

/// Helps to write a search in a field: a “?” that lists what can be asked for, and the values of a condition as it is typed.
class SearchHelp : public QCompleter
{
    Q_OBJECT

public:
    /// All must live longer. The field becomes the parent.
    SearchHelp(const Project &project, const SourceListModel &sources, QLineEdit *field);

    // What is completed is the value at the cursor.
    QStringList splitPath(const QString &path) const override;
    QString pathFromIndex(const QModelIndex &index) const override;

private:
    void offer();
    void open();
    void fill(QMenu *menu);
    /// Writes at the end of the field; the cursor goes `back` characters before it.
    void write(const QString &text, int back);
    [[nodiscard]] QStringList valuesOf(SearchField field) const;
    [[nodiscard]] QStringList valuesOfSources(SearchField field) const;

    const Project &m_project;
    const SourceListModel &m_sources;
    QLineEdit *m_field;
    QMenu *m_menu;
    QStringListModel *m_values;
    SearchField m_of = SearchField::Word; ///< whose values they are
    QString m_before;                     ///< in the field, up to the value that is typed
    QString m_value;
    QString m_behind;
};

} // namespace redoubt
