#include "ui/sources/bibliographyfields.h"

#include "ui/look/look.h"
#include "ui/sources/formparts.h"
#include "ui/sources/sourcefields.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QTextDocument>

namespace redoubt {

BibliographyFields::BibliographyFields(Keep keep, QWidget *parent)
    : QWidget(parent)
    , m_keep(std::move(keep))
    , m_more(new QWidget(this))
    , m_adder(new QWidget(m_more))
    , m_choice(new QComboBox(m_adder))
{
    auto *usual = new QWidget(this);
    m_form = formparts::form(usual);
    auto *others = new QWidget(m_more);
    m_moreForm = formparts::form(others);
    m_fold = formparts::fold(u"moreFields"_s, tr("More fields"), m_more, this);
    m_none = new QLabel(tr("Nothing else is known of this source."), m_more);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setWordWrap(true);
    makeAdder();
    auto *below = new QVBoxLayout(m_more);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(look::tight);
    below->addWidget(m_none);
    below->addWidget(others);
    below->addWidget(m_adder);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::tight);
    column->addWidget(usual);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_more);
}

void BibliographyFields::makeAdder()
{
    m_choice->setObjectName(u"fieldToAdd"_s);
    m_choice->setEditable(true);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->completer()->setFilterMode(Qt::MatchContains);
    m_choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_choice->lineEdit()->setPlaceholderText(tr("Add a field…"));
    m_choice->setAccessibleName(tr("Add a field"));
    m_choice->setToolTip(tr("Any field that CSL 1.0.2 knows, by its name here or there"));
    m_choice->installEventFilter(this);
    auto *add = new QToolButton(m_adder);
    add->setObjectName(u"addField"_s);
    add->setText(tr("Add"));
    add->setToolTip(tr("Add the field (Return)"));
    auto *line = new QHBoxLayout(m_adder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(look::tight);
    line->addWidget(m_choice, 1);
    line->addWidget(add);
    connect(add, &QToolButton::clicked, this, &BibliographyFields::addChosen);
    connect(m_choice->lineEdit(), &QLineEdit::returnPressed, this, &BibliographyFields::addChosen);
    connect(m_choice->completer(), qOverload<const QString &>(&QCompleter::activated), this, &BibliographyFields::addChosen, Qt::QueuedConnection);
}

void BibliographyFields::show(const Source &source, bool isReadOnly)
{
    const bool isSame = source.id == m_source.id;
    m_source = source;
    m_isReadOnly = isReadOnly;
    const QStringList usual = sourcefields::usual(source);
    QStringList others = sourcefields::others(source);
    for (const QString &variable : std::as_const(m_others)) {
        if (isSame && !others.contains(variable) && !usual.contains(variable))
            others.append(variable);
    }
    if (usual != m_usual || others != m_others)
        lay(usual, others);
    if (!isSame)
        restore();
    for (Row &row : m_rows)
        fillRow(row);
    m_adder->setVisible(!isReadOnly);
    showMore();
}

void BibliographyFields::lay(const QStringList &usual, const QStringList &others)
{
    QString entered;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.edit->hasFocus())
            entered = row.variable;
    }
    clear(m_form);
    clear(m_moreForm);
    m_rows.clear();
    m_usual = usual;
    m_others = others;
    for (const QString &variable : usual)
        addRow(m_form, variable);
    for (const QString &variable : others)
        addRow(m_moreForm, variable);
    orderTabs();
    if (QLineEdit *edit = field(entered))
        edit->setFocus(Qt::OtherFocusReason);
}

/// Fields are made when a type needs them, and stand in the order of the form all the same.
void BibliographyFields::orderTabs()
{
    QWidget *last = m_before;
    const auto follow = [&last](QWidget *next) {
        if (last)
            setTabOrder(last, next);
        last = next;
    };
    for (const Row &row : m_rows.first(m_usual.size()))
        follow(row.edit);
    follow(m_fold);
    for (const Row &row : m_rows.sliced(m_usual.size()))
        follow(row.edit);
    follow(m_choice);
}

/// The widgets may be in the middle of their own signals.
void BibliographyFields::clear(QFormLayout *form)
{
    while (form->rowCount() > 0) {
        const auto taken = form->takeRow(0);
        for (QLayoutItem *item : {taken.labelItem, taken.fieldItem}) {
            if (item && item->widget()) {
                item->widget()->removeEventFilter(this);
                item->widget()->disconnect(this);
                item->widget()->hide();
                item->widget()->setObjectName(QString());
                item->widget()->deleteLater();
            }
            delete item;
        }
    }
}

void BibliographyFields::addRow(QFormLayout *form, const QString &variable)
{
    auto *edit = new QLineEdit(form->parentWidget());
    edit->setObjectName(u"csl-"_s + variable);
    edit->setToolTip(Qt::convertFromPlainText(sourcefields::hint(variable)));
    edit->installEventFilter(this);
    formparts::addRow(form, sourcefields::label(variable), edit);
    edit->show();
    m_rows.append({variable, edit, {}});
    connect(edit, &QLineEdit::editingFinished, this, [this, variable] {
        if (const auto kept = keepRow(variable); !kept)
            Q_EMIT failed(kept.error());
    });
}

void BibliographyFields::fillRow(Row &row)
{
    const QString text = sourcefields::text(m_source, row.variable);
    const bool isEditable = sourcefields::isEditable(m_source, row.variable);
    row.edit->setReadOnly(m_isReadOnly || !isEditable);
    if (text == row.shown)
        return;
    row.shown = text;
    row.edit->setText(text);
    row.edit->setCursorPosition(0);
}

void BibliographyFields::showMore()
{
    m_none->setVisible(m_others.isEmpty());
    m_fold->setText(m_others.isEmpty() ? tr("More fields") : tr("More fields (%1)").arg(locale().toString(m_others.size())));
}

void BibliographyFields::restore()
{
    for (const Row &row : std::as_const(m_rows))
        row.edit->setText(row.shown);
}

Result<> BibliographyFields::flush()
{
    for (const QString &variable : variablesShown()) {
        if (auto kept = keepRow(variable); !kept)
            return kept;
    }
    return {};
}

/// Keeping makes the project tell of it, which may lay out the rows anew.
Result<> BibliographyFields::keepRow(const QString &variable)
{
    const auto row = std::ranges::find(m_rows, variable, &Row::variable);
    if (row == m_rows.end() || row->edit->isReadOnly() || row->edit->text() == row->shown)
        return {};
    const QJsonObject fields = sourcefields::withText(m_source, variable, row->edit->text());
    if (fields != m_source.fields)
        return m_keep(fields, sourcefields::label(variable));
    row->edit->setText(row->shown);
    return {};
}

QLineEdit *BibliographyFields::field(const QString &variable) const
{
    const auto row = std::ranges::find(m_rows, variable, &Row::variable);
    return row == m_rows.cend() ? nullptr : row->edit;
}

QStringList BibliographyFields::variablesShown() const
{
    QStringList shown;
    for (const Row &row : m_rows)
        shown.append(row.variable);
    return shown;
}

void BibliographyFields::offer()
{
    const QString typed = m_choice->currentText();
    m_choice->clear();
    for (const QString &variable : sourcefields::addable(m_source, variablesShown())) {
        const QString label = sourcefields::label(variable);
        m_choice->addItem(label.compare(variable, Qt::CaseInsensitive) == 0 ? label : tr("%1 (%2)", "field and its name in CSL").arg(label, variable), variable);
    }
    m_choice->setCurrentIndex(-1);
    m_choice->setEditText(typed);
}

/// What is written there, or else the one variable that has such a name.
void BibliographyFields::addChosen()
{
    const QString typed = m_choice->currentText().trimmed();
    if (typed.isEmpty())
        return;
    int place = m_choice->findText(typed, Qt::MatchFixedString);
    if (place < 0)
        place = m_choice->findData(typed);
    if (place < 0)
        place = m_choice->findText(typed, Qt::MatchContains);
    if (place < 0) {
        Q_EMIT failed({tr("No field was added."), tr("CSL knows none called “%1”.").arg(typed), tr("Choose one from the list."), Error::Kind::Refused});
        return;
    }
    const QString variable = m_choice->itemData(place).toString();
    m_choice->setCurrentIndex(-1);
    m_choice->clearEditText();
    lay(m_usual, m_others + QStringList{variable});
    for (Row &row : m_rows)
        fillRow(row);
    showMore();
    field(variable)->setFocus(Qt::OtherFocusReason);
}

bool BibliographyFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && watched == m_choice) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        if (watched == m_choice)
            offer();
        Q_EMIT entered(static_cast<QWidget *>(watched));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace redoubt
