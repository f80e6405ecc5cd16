#pragma once

#include "ui/brief/draftmarks.h"
#include "ui/brief/writtentext.h"
#include "ui/workbench/newestread.h"

#include <QTimer>

namespace redoubt {

/// Reads the brief that is being written, on a thread of its own, shortly after each change: outline, words, mentions, and what
/// its quotations are against the captures of the sources that they cite. Only the captures of cited sources are read, and
/// read again when captures or sources change.
class DraftReader : public QObject
{
    Q_OBJECT

public:
    /// Both must live longer.
    DraftReader(const Project &project, WrittenText &text, QObject *parent = nullptr);

    /// What was read last.
    [[nodiscard]] const Draft &draft() const { return *m_draft; }
    /// What is shown of it.
    [[nodiscard]] const DraftMarks &marks() const { return m_marks; }
    [[nodiscard]] bool isOfPresentText() const { return m_ofPresentText; }
    /// The title of a source that a quotation cites; empty when there is none.
    [[nodiscard]] QString titleOf(const QString &key) const { return m_captured.value(key).title; }

    /// The text has changed: what is being read is dropped, and read anew after a moment.
    void textChanged();
    /// It is another text: nothing of the last draft holds. It is on screen before it is read.
    void startAnew();

Q_SIGNALS:
    void draftRead();
    void failed(const redoubt::Error &error);

private:
    struct Reading
    {
        std::shared_ptr<const Draft> draft;
        CapturedSources captured;
        DraftMarks marks;
        WrittenText::Snapshot of;
    };

    void start();
    void finish(Reading reading);
    void takeChanges(const Changes &changes);

    WrittenText &m_text;
    NewestRead m_read;
    QTimer m_pause;
    std::shared_ptr<const Draft> m_draft; ///< never null
    CapturedSources m_captured;
    DraftMarks m_marks;
    bool m_capturesHold = true; ///< what the draft says of quotations may be taken over
    bool m_ofPresentText = false;
};

} // namespace redoubt
