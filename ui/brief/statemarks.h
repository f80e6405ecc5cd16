#pragma once

#include "ui/workbench/newestread.h"

namespace redoubt {

class BriefTextEdit;
class DraftReader;
class FallenCitations;

/// Marks in the text what its quotations are worth, the keys of which there is no source, and those of sources that no longer
/// stand. Whether there are sources is asked on a thread, of the cited keys alone.
class StateMarks : public QObject
{
    Q_OBJECT

public:
    /// They must live longer.
    StateMarks(const Project &project, BriefTextEdit &editor, const DraftReader &reader, const FallenCitations &fallen,
        QObject *parent = nullptr);

private:
    void readKeys();
    void markQuotations();
    void markKeys();

    BriefTextEdit &m_editor;
    const DraftReader &m_reader;
    const FallenCitations &m_fallen;
    NewestRead m_read;
    QHash<QString, bool> m_isThere; ///< as far as it is asked
};

} // namespace redoubt
