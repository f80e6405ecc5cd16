#pragma once

#include "app/brief/citation.h"
#include "ui/brief/completionmodel.h"

#include <QFrame>

class QListView;

namespace redoubt {

class BriefTextEdit;

/// Offers keys while one is written: sources behind `@`, events and indicators in the address of a link. The list stands below
/// the cursor and takes no key but Up, Down, Tab, Return and Escape; what is typed goes into the text all the same.
class Completion : public QFrame
{
    Q_OBJECT

public:
    Completion(const Project &project, BriefTextEdit &editor);

    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// A key that is being written, and what it is the key of.
    struct Place
    {
        CompletionModel::Kind kind;
        TextRange key;
    };
    [[nodiscard]] std::optional<Place> placeAtCursor() const;
    void follow();
    void offer();
    void place();
    bool handle(const QKeyEvent &key);
    void take();

    const Project &m_project;
    BriefTextEdit &m_editor;
    CompletionModel m_model;
    QListView *m_list;
    std::optional<Place> m_place;
    std::optional<Place> m_refused; ///< Escape was pressed here
    int m_revision = 0; ///< of the text when the cursor moved last
};

} // namespace redoubt
