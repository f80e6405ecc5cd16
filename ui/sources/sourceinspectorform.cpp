#include "ui/sources/sourceinspector.h"

#include "app/project/projectinfo.h"
#include "ui/look/look.h"
#include "ui/sources/bibliographyfields.h"
#include "ui/sources/evidencelist.h"
#include "ui/sources/formparts.h"
#include "ui/sources/keyfield.h"
#include "ui/sources/origintree.h"
#include "ui/sources/restinglist.h"
#include "ui/sources/tagfield.h"
#include "ui/workbench/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>

/// What the details of a source are made of.
namespace redoubt {

namespace {

constexpr int noteLines = 4;
constexpr int widest = 80; // characters

} // namespace

void SourceInspector::layOut(Selection &selection)
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
    auto *form = formparts::form(body);
    form->setContentsMargins(look::group, look::related, look::group, look::page);
    makeDescription(form);
    makeJudgement(form, selection);
    makeRest(form, selection);
    makeDraftButtons(form);
    setWidget(page);
}

void SourceInspector::makeDescription(QFormLayout *form)
{
    m_title = addField(form, &Source::title, u"title"_s, tr("Title"), tr("Change title of “%1”"), tr("Title of the document (required)"));
    m_type = addChooser(form, u"type"_s, tr("Type"), &SourceInspector::commitType);
    m_type->setToolTip(tr("What kind of document it is; which fields matter follows from it"));
    for (const auto &[type, name] : sourceTypeNames.table)
        m_type->addItem(sourceTypeText(type), int(type));
    addField(form, &Source::author, u"author"_s, tr("Author"), tr("Change author of “%1”"), tr("Who wrote or said it; semicolons between several"));
    addField(form, &Source::publisher, u"publisher"_s, tr("Publisher"), tr("Change publisher of “%1”"), tr("Who published it"));
    addDate(form, &Source::published, u"published"_s, tr("Published"), tr("Change date of “%1”"),
        tr("Date of publication: 2026-05-29, or as you would say it"));
    makeAddress(form);
    auto *language = addField(form, &Source::language, u"language"_s, tr("Language"), tr("Change language of “%1”"), tr("Language tag: en, ro, uk…"));
    const auto keep = [this](const QJsonObject &fields, const QString &label) { return commitFields(fields, label); };
    m_bibliography = new BibliographyFields(keep, this);
    m_bibliography->setTabAfter(language);
    form->addRow(m_bibliography);
    connect(m_bibliography, &BibliographyFields::failed, this, &SourceInspector::failed);
    connect(m_bibliography, &BibliographyFields::entered, this, [this](QWidget *field) { ensureWidgetVisible(field, 0, look::page); });
}

void SourceInspector::makeAddress(QFormLayout *form)
{
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
}

void SourceInspector::makeJudgement(QFormLayout *form, Selection &selection)
{
    form->addRow(formparts::heading(tr("Grade and origin"), this));
    makeGrade(form);
    m_origin = addChooser(form, u"origin"_s, tr("Origin"), &SourceInspector::commitOrigin);
    m_origin->setToolTip(tr("The source that this one repeats; sources with one origin count as one"));
    m_originTree = new OriginTree(m_project, this);
    form->addRow(m_originTree);
    connect(m_originTree, &OriginTree::chosen, this, [&selection](Id<Source> id) { selection.select(Thing::of(id)); });
    connect(m_originTree, &OriginTree::failed, this, &SourceInspector::failed);
    makeRetraction(form);
    m_resting = new RestingList(m_project, selection, this);
    form->addRow(m_resting);
    connect(m_resting, &RestingList::failed, this, &SourceInspector::failed);
}

void SourceInspector::makeGrade(QFormLayout *form)
{
    m_reliability = addChooser(form, u"reliability"_s, tr("Reliability"), &SourceInspector::commitReliability);
    for (const QChar letter : QStringView(u"ABCDEF")) {
        const Grade grade{letter, 6};
        m_reliability->addItem(tr("%1 – %2", "grade and its meaning").arg(letter, grade.reliabilityText()), QString(letter));
        m_reliability->setItemData(m_reliability->count() - 1, grade.reliabilityMeaning(), Qt::ToolTipRole);
    }
    m_credibility = addChooser(form, u"credibility"_s, tr("Credibility"), &SourceInspector::commitCredibility);
    for (int number = 1; number <= 6; ++number) {
        const Grade grade{u'F', number};
        m_credibility->addItem(tr("%1 – %2", "grade and its meaning").arg(number).arg(grade.credibilityText()), number);
        m_credibility->setItemData(m_credibility->count() - 1, grade.credibilityMeaning(), Qt::ToolTipRole);
    }
    m_gradeMeaning = formparts::hint(u"gradeMeaning"_s, this);
    form->addRow(QString(), m_gradeMeaning);
    for (QComboBox *chooser : {m_reliability, m_credibility})
        connect(chooser, &QComboBox::currentIndexChanged, this, &SourceInspector::showGradeMeaning);
}

void SourceInspector::makeRetraction(QFormLayout *form)
{
    m_retracted = new QCheckBox(tr("Retracted by its publisher"), this);
    m_retracted->setObjectName(u"retracted"_s);
    m_retracted->setToolTip(tr("A retraction shows on every event, excerpt and sentence that rests on the source"));
    m_retracted->installEventFilter(this);
    connect(m_retracted, &QCheckBox::clicked, this, &SourceInspector::commitRetracted);
    form->addRow(QString(), m_retracted);
    m_retraction = new QWidget(this);
    auto *below = formparts::form(m_retraction);
    addDate(below, &Source::retractedAt, u"retractedAt"_s, tr("Retracted on"), tr("Change date of the retraction of “%1”"),
        tr("When it was taken back: 2026-06-02, or as you would say it"));
    addField(below, &Source::retractionNote, u"retractionNote"_s, tr("By whom, why"), tr("Change what is said of the retraction of “%1”"),
        tr("Who took it back, and why"));
    form->addRow(m_retraction);
}

void SourceInspector::makeRest(QFormLayout *form, Selection &selection)
{
    form->addRow(formparts::heading(tr("In this project"), this));
    m_key = new KeyField(m_project, [this](const QString &key) { return commitKey(key); }, this);
    addRow(form, tr("Key"), m_key->edit(), m_key);
    connect(m_key, &KeyField::anewAsked, this, &SourceInspector::makeKeyAnew);
    connect(m_key, &KeyField::failed, this, &SourceInspector::failed);
    m_tagField = new TagField([this] { return allTags(m_project.reader()).value_or(QStringList()); }, this);
    m_tagField->setObjectName(u"tags"_s);
    addRow(form, tr("Tags"), m_tagField);
    connect(m_tagField, &QLineEdit::editingFinished, this, [this] { tellFailure(commitTags()); });
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(u"note"_s);
    m_note->setProperty("boxed", true);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteLines * QFontMetrics(font()).lineSpacing() + look::group);
    addRow(form, tr("Note"), m_note);
    m_evidenceHeading = formparts::heading(tr("Says of events"), this);
    form->addRow(m_evidenceHeading);
    m_evidence = new EvidenceList(m_project, selection, this);
    form->addRow(m_evidence);
    connect(m_evidence, &EvidenceList::failed, this, &SourceInspector::failed);
}

void SourceInspector::makeDraftButtons(QFormLayout *form)
{
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
    field->installEventFilter(this);
    formparts::addRow(form, label, field, content);
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

QLineEdit *SourceInspector::addDate(QFormLayout *form, QString Source::*member, const QString &objectName, const QString &label,
    const QString &what, const QString &hint)
{
    QLineEdit *edit = addField(form, member, objectName, label, what, hint);
    m_fields.last().dateHint = formparts::hint(objectName + u"Hint"_s, this);
    form->addRow(QString(), m_fields.last().dateHint);
    connect(edit, &QLineEdit::textChanged, this, &SourceInspector::showHints);
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

} // namespace redoubt
