#pragma once

#include "ui/brief/completionplace.h"
#include "ui/workbench/newestread.h"

#include <array>

namespace redoubt {

/// Something that can stand at a place that is being written.
struct CompletionItem
{
    QString text;   ///< what is put in: a key, a title, a phrase
    QString title;  ///< what it means, in words
    QString detail; ///< publisher and date, question
    QString aside;  ///< the grade of a source, the band of a phrase
    QString folded; ///< text, title and detail as they are searched: a space before each word of them

    static CompletionItem of(const QString &text, const QString &title = {}, const QString &detail = {}, const QString &aside = {});
};

/// Lower case without accents.
[[nodiscard]] QString foldedLetters(const QString &text);

[[nodiscard]] QList<CompletionItem> roleItems();
[[nodiscard]] QList<CompletionItem> likelihoodItems(LikelihoodScale scale);

/// The sources, events and indicators of a project as such items. They are read on a thread when they are first wanted, and after
/// they have changed when they are wanted again; of events the latest 20,000.
class CompletionItems : public QObject
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit CompletionItems(const Project &project, QObject *parent = nullptr);

    /// What was read last; arrived() tells when there is more of it.
    [[nodiscard]] const QList<CompletionItem> &of(CompletionKind kind);

Q_SIGNALS:
    void arrived(redoubt::CompletionKind kind);

private:
    struct Kept
    {
        QList<CompletionItem> items;
        bool isFresh = false;
        std::unique_ptr<NewestRead> read;
    };
    using Work = Result<QList<CompletionItem>> (*)(const Reader &, JobState &);
    [[nodiscard]] static Work workOf(CompletionKind kind);
    void read(CompletionKind kind);

    const Project &m_project;
    std::array<Kept, 3> m_kept; ///< by kind: Source, Event, Indicator
};

} // namespace redoubt
