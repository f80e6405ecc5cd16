#pragma once

#include "ui/brief/completionmodel.h"

#include <QFrame>

class QListView;

namespace redoubt {

class BriefTextEdit;
class DraftReader;

/// Offers what can stand where something is being written: keys of sources, events and indicators, roles of sections, titles of the
/// argument, phrases of the brief's scale of likelihood. The list stands below the cursor and takes no key but Up, Down, Tab,
/// Return and Escape; what is typed goes into the text all the same. A phrase is prose: there Return is a new line, unless one was
/// chosen with Up or Down.
class Completion : public QFrame
{
    Q_OBJECT

public:
    /// They must live longer.
    Completion(const Project &project, BriefTextEdit &editor, const DraftReader &reader);

    void setScale(LikelihoodScale scale) { m_scale = scale; }

    /// Offers what can stand at the cursor, though nothing of it may be written yet.
    void ask();

    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::optional<CompletionPlace> placeAtCursor(bool asked) const;
    [[nodiscard]] QList<CompletionItem> itemsOf(CompletionKind kind);
    [[nodiscard]] QHash<QString, int> uses(CompletionKind kind) const;
    [[nodiscard]] QString written() const;
    void follow();
    void close();
    void load();
    void offer();
    void place();
    bool handle(const QKeyEvent &key);
    void walk(int rows);
    void take();

    BriefTextEdit &m_editor;
    const DraftReader &m_reader;
    CompletionItems m_items;
    CompletionModel m_model;
    QListView *m_list;
    LikelihoodScale m_scale = LikelihoodScale::Icd203;
    std::optional<CompletionPlace> m_place; ///< in the document
    std::optional<CompletionPlace> m_refused; ///< Escape was pressed here
    bool m_asked = false; ///< for what is offered
    int m_revision = 0; ///< of the text when the cursor moved last
};

} // namespace redoubt
