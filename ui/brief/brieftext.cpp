#include "ui/brief/brieftext.h"

#include "app/brief/revision.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/writtentext.h"

#include <QScopedValueRollback>

namespace redoubt {

namespace {

constexpr int idle = 700;     // ms after the last key
constexpr int longest = 5000; // ms while keys follow each other

} // namespace

BriefText::BriefText(Project &project, BriefTextEdit &editor, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_editor(editor)
    , m_writing(project)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idle);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longest);
    connect(&m_idle, &QTimer::timeout, this, &BriefText::write);
    connect(&m_longest, &QTimer::timeout, this, &BriefText::write);
    connect(&editor, &BriefTextEdit::edited, this, &BriefText::typed);
    connect(&project, &Project::changed, this, &BriefText::takeChanges);
    editor.installEventFilter(this);
}

BriefText::~BriefText()
{
    // The last chance to write; there is no one left to tell.
    (void)flush();
}

Result<> BriefText::open(const Brief &brief)
{
    if (brief.id == m_brief)
        return {};
    if (auto flushed = flush(); !flushed)
        return flushed;
    const QScopedValueRollback taking(m_taking, true);
    m_brief = brief.id;
    m_inFile = brief.text;
    m_editor.setText(brief.text);
    m_editor.setReadOnly(m_project.isReadOnly());
    return {};
}

void BriefText::close()
{
    const QScopedValueRollback taking(m_taking, true);
    m_writing.wait();
    m_idle.stop();
    m_longest.stop();
    m_dirty = false;
    m_brief = {};
    m_inFile.clear();
    if (!m_editor.document()->isEmpty())
        m_editor.setText({});
    m_editor.setReadOnly(true);
}

void BriefText::typed()
{
    if (m_taking || !m_brief.isValid())
        return;
    m_dirty = true;
    m_idle.start();
    if (!m_longest.isActive())
        m_longest.start();
}

Result<> BriefText::flush()
{
    m_writing.wait();
    m_idle.stop();
    m_longest.stop();
    if (!m_dirty)
        return {};
    const QString text = m_editor.text();
    if (text == m_inFile) {
        m_dirty = false;
        return {};
    }
    const QScopedValueRollback taking(m_taking, true);
    auto kept = m_project.keep([&](Writer &writer) {
        return writeBriefText(writer, m_brief, text, QDateTime::currentDateTimeUtc());
    });
    if (!kept)
        return kept;
    m_inFile = text;
    m_dirty = false;
    Q_EMIT written();
    return {};
}

void BriefText::write()
{
    m_idle.stop();
    m_longest.stop();
    if (!m_dirty)
        return;
    if (m_writing.isRunning()) {
        m_idle.start();
        return;
    }
    m_dirty = false;
    const auto text = std::make_shared<QString>();
    m_writing.keep(tr("Write the text"),
        [id = m_brief, before = m_inFile, present = m_editor.written().snapshot(), text](Writer &writer) -> Result<> {
            *text = present.text();
            return *text == before ? Result<>() : writeBriefText(writer, id, *text, QDateTime::currentDateTimeUtc());
        },
        [this, text](const Result<> &written) { finish(*text, written); });
}

void BriefText::finish(const QString &text, const Result<> &written)
{
    if (written) {
        m_inFile = text;
        Q_EMIT this->written();
        return;
    }
    m_dirty = true;
    if (written.error().kind == Error::Kind::InUse)
        m_idle.start();
    else
        Q_EMIT failed(written.error());
}

void BriefText::takeChanges(const Changes &changes)
{
    if (!isIdle() || !changes.touches(u"brief"_s, m_brief.number))
        return;
    const auto present = redoubt::brief(m_project.reader(), m_brief);
    if (!present || !*present || (*present)->text == m_inFile)
        return;
    const QScopedValueRollback taking(m_taking, true);
    const QString overwritten = m_editor.text();
    m_inFile = (*present)->text;
    m_editor.takeText(m_inFile);
    m_dirty = false;
    m_idle.stop();
    m_longest.stop();
    const auto kept = m_project.keep([&](Writer &writer) { return keepOverwritten(writer, m_brief, overwritten, QDateTime::currentDateTimeUtc()); });
    if (!kept)
        Q_EMIT failed(kept.error());
}

bool BriefText::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_editor && event->type() == QEvent::FocusOut) {
        // An action that changes texts finds the last key in the file.
        if (m_dirty)
            m_writing.wait();
        write();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace redoubt
