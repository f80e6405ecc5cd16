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

/// The key alone, with its @.
TextRange keyRange(const QString &text, const Mention &mention)
{
    const QStringView cited = QStringView(text).sliced(mention.range.offset, mention.range.length);
    for (const QString &written : {u'@' + mention.key, u"@{%1}"_s.arg(mention.key)}) {
        if (const qsizetype at = cited.indexOf(written); at >= 0)
            return {mention.range.offset + at, written.size()};
    }
    return mention.range;
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

QSet<QString> StateMarks::citedKeys() const
{
    QSet<QString> keys;
    for (const Mention &mention : m_reader.draft().mentions) {
        if (mention.kind == Mention::Kind::Source)
            keys.insert(mention.key);
    }
    return keys;
}

void StateMarks::readKeys()
{
    QSet<QString> unasked = citedKeys();
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
    QHash<TextMarks::Kind, QList<TextRange>> ranges;
    for (const DraftQuotation &checked : m_reader.draft().quotations) {
        if (checked.verified)
            ranges[kindOf(checked.verification.status)].append(checked.quotation.block ? checked.quotation.wording : checked.quotation.range);
    }
    using enum TextMarks::Kind;
    for (const TextMarks::Kind kind : {Exact, Altered, NotFound, NothingCaptured})
        m_editor.marks().set(kind, ranges.value(kind));
}

void StateMarks::markKeys()
{
    // Those of a text that is not there any more stay where they have moved to.
    if (!m_reader.isOfPresentText())
        return;
    const Draft &draft = m_reader.draft();
    QList<TextRange> unknown;
    QList<TextRange> fallen;
    for (const Mention &mention : draft.mentions) {
        if (mention.kind != Mention::Kind::Source)
            continue;
        if (!m_isThere.value(mention.key, true))
            unknown.append(keyRange(draft.text, mention));
        else if (m_fallen.isFallen(mention.key))
            fallen.append(keyRange(draft.text, mention));
    }
    m_editor.marks().set(TextMarks::Kind::Unknown, unknown);
    m_editor.marks().set(TextMarks::Kind::Fallen, fallen);
}

} // namespace redoubt
