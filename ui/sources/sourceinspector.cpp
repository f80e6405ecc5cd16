#include "ui/sources/sourceinspector.h"

#include "app/project/projectinfo.h"
#include "app/timeline/naturaldate.h"
#include "ui/look/look.h"
#include "ui/sources/evidencelist.h"
#include "ui/sources/sourcetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace redoubt {

namespace {

constexpr int noteLines = 4;
constexpr int widest = 80; // characters

void choose(QComboBox *chooser, const QVariant &value)
{
    chooser->setCurrentIndex(chooser->findData(value));
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(look::font(look::Text::Caption, true));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, look::related, 0, 0);
    return label;
}

} // namespace

SourceInspector::SourceInspector(Project &project, Selection &selection, QWidget *parent)
    : QScrollArea(parent)
    , m_project(project)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *body = new QWidget(page);
    body->setMaximumWidth(widest * fontMetrics().averageCharWidth());
    auto *across = new QHBoxLayout(page);
    across->setContentsMargins(0, 0, 0, 0);
    across->addWidget(body, 1);
    across->addStretch(0);
    auto *form = new QFormLayout(body);
    form->setContentsMargins(look::group, look::related, look::group, look::page);
    form->setHorizontalSpacing(look::related);
    form->setVerticalSpacing(look::tight);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_evidence = new EvidenceList(project, selection, page);
    makeDescription(form);
    makeJudgement(form);
    makeRest(form);
    setWidget(page);

    auto *finish = new QShortcut(Qt::CTRL | Qt::Key_Return, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(finish, &QShortcut::activated, this, [this] {
        if (m_isDraft)
            add();
        else
            tellFailure(flush());
    });
    connect(m_evidence, &EvidenceList::failed, this, &SourceInspector::failed);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        m_originsAreStale = m_originsAreStale || changes.touches(u"source"_s);
        if (!m_isDraft && changes.touchesAny({u"source", u"origin", u"tag", u"tagging"}))
            read();
    });
    read();
}

void SourceInspector::makeDescription(QFormLayout *form)
{
    m_title = addField(form, &Source::title, u"title"_s, tr("Title"), tr("Change title of “%1”"), tr("Title of the document (required)"));
    m_type = addChooser(form, u"type"_s, tr("Type"), &SourceInspector::commitType);
    for (const auto &[type, name] : sourceTypeNames.table)
        m_type->addItem(sourceTypeText(type), int(type));
    addField(form, &Source::author, u"author"_s, tr("Author"), tr("Change author of “%1”"), tr("Who wrote or said it"));
    addField(form, &Source::publisher, u"publisher"_s, tr("Publisher"), tr("Change publisher of “%1”"), tr("Who published it"));
    auto *published = addField(form, &Source::published, u"published"_s, tr("Published"), tr("Change date of “%1”"),
        tr("Date of publication: 2026-05-29, or as you would say it"));
    m_publishedHint = new QLabel(this);
    m_publishedHint->setObjectName(u"publishedHint"_s);
    m_publishedHint->setFont(look::font(look::Text::Caption));
    m_publishedHint->setForegroundRole(QPalette::PlaceholderText);
    m_publishedHint->setWordWrap(true);
    form->addRow(QString(), m_publishedHint);
    connect(published, &QLineEdit::textChanged, this, &SourceInspector::showHints);

    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(look::tight);
    m_address = addField(nullptr, &Source::address, u"address"_s, tr("Address"), tr("Change address of “%1”"),
        tr("Address in the web, https:// or http://"));
    m_open = new QToolButton(row);
    m_open->setObjectName(u"openAddress"_s);
    m_open->setIcon(look::icon(u"open-address"_s));
    m_open->setToolTip(tr("Open the address in the web browser; this uses the network"));
    m_open->setAccessibleName(tr("Open the address"));
    line->addWidget(m_address);
    line->addWidget(m_open);
    addRow(form, tr("Address"), m_address, row);
    connect(m_open, &QToolButton::clicked, this, [this] { QDesktopServices::openUrl(webAddress(m_address->text())); });
    connect(m_address, &QLineEdit::textChanged, this, &SourceInspector::showHints);
    addField(form, &Source::language, u"language"_s, tr("Language"), tr("Change language of “%1”"), tr("Language tag: en, ro, uk…"));
}

void SourceInspector::makeJudgement(QFormLayout *form)
{
    form->addRow(heading(tr("Grade and origin"), this));
    m_reliability = addChooser(form, u"reliability"_s, tr("Reliability"), &SourceInspector::commitReliability);
    m_reliability->setToolTip(tr("How reliable the source is, whatever it says here"));
    for (const QChar letter : QStringView(u"ABCDEF")) {
        const Grade grade{letter, 6};
        m_reliability->addItem(tr("%1 – %2", "grade and its meaning").arg(letter, grade.reliabilityText()), QString(letter));
    }
    m_credibility = addChooser(form, u"credibility"_s, tr("Credibility"), &SourceInspector::commitCredibility);
    m_credibility->setToolTip(tr("How credible this information is, whoever says it"));
    for (int number = 1; number <= 6; ++number) {
        const Grade grade{u'F', number};
        m_credibility->addItem(tr("%1 – %2", "grade and its meaning").arg(number).arg(grade.credibilityText()), number);
    }
    m_origin = addChooser(form, u"origin"_s, tr("Origin"), &SourceInspector::commitOrigin);
    m_origin->setToolTip(tr("The source that this one repeats; sources with one origin count as one"));
    m_retracted = new QCheckBox(tr("Retracted by its publisher"), this);
    m_retracted->setObjectName(u"retracted"_s);
    m_retracted->installEventFilter(this);
    connect(m_retracted, &QCheckBox::clicked, this, &SourceInspector::commitRetracted);
    form->addRow(QString(), m_retracted);
}

void SourceInspector::makeRest(QFormLayout *form)
{
    form->addRow(heading(tr("In this project"), this));
    addField(form, &Source::key, u"key"_s, tr("Key"), tr("Change key of “%1”"),
        tr("Briefs cite the source by this key; made from the title when it is left empty"));
    m_tagField = new QLineEdit(this);
    m_tagField->setObjectName(u"tags"_s);
    m_tagField->setPlaceholderText(tr("Separated by commas"));
    addRow(form, tr("Tags"), m_tagField);
    connect(m_tagField, &QLineEdit::editingFinished, this, [this] { tellFailure(commitTags()); });
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(u"note"_s);
    m_note->setProperty("boxed", true);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteLines * QFontMetrics(font()).lineSpacing() + look::group);
    addRow(form, tr("Note"), m_note);
    m_evidenceHeading = heading(tr("Says of events"), this);
    form->addRow(m_evidenceHeading);
    form->addRow(m_evidence);

    m_draftButtons = new QWidget(this);
    auto *buttons = new QHBoxLayout(m_draftButtons);
    buttons->setContentsMargins(0, look::related, 0, 0);
    m_add = new QPushButton(tr("Add source"), m_draftButtons);
    m_add->setObjectName(u"addDraft"_s);
    m_add->setDefault(true);
    m_add->setToolTip(tr("Add source (Ctrl+Return)"));
    auto *dropDraft = new QPushButton(tr("Discard"), m_draftButtons);
    dropDraft->setObjectName(u"discardDraft"_s);
    buttons->addWidget(m_add);
    buttons->addWidget(dropDraft);
    buttons->addStretch(1);
    form->addRow(m_draftButtons);
    connect(m_add, &QPushButton::clicked, this, &SourceInspector::add);
    connect(dropDraft, &QPushButton::clicked, this, &SourceInspector::discard);
    connect(m_title, &QLineEdit::textChanged, this, &SourceInspector::showHints);
}

void SourceInspector::addRow(QFormLayout *form, const QString &label, QWidget *field, QWidget *content)
{
    auto *caption = new QLabel(label, this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setBuddy(field);
    field->setAccessibleName(label);
    field->installEventFilter(this);
    form->addRow(caption, content ? content : field);
}

QLineEdit *SourceInspector::addField(QFormLayout *form, QString Source::*member, const QString &objectName, const QString &label,
    const QString &what, const QString &hint)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setToolTip(hint);
    m_fields.append({edit, member, what});
    if (form)
        addRow(form, label, edit);
    connect(edit, &QLineEdit::editingFinished, this, [this, number = m_fields.size() - 1] {
        tellFailure(commitField(m_fields.at(number)));
    });
    return edit;
}

QComboBox *SourceInspector::addChooser(
    QFormLayout *form, const QString &objectName, const QString &label, void (SourceInspector::*commitChoice)())
{
    auto *chooser = new QComboBox(this);
    chooser->setObjectName(objectName);
    chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addRow(form, label, chooser);
    connect(chooser, &QComboBox::activated, this, commitChoice);
    return chooser;
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

Result<> SourceInspector::flush()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (auto done = commitField(field); !done)
            return done;
    }
    auto tagged = commitTags();
    return tagged ? commitNote() : tagged;
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
    if (!m_isDraft)
        fill();
    Q_EMIT left();
}

void SourceInspector::read()
{
    const auto found = source(m_project.reader(), m_source.id);
    const auto tagged = tags(m_project.reader(), u"source"_s, m_source.id.number);
    tellFailure(found);
    tellFailure(tagged);
    const Source before = std::exchange(m_source, found ? found->value_or(Source()) : Source());
    m_tags = tagged ? *tagged : QStringList();
    m_originsAreStale = true;
    fill(m_source.id.isValid() && before.id == m_source.id ? std::optional(before) : std::nullopt);
}

/// With `before`, fields that say the same as before stay as they are: somebody may be typing in one.
void SourceInspector::fill(const std::optional<Source> &before)
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
    m_tagField->setText(m_tags.join(tr(", ", "between tags")));
    fillChoices();
    m_evidence->setSource(m_isDraft ? Id<Source>() : m_source.id);
    m_evidence->setVisible(!m_isDraft);
    m_evidenceHeading->setVisible(!m_isDraft);
    m_draftButtons->setVisible(m_isDraft);
    for (QWidget *field : QList<QWidget *>{m_type, m_reliability, m_credibility, m_origin, m_retracted})
        field->setEnabled(!m_project.isReadOnly());
    m_tagField->setReadOnly(m_project.isReadOnly());
    m_note->setReadOnly(m_project.isReadOnly());
    showHints();
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
    const QString written = findChild<QLineEdit *>(u"published"_s)->text().trimmed();
    const auto date = readDate(written);
    if (written.isEmpty())
        m_publishedHint->clear();
    else if (!date)
        m_publishedHint->setText(tr("Not understood as a date; it is kept as written."));
    else if (date->text != written)
        m_publishedHint->setText(tr("%1, kept as %2").arg(sourcetext::published(date->text), date->text));
    else
        m_publishedHint->setText(sourcetext::published(written));
    m_publishedHint->setVisible(!m_publishedHint->text().isEmpty());
}

Result<> SourceInspector::commitField(const Field &field)
{
    QString text = field.edit->text().trimmed();
    if (field.member == &Source::published) {
        if (const auto date = readDate(text))
            text = date->text;
    }
    if (text == m_source.*field.member)
        return {};
    Source changed = m_source;
    changed.*field.member = text;
    return commit(changed, field.what);
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
    const QStringList names = m_tagField->text().split(u',', Qt::SkipEmptyParts);
    QStringList clean;
    for (const QString &name : names) {
        if (!name.simplified().isEmpty())
            clean.append(name.simplified());
    }
    if (clean == m_tags)
        return {};
    m_tags = clean;
    if (m_isDraft)
        m_draftTags = clean;
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
