#include "ui/timeline/relationrows.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// A text that can be followed, cut in the middle where there is no room.
class Follow : public QToolButton
{
public:
    Follow(const QString &text, QWidget *parent)
        : QToolButton(parent)
        , m_text(text)
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setCursor(Qt::PointingHandCursor);
        setAccessibleName(text);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        setText(fontMetrics().elidedText(m_text, Qt::ElideMiddle, width() - look::related * 2));
        QToolButton::resizeEvent(event);
    }

private:
    QString m_text;
};

QComboBox *kindField(const QStringList &kinds, QWidget *parent)
{
    auto *field = new QComboBox(parent);
    field->addItems(kinds);
    field->setMinimumContentsLength(6);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return field;
}

} // namespace

RelationRows::RelationRows(const QStringList &kinds, const QString &hint, QWidget *parent)
    : QWidget(parent)
    , m_kinds(kinds)
    , m_list(new QVBoxLayout)
    , m_kind(redoubt::kindField(kinds, this))
    , m_choice(new QComboBox(this))
    , m_add(new QToolButton(this))
{
    m_kind->setAccessibleName(tr("How"));
    m_choice->setEditable(true);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setMinimumContentsLength(6);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setAccessibleName(hint);
    m_choice->lineEdit()->setPlaceholderText(hint);
    m_choice->completer()->setFilterMode(Qt::MatchContains);
    m_choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_add->setText(u"+"_s);
    m_add->setToolTip(hint);
    m_add->setAccessibleName(hint);

    auto *last = new QHBoxLayout;
    last->setSpacing(look::tight);
    last->addWidget(m_kind);
    last->addWidget(m_choice, 1);
    last->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight);
    layout->addLayout(m_list);
    layout->addLayout(last);
    m_list->setSpacing(look::hair);

    connect(m_add, &QToolButton::clicked, this, &RelationRows::add);
    connect(m_choice->lineEdit(), &QLineEdit::returnPressed, this, &RelationRows::add);
    connect(m_choice, &QComboBox::editTextChanged, this, &RelationRows::updateAdd);
    updateAdd();
}

void RelationRows::setRows(const QList<Row> &rows)
{
    if (m_rows == rows)
        return;
    m_rows = rows;
    while (QLayoutItem *item = m_list->takeAt(0)) {
        // It may be one of its own buttons that led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Row &row : rows)
        m_list->addWidget(makeRow(row));
}

void RelationRows::setChoices(const QList<Choice> &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    const QString typed = m_choice->currentText();
    m_choice->clear();
    for (const Choice &choice : choices)
        m_choice->addItem(choice.text, choice.id);
    m_choice->setCurrentIndex(-1);
    m_choice->setEditText(typed);
    updateAdd();
}

QWidget *RelationRows::makeRow(const Row &row)
{
    auto *widget = new QWidget(this);
    auto *kind = redoubt::kindField(m_kinds, widget);
    kind->setCurrentIndex(row.kind);
    kind->setAccessibleName(tr("How: %1").arg(row.text));
    auto *text = new Follow(row.text, widget);
    text->setToolTip(row.toolTip.isEmpty() ? row.text : row.toolTip);
    auto *remove = new QToolButton(widget);
    remove->setObjectName(u"remove"_s);
    remove->setIcon(look::icon(u"close"_s));
    remove->setToolTip(tr("Take “%1” away from this event").arg(row.text));
    remove->setAccessibleName(remove->toolTip());

    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::tight);
    layout->addWidget(kind);
    layout->addWidget(text, 1);
    layout->addWidget(remove);
    connect(
        kind, &QComboBox::activated, this, [this, id = row.id](int index) { Q_EMIT kindChanged(id, index); });
    connect(text, &QToolButton::clicked, this, [this, id = row.id] { Q_EMIT followed(id); });
    connect(remove, &QToolButton::clicked, this, [this, id = row.id] { Q_EMIT removed(id); });
    return widget;
}

void RelationRows::add()
{
    const auto chosen = std::ranges::find_if(m_choices, [this](const Choice &choice) {
        return choice.text.compare(m_choice->currentText().trimmed(), Qt::CaseInsensitive) == 0;
    });
    if (chosen == m_choices.end())
        return;
    const qint64 id = chosen->id;
    m_choice->clearEditText();
    Q_EMIT added(id, m_kind->currentIndex());
}

void RelationRows::updateAdd()
{
    m_add->setEnabled(std::ranges::any_of(m_choices, [this](const Choice &choice) {
        return choice.text.compare(m_choice->currentText().trimmed(), Qt::CaseInsensitive) == 0;
    }));
}

} // namespace redoubt
