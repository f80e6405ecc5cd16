#pragma once

#include "app/sources/bibliographyimport.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace redoubt {

/// What came of an import of references: how many, and what is wrong with the file, line by line.
class ImportReportPane : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportPane(QWidget *parent = nullptr);

    void show(const BibliographyReport &report, const QString &file);
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy();

    QLabel *m_title;
    QLabel *m_summary;
    QListWidget *m_list;
};

} // namespace redoubt
