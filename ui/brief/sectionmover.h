#pragma once

#include "app/brief/sections.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace redoubt {

class BriefTextEdit;

/// Rearranges the sections of the text in an editor: the text is read on a thread of its own, and the changes are one step of
/// the editor's undo. The cursor goes with the section that it is in.
class SectionMover : public QObject
{
    Q_OBJECT

public:
    explicit SectionMover(BriefTextEdit &editor, QObject *parent = nullptr);
    ~SectionMover() override;

    using Change = std::function<Result<QList<Replacement>>(const Sections &)>;
    /// `followed` is a position of the text that changed() tells the new place of.
    void start(qsizetype followed, Change change);

Q_SIGNALS:
    void changed(qsizetype place);
    /// There is nothing to change.
    void unchanged();
    void failed(const redoubt::Error &error);

private:
    void finish(int revision, const QString &text, qsizetype followed, const Result<QList<Replacement>> &changes);
    void apply(const QString &text, const QList<Replacement> &changes);

    BriefTextEdit &m_editor;
    QThreadPool m_pool;
};

} // namespace redoubt
