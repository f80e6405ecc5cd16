#include "ui/sources/sourceinspector.h"

#include "app/project/projectinfo.h"
#include "app/timeline/naturaldate.h"
#include "ui/look/look.h"
#include "ui/sources/bibliographyfields.h"
#include "ui/sources/evidencelist.h"
#include "ui/sources/formparts.h"
#include "ui/sources/keyfield.h"
#include "ui/sources/origintree.h"
#include "ui/sources/restinglist.h"
#include "ui/sources/sourcetext.h"
#include "ui/sources/tagfield.h"
#include "ui/workbench/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

namespace redoubt {

namespace {

void choose(QComboBox *chooser, const QVariant &value)
{
    chooser->setCurrentIndex(chooser->findData(value));
}

} // namespace

SourceInspector::SourceInspector(Project &project, Selection &selection, QWidget *parent)
    : QScrollArea(parent)
    , m_project(project)
{
    layOut(selection);
    auto *finish = new QShortcut(Qt::CTRL | Qt::Key_Return, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(finish, &QShortcut::activated, this, [this] {
        if (m_isDraft)
            add();
        else
            tellFailure(flush());
    });
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        m_originsAreStale = m_originsAreStale || changes.touches(u"source"_s);
        if (!m_isDraft && changes.touchesAny({u"source", u"origin", u"tag", u"tagging"}))
            read();
    });
    read();
}

void SourceInspector::setSource(Id<Source> id)
{
    if (!m_isDraft && m_source.id == id)
        return;
    tellFailure(flush());
    m_isDraft = false;
    m_source = Source();
    m_source.id = id;
    read();
}

void SourceInspector::showDraft()
{
    if (m_isDraft)
        return;
    tellFailure(flush());
    m_isDraft = true;
    m_source = m_draft;
    m_tags = m_draftTags;
    fill();
}

void SourceInspector::focusTitle()
{
    ensureWidgetVisible(m_title);
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

void SourceInspector::focusKey()
{
    ensureWidgetVisible(m_key);
    m_key->edit()->setFocus(Qt::OtherFocusReason);
    m_key->edit()->selectAll();
}

Result<> SourceInspector::flush()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (auto done = commitField(field); !done)
            return done;
    }
    auto done = m_bibliography->flush();
    if (done)
        done = m_key->flush();
    if (done)
        done = commitTags();
    return done ? commitNote() : done;
}

bool SourceInspector::eventFilter(QObject *watched, QEvent *event)
{
    // Scrolling the form must not change what happens to pass under the pointer.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        ensureWidgetVisible(static_cast<QWidget *>(watched), 0, look::page);
        if (watched == m_origin && m_originsAreStale)
            fillOrigins();
    }
    if (event->type() == QEvent::FocusOut && watched == m_note)
        tellFailure(commitNote());
    return QScrollArea::eventFilter(watched, event);
}

void SourceInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QScrollArea::keyPressEvent(event);
    if (!m_isDraft) {
        fill();
        m_bibliography->restore();
        m_key->restore();
    }
    Q_EMIT left();
}

void SourceInspector::read()
{
    const auto found = source(m_project.reader(), m_source.id);
    const auto tagged = tags(m_project.reader(), u"source"_s, m_source.id.number);
    tellFailure(found);
    tellFailure(tagged);
    const Source before = std::exchange(m_source, found ? found->value_or(Source()) : Source());
    const QStringList tagsBefore = std::exchange(m_tags, tagged.value_or(QStringList()));
    m_originsAreStale = true;
    if (m_source.id.isValid() && before.id == m_source.id)
        fill(before, tagsBefore);
    else
        fill();
}

/// With `before`, fields that say the same as before stay as they are: somebody may be typing in one.
void SourceInspector::fill(const std::optional<Source> &before, const std::optional<QStringList> &tagsBefore)
{
    for (const Field &field : std::as_const(m_fields)) {
        field.edit->setReadOnly(m_project.isReadOnly());
        if (before && (*before).*field.member == m_source.*field.member)
            continue;
        field.edit->setText(m_source.*field.member);
        field.edit->setCursorPosition(0);
    }
    if (!before || before->note != m_source.note)
        m_note->setPlainText(m_source.note);
    if (tagsBefore != m_tags)
        m_tagField->setTags(m_tags);
    fillChoices();
    fillParts();
    showHints();
}

void SourceInspector::fillParts()
{
    const bool isReadOnly = m_project.isReadOnly();
    const Id<Source> there = m_isDraft ? Id<Source>() : m_source.id;
    m_bibliography->show(m_source, isReadOnly);
    m_key->show(m_source, m_isDraft);
    m_originTree->setSource(there);
    m_resting->setSource(there, m_source.retracted);
    m_evidence->setSource(there);
    for (QWidget *part : QList<QWidget *>{m_originTree, m_resting, m_evidence, m_evidenceHeading})
        part->setVisible(!m_isDraft);
    m_draftButtons->setVisible(m_isDraft);
    m_retraction->setVisible(m_source.retracted);
    for (QWidget *field : QList<QWidget *>{m_type, m_reliability, m_credibility, m_origin, m_retracted})
        field->setEnabled(!isReadOnly);
    m_tagField->setReadOnly(isReadOnly);
    m_note->setReadOnly(isReadOnly);
}

void SourceInspector::fillChoices()
{
    choose(m_type, int(m_source.type));
    choose(m_reliability, QString(m_source.grade.reliability));
    choose(m_credibility, m_source.grade.credibility);
    m_retracted->setChecked(m_source.retracted);
    fillOrigins();
}

/// Only the one that is chosen, until the field is entered: a project may have very many.
void SourceInspector::fillOrigins()
{
    const bool all = m_origin->hasFocus();
    m_origin->clear();
    m_origin->addItem(tr("Itself"), 0);
    const auto offer = [this](const Source &other) {
        if (other.id != m_source.id)
            m_origin->addItem(tr("%1 (%2)", "title (key)").arg(other.title.simplified(), other.key), other.id.number);
    };
    if (all) {
        const auto others = sources(m_project.reader());
        tellFailure(others);
        for (const Source &other : others ? *others : QList<Source>())
            offer(other);
    } else if (m_source.origin.isValid()) {
        const auto origin = source(m_project.reader(), m_source.origin);
        if (origin && *origin)
            offer(**origin);
    }
    m_originsAreStale = !all;
    choose(m_origin, m_source.origin.number);
}

void SourceInspector::showHints()
{
    m_add->setEnabled(!m_title->text().trimmed().isEmpty());
    m_open->setEnabled(!webAddress(m_address->text()).isEmpty());
    for (const Field &field : std::as_const(m_fields)) {
        if (!field.dateHint)
            continue;
        const QString written = field.edit->text().trimmed();
        const auto date = readDate(written);
        formparts::showHint(field.dateHint, written.isEmpty() ? QString()
                : !date                                       ? tr("Not understood as a date; it is kept as written.")
                : date->text != written                       ? tr("%1, kept as %2").arg(sourcetext::published(date->text), date->text)
                                                              : sourcetext::published(written));
    }
}

/// What the manual says of the two, each by itself.
void SourceInspector::showGradeMeaning()
{
    const Grade grade{m_reliability->currentData().toString().isEmpty() ? QChar(u'F') : m_reliability->currentData().toString().front(),
        m_credibility->currentIndex() < 0 ? 6 : m_credibility->currentData().toInt()};
    m_reliability->setToolTip(tr("How reliable the source is, whatever it says here. %1: %2").arg(grade.reliability).arg(grade.reliabilityMeaning()));
    m_credibility->setToolTip(tr("How credible this information is, whoever says it. %1: %2").arg(grade.credibility).arg(grade.credibilityMeaning()));
    m_reliability->setAccessibleDescription(grade.reliabilityMeaning());
    m_credibility->setAccessibleDescription(grade.credibilityMeaning());
    formparts::showHint(m_gradeMeaning, tr("%1: %2\n%3: %4", "grades and what they mean").arg(grade.reliability).arg(grade.reliabilityMeaning()).arg(grade.credibility).arg(grade.credibilityMeaning()));
}

Result<> SourceInspector::commitField(const Field &field)
{
    QString text = field.edit->text().trimmed();
    if (field.dateHint) {
        if (const auto date = readDate(text))
            text = date->text;
    }
    if (text == m_source.*field.member)
        return {};
    Source changed = m_source;
    changed.*field.member = text;
    return commit(changed, field.what);
}

Result<> SourceInspector::commitFields(const QJsonObject &fields, const QString &label)
{
    Source changed = m_source;
    changed.fields = fields;
    auto done = commit(changed, tr("Change “%1” of “%2”", "a field of a source").arg(label, u"%1"_s));
    if (done && m_isDraft)
        m_bibliography->show(m_source, false);
    return done;
}

/// The citations in the briefs follow.
Result<> SourceInspector::commitKey(const QString &key)
{
    if (m_isDraft) {
        m_source.key = m_draft.key = key;
        m_key->show(m_source, true);
        return {};
    }
    if (!m_source.id.isValid())
        return {};
    Renaming renaming;
    const auto done = m_project.edit(renamingText(m_source.key, key), [&](Writer &writer) -> Result<> {
        const auto renamed = renameSource(writer, m_source.id, key);
        if (!renamed)
            return failure(renamed);
        renaming = *renamed;
        return {};
    });
    if (done)
        Q_EMIT renamed(key, renaming);
    return done;
}

void SourceInspector::makeKeyAnew()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (const auto done = commitField(field); !done)
            return tellFailure(done);
    }
    m_key->makeAnew();
}

Result<> SourceInspector::commitNote()
{
    Source changed = m_source;
    changed.note = m_note->toPlainText();
    return changed.note == m_source.note ? Result<>() : commit(changed, tr("Change note of “%1”"));
}

void SourceInspector::commitType()
{
    Source changed = m_source;
    changed.type = SourceType(m_type->currentData().toInt());
    tellFailure(commit(changed, tr("Change type of “%1”")));
}

void SourceInspector::commitReliability()
{
    Source changed = m_source;
    changed.grade.reliability = m_reliability->currentData().toString().front();
    tellFailure(commit(changed, tr("Change reliability of “%1”")));
}

void SourceInspector::commitCredibility()
{
    Source changed = m_source;
    changed.grade.credibility = m_credibility->currentData().toInt();
    tellFailure(commit(changed, tr("Change credibility of “%1”")));
}

void SourceInspector::commitOrigin()
{
    Source changed = m_source;
    changed.origin = {m_origin->currentData().toLongLong()};
    tellFailure(commit(changed, tr("Change origin of “%1”")));
}

void SourceInspector::commitRetracted()
{
    Source changed = m_source;
    changed.retracted = m_retracted->isChecked();
    tellFailure(commit(changed, changed.retracted ? tr("Mark “%1” as retracted") : tr("Mark “%1” as not retracted")));
}

Result<> SourceInspector::commitTags()
{
    const QStringList clean = m_tagField->tags();
    if (clean == m_tags)
        return {};
    if (m_isDraft)
        m_tags = m_draftTags = clean;
    if (m_isDraft || !m_source.id.isValid())
        return {};
    return m_project.edit(tr("Change tags of “%1”").arg(m_source.title),
        [&](Writer &writer) { return setTags(writer, u"source"_s, m_source.id.number, clean); });
}

/// A refused change leaves the source as it is, and a field of text as it was typed, to be put right.
Result<> SourceInspector::commit(const Source &changed, const QString &what)
{
    if (m_isDraft) {
        m_source = m_draft = changed;
        fillParts();
        return {};
    }
    if (!m_source.id.isValid() || changed == m_source)
        return {};
    auto done = m_project.edit(what.arg(m_source.title), [&](Writer &writer) { return updateSource(writer, changed); });
    if (!done)
        fillChoices();
    return done;
}

void SourceInspector::add()
{
    if (const auto typed = flush(); !typed) {
        Q_EMIT failed(typed.error());
        return;
    }
    Source source = m_draft;
    const auto done = m_project.edit(tr("Add source “%1”").arg(source.title), [&](Writer &writer) -> Result<> {
        if (auto kept = addSource(writer, source); !kept)
            return kept;
        return setTags(writer, u"source"_s, source.id.number, m_draftTags);
    });
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    m_draft = Source();
    m_draftTags.clear();
    m_isDraft = false;
    Q_EMIT added(source.id);
}

void SourceInspector::discard()
{
    m_draft = Source();
    m_draftTags.clear();
    m_source = m_draft;
    m_tags.clear();
    fill();
    Q_EMIT left();
}

} // namespace redoubt
