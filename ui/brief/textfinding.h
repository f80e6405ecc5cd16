#pragma once

#include "app/brief/finder.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace redoubt {

class BriefTextEdit;

/// Looks for something in the text that is being written, on a thread of its own, and again shortly after each change of it. The
/// places are marks of the editor (TextMarks::Kind::Found, Kind::Scope), so they stay right while one types.
class TextFinding : public QObject
{
    Q_OBJECT

public:
    explicit TextFinding(BriefTextEdit &editor, QObject *parent = nullptr);
    ~TextFinding() override;

    /// Looks for something else, within a stretch where one is given.
    void look(const Sought &sought, std::optional<TextRange> scope);
    /// Looks for nothing any more; the marks go.
    void stop();

    [[nodiscard]] bool isAtWork() const { return m_state != nullptr || m_pause.isActive(); }
    [[nodiscard]] const QList<TextRange> &places() const;
    [[nodiscard]] std::optional<TextRange> scope() const;
    /// Why nothing is found.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// Replaces one of the places. False when it is none any more.
    Result<bool> replace(TextRange place, const QString &by);
    /// Replaces all of them, as one step of the undo stack, once they are all looked at; tells by replaced().
    void replaceAll(const QString &by);

Q_SIGNALS:
    /// places() and error() are those of the present text.
    void found();
    void replaced(qsizetype places);
    void failed(const redoubt::Error &error);

private:
    template<class T>
    void start(std::function<Result<T>(const QString &, TextRange, const JobState &)> work, std::function<void(const Result<T> &)> done);
    void lookAgain();
    void take(const Result<QList<TextRange>> &places);
    void apply(const QList<Replacement> &replacements);
    void cancel();
    [[nodiscard]] TextRange stretch() const;

    BriefTextEdit &m_editor;
    std::optional<Finder> m_finder;
    std::optional<Error> m_error;
    QTimer m_pause;
    QThreadPool m_pool;
    std::shared_ptr<JobState> m_state; ///< of what is looked for now
};

} // namespace redoubt
