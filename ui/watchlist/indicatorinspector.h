#pragma once

#include "app/project/project.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/workbench/selection.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace redoubt {

class DueField;
class EventLinks;
class ForecastChart;
class ObservationLog;
class OutcomesEditor;
class TextField;

/// One indicator to read and change. A new one is a draft until it is added; what was typed of it is kept until then. An existing
/// one changes field by field, each change one action.
class IndicatorInspector : public QWidget
{
    Q_OBJECT

public:
    explicit IndicatorInspector(Project &project, QWidget *parent = nullptr);

    void edit(Id<Indicator> id);
    void draft();

    [[nodiscard]] bool isDraft() const { return m_isDraft; }
    /// The one shown; none in a draft.
    [[nodiscard]] Id<Indicator> current() const { return m_indicator.id; }

    void setToday(QDate today);
    void focusTitle();
    void focusForecast();
    void focusObservation();

    /// Takes what has been typed and not been left yet.
    Result<> flush();

Q_SIGNALS:
    void failed(const redoubt::Error &error);
    void added(redoubt::Id<redoubt::Indicator> id);
    /// Escape, its button, or the indicator is gone.
    void closeRequested();
    void looked(const redoubt::Thing &thing);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *makeHeader();
    QWidget *makeForm();
    void addField(QVBoxLayout *form, const QString &label, QWidget *field);
    static QLabel *makeHeading(const QString &text, QWidget *parent);
    void connectFields();
    void connectParts();
    void follow(const Changes &changes);
    void fill(bool anew);
    void fillEvidence(bool anew);
    void leaveDraft();
    void addDraft();
    void discardDraft();
    [[nodiscard]] Indicator typed() const;
    /// What a draft still needs; empty when it can be added.
    [[nodiscard]] QString missing() const;
    void showMissing();
    void change(const QString &what, const std::function<void(Indicator &)> &work);
    void addForecasts(const QHash<Id<Outcome>, double> &probabilities, const QString &note);
    void tell(const Result<> &result);
    void scrollTo(QWidget *part);

    Project &m_project;
    bool m_isDraft = true;
    Indicator m_indicator;
    std::optional<Indicator> m_kept; ///< a draft that was left
    std::optional<Error> m_lastError;

    QLabel *m_name = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_discard = nullptr;
    QToolButton *m_close = nullptr;
    QLabel *m_missing = nullptr;
    QScrollArea *m_scroll = nullptr;
    TextField *m_title = nullptr;
    TextField *m_question = nullptr;
    DueField *m_due = nullptr;
    TextField *m_threshold = nullptr;
    TextField *m_note = nullptr;
    OutcomesEditor *m_outcomes = nullptr;
    QLabel *m_chartHeading = nullptr;
    ForecastChart *m_chart = nullptr;
    EventLinks *m_events = nullptr;
    QLabel *m_logHeading = nullptr;
    ObservationLog *m_log = nullptr;
};

} // namespace redoubt
