#pragma once

#include "app/project/project.h"
#include "app/timeline/patterns.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;

namespace redoubt {

class CountChart;
class LagChart;
class PatternChart;

/// What repeats: for a kind of link how much later the effects came, over time; and how many events there were a month, lane
/// by lane. Both can be exported, as numbers and as pictures.
class PatternsPane : public QWidget
{
    Q_OBJECT

public:
    explicit PatternsPane(Project &project, QWidget *parent = nullptr);

    /// Of the events that a filter leaves: a truth for each row, or nothing for all.
    void show(std::shared_ptr<const Chronology> chronology, std::shared_ptr<const std::vector<Truth>> matches);

    /// By the name of the file: .csv the numbers, .svg and .png the picture.
    Result<> exportLags(const QString &file) const;
    Result<> exportCounts(const QString &file) const;

Q_SIGNALS:
    void chosen(redoubt::Id<redoubt::Event> id);
    void failed(const redoubt::Error &error);
    void exported(const QString &file);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeLags();
    [[nodiscard]] QWidget *makeCounts();
    [[nodiscard]] QWidget *makePart(QWidget *heading, PatternChart *chart, QLabel *note, const QString &name,
        Result<> (PatternsPane::*write)(const QString &) const);
    void fillLags();
    void tellCounts();
    void exportAs(const QString &name, Result<> (PatternsPane::*write)(const QString &) const);
    [[nodiscard]] LinkKind kind() const;

    Project &m_project;
    std::shared_ptr<const Chronology> m_chronology;
    std::shared_ptr<const std::vector<Truth>> m_matches;
    QComboBox *m_kind;
    LagChart *m_lags;
    QLabel *m_lagNote;
    CountChart *m_counts;
    QLabel *m_countNote;
};

} // namespace redoubt
