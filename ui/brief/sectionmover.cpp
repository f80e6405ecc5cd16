#include "ui/brief/sectionmover.h"

#include "ui/brief/brieftextedit.h"

namespace redoubt {

SectionMover::SectionMover(BriefTextEdit &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_pool.setMaxThreadCount(1);
}

SectionMover::~SectionMover()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void SectionMover::start(qsizetype followed, Change change)
{
    if (m_editor.isReadOnly()) {
        Q_EMIT unchanged();
        return;
    }
    m_pool.start([this, followed, change = std::move(change), text = m_editor.text(), revision = m_editor.document()->revision()] {
        const auto changes = change(Sections(text));
        QMetaObject::invokeMethod(this,
            [this, revision, text, followed, changes] { finish(revision, text, followed, changes); }, Qt::QueuedConnection);
    });
}

void SectionMover::finish(int revision, const QString &text, qsizetype followed, const Result<QList<Replacement>> &changes)
{
    if (revision != m_editor.document()->revision()) {
        Q_EMIT failed({tr("The section was not changed."), tr("The text has become another one meanwhile."), tr("Do it again."),
            Error::Kind::General});
    } else if (!changes) {
        Q_EMIT failed(changes.error());
    } else if (changes->isEmpty()) {
        Q_EMIT unchanged();
    } else {
        apply(text, *changes);
        Q_EMIT changed(placeAfter(*changes, text, followed));
    }
}

void SectionMover::apply(const QString &text, const QList<Replacement> &changes)
{
    const qsizetype place = placeAfter(changes, text, m_editor.textCursor().position());
    QTextCursor all(m_editor.document());
    all.beginEditBlock();
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        m_editor.replace(change->range, change->text);
    all.endEditBlock();
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(int(place));
    m_editor.setTextCursor(cursor);
}

} // namespace redoubt
