#pragma once

#include "app/timeline/density.h"
#include "app/timeline/filter.h"
#include "ui/workbench/newestread.h"

#include <optional>
#include <utility>

namespace redoubt {

/// Says which events of a chronology a filter lets pass: at once where that is quick, else from a thread of its own, the
/// newest filter winning. Until then the last answer stands.
class FilterRunner : public QObject
{
    Q_OBJECT

public:
    explicit FilterRunner(const Project &project, QObject *parent = nullptr);

    /// Before the chronology changes: whatever reads it stops.
    void stop() { m_read.stop(); }
    /// It is another one, or has changed: matches() are of it at once, as far as they were known before, and filtered()
    /// tells when they are known better.
    void setChronology(std::shared_ptr<const Chronology> chronology);
    void setFilter(const EventFilter &filter);

    [[nodiscard]] const EventFilter &filter() const { return m_filter; }
    /// Never null; empty where nothing is filtered.
    [[nodiscard]] const std::shared_ptr<const Matches> &matches() const { return m_matches; }
    /// The density of what they let pass, where it was made on the other thread, once; its rows hold until the chronology changes.
    [[nodiscard]] std::optional<Density> takeDensity() { return std::exchange(m_density, {}); }
    [[nodiscard]] bool isRunning() const { return m_read.isRunning(); }

Q_SIGNALS:
    /// There is another answer.
    void filtered();
    void runningChanged(bool isRunning);
    void failed(const redoubt::Error &error);

private:
    struct Answer
    {
        Matches matches;
        Density density;
    };

    void run();
    void take(Result<Matches> found);
    [[nodiscard]] Matches carriedOver(const Chronology &chronology) const;

    const Project &m_project;
    NewestRead m_read;
    std::shared_ptr<const Chronology> m_chronology;
    EventFilter m_filter;
    EventFilter m_answered; ///< the filter that m_matches is of
    std::vector<qint64> m_ids; ///< of the rows that m_matches is of
    bool m_isQuiet = false;    ///< the caller takes the answer at once
    std::shared_ptr<const Matches> m_matches;
    std::optional<Density> m_density;
};

} // namespace redoubt
