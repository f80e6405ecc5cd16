#pragma once

#include "app/project/project.h"
#include "ui/sources/duplicatepairs.h"
#include "ui/workbench/newestread.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace redoubt {

/// Pairs of sources that are perhaps one document, the likeliest first, with why; the two of a pair side by side where they differ.
/// They are merged into the one that is chosen, or kept apart for good. Looked for on a thread of its own while the pane is seen.
class DuplicatesPane : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicatesPane(Project &project, QWidget *parent = nullptr);

    /// Looks for them anew.
    void look();
    [[nodiscard]] QListWidget *list() const { return m_list; }

    static constexpr int most = 200;

Q_SIGNALS:
    /// The one of the pair that would be kept.
    void chosen(redoubt::Id<redoubt::Source> id);
    /// `text` says what moved.
    void merged(redoubt::Id<redoubt::Source> kept, const QString &text);
    void keptApart(const QString &text);
    void failed(const redoubt::Error &error);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    void makeList();
    QWidget *makeComparison();
    QWidget *makeButtons();
    void show(const QList<DuplicatePair> &pairs);
    void showPair();
    void compare(const DuplicatePair &pair);
    void labelChoices();
    void tellCount();
    void merge();
    void part();
    void drop(const std::function<bool(const DuplicatePair &)> &isDecided);
    [[nodiscard]] const DuplicatePair *current() const;
    [[nodiscard]] QString mergedText(const DuplicatePair::Side &kept, const DuplicatePair::Side &gone, qsizetype sentences, qsizetype disagreements) const;

    Project &m_project;
    QList<DuplicatePair> m_pairs;
    bool m_isStale = true;
    QLabel *m_note;
    QListWidget *m_list;
    QWidget *m_comparison = nullptr;
    QRadioButton *m_keepFirst = nullptr;
    QRadioButton *m_keepSecond = nullptr;
    QTableWidget *m_table = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_part = nullptr;
    NewestRead m_reading;
};

} // namespace redoubt
