#include "ui/brief/statemarks.h"

#include "app/sources/source.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/fallencitations.h"
#include "ui/brief/textmarks.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

TextMarks::Kind kindOf(Verification::Status status)
{
    switch (status) {
    case Verification::Status::Exact:
        return TextMarks::Kind::Exact;
    case Verification::Status::Altered:
        return TextMarks::Kind::Altered;
    case Verification::Status::NotFound:
        return TextMarks::Kind::NotFound;
    case Verification::Status::NothingCaptured:
        break;
    }
    return TextMarks::Kind::NothingCaptured;
}

} // namespace

StateMarks::StateMarks(const Project &project, BriefTextEdit &editor, const DraftReader &reader, const FallenCitations &fallen,
    QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_reader(reader)
    , m_fallen(fallen)
    , m_read(project)
{
    connect(&reader, &DraftReader::draftRead, this, [this] {
        markQuotations();
        readKeys();
    });
    connect(&fallen, &FallenCitations::found, this, &StateMarks::markKeys);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touchesAny({u"source"}))
            m_isThere.clear(); // the draft is read again, too
    });
}

void StateMarks::readKeys()
{
    QStringList unasked = m_reader.marks().citations.keys();
    unasked.removeIf([&](const QString &key) { return m_isThere.contains(key); });
    if (unasked.isEmpty())
        return markKeys();
    m_read.start<QHash<QString, bool>>(
        [unasked](const Reader &reader, const JobState &state) -> Result<QHash<QString, bool>> {
            QHash<QString, bool> isThere;
            for (const QString &key : unasked) {
                const auto found = sourceByKey(reader, key);
                if (!found)
                    return failure(found);
                isThere.insert(key, found->has_value());
                if (state.isStopped())
                    break; // nobody takes it
            }
            return isThere;
        },
        [this](const Result<QHash<QString, bool>> &isThere) {
            if (!isThere)
                return; // what cannot be read is told by those who read it for themselves
            m_isThere.insert(*isThere);
            markKeys();
        });
}

void StateMarks::markQuotations()
{
    using Status = Verification::Status;
    for (const Status status : {Status::Exact, Status::Altered, Status::NotFound, Status::NothingCaptured})
        m_editor.marks().set(kindOf(status), m_reader.marks().quotations.value(status));
}

void StateMarks::markKeys()
{
    // Those of a text that is not there any more stay where they have moved to.
    if (!m_reader.isOfPresentText())
        return;
    QList<TextRange> unknown;
    QList<TextRange> fallen;
    for (const auto &[key, places] : m_reader.marks().citations.asKeyValueRange()) {
        if (!m_isThere.value(key, true))
            unknown += places;
        else if (m_fallen.isFallen(key))
            fallen += places;
    }
    m_editor.marks().set(TextMarks::Kind::Unknown, unknown);
    m_editor.marks().set(TextMarks::Kind::Fallen, fallen);
}

} // namespace redoubt
