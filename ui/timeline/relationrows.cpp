#include "ui/timeline/relationrows.h"

#include "ui/look/look.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype longestPassage = 70;

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
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        painter.drawItemText(rect().adjusted(look::related, 0, -look::related, 0),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter, palette(), isEnabled(), text(), QPalette::Link);
    }

    void resizeEvent(QResizeEvent *event) override
    {
        setText(fontMetrics().elidedText(m_text, Qt::ElideMiddle, width() - look::related * 2));
        QToolButton::resizeEvent(event);
    }

private:
    QString m_text;
};

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestPassage ? line : line.first(longestPassage - 1).trimmed() + u'…';
}

QLabel *makeDetail(const QString &text, QColor look::Colours::*colour, QWidget *parent)
{
    auto *detail = new QLabel(text, parent);
    detail->setFont(look::font(look::Text::Caption));
    detail->setTextFormat(Qt::PlainText);
    detail->setWordWrap(true);
    detail->setContentsMargins(look::related, 0, 0, look::tight);
    QPalette ink = detail->palette();
    ink.setColor(QPalette::WindowText, look::colours(parent->palette()).*colour);
    detail->setPalette(ink);
    return detail;
}

} // namespace

RelationRows::RelationRows(const QStringList &kinds, const QString &hint, QWidget *parent)
    : QWidget(parent)
    , m_kinds(kinds)
    , m_list(new QVBoxLayout)
    , m_kind(makeKindField(kinds, this))
    , m_choice(new QComboBox(this))
    , m_add(new QToolButton(this))
{
    m_kind->setAccessibleName(tr("How"));
    m_choice->setEditable(true);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setMinimumContentsLength(6);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setAccessibleName(hint);
    m_choice->installEventFilter(this);
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
    connect(m_choice, &QComboBox::editTextChanged, this, [this](const QString &text) {
        Q_EMIT searched(text);
        updateAdd();
    });
    updateAdd();
}

QComboBox *RelationRows::makeKindField(const QStringList &kinds, QWidget *parent)
{
    auto *field = new QComboBox(parent);
    field->addItems(kinds);
    field->setMinimumContentsLength(12);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    field->installEventFilter(this);
    return field;
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
    QWidget *before = nullptr;
    for (const Row &row : rows) {
        QWidget *made = makeRow(row);
        m_list->addWidget(made);
        if (before)
            setTabOrder(before, made);
        before = made;
    }
    if (before)
        setTabOrder(before, m_kind);
}

void RelationRows::setChoices(const QList<Choice> &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    const QString typed = m_choice->currentText();
    const int cursor = m_choice->lineEdit()->cursorPosition();
    {
        const QSignalBlocker quiet(m_choice);
        const QSignalBlocker quietText(m_choice->lineEdit());
        m_choice->clear();
        for (const Choice &choice : choices)
            m_choice->addItem(choice.text, choice.id);
        m_choice->setCurrentIndex(-1);
        m_choice->setEditText(typed);
        m_choice->lineEdit()->setCursorPosition(cursor);
    }
    updateAdd();
}

QWidget *RelationRows::makeRow(const Row &row)
{
    auto *widget = new QWidget(this);
    auto *kind = makeKindField(row.isInverse ? m_inverseKinds : m_kinds, widget);
    kind->setCurrentIndex(row.kind);
    kind->setAccessibleName(tr("How: %1").arg(row.text));
    kind->setToolTip(kind->currentText());
    auto *text = new Follow(row.text, widget);
    text->setToolTip(row.toolTip.isEmpty() ? row.text : row.toolTip);
    text->setAccessibleDescription(row.retraction.isEmpty() ? row.detail : u"%1 %2"_s.arg(row.retraction, row.detail));
    auto *remove = new QToolButton(widget);
    remove->setObjectName(u"remove"_s);
    remove->setIcon(look::icon(u"close"_s));
    remove->setToolTip(tr("Take “%1” away from this event").arg(row.text));
    remove->setAccessibleName(remove->toolTip());

    auto *line = new QHBoxLayout;
    line->setSpacing(look::tight);
    line->addWidget(kind);
    line->addWidget(text, 1);
    if (!row.passages.isEmpty())
        line->addWidget(makePassages(row, widget));
    line->addWidget(remove);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::hair);
    layout->addLayout(line);
    if (!row.retraction.isEmpty())
        layout->addWidget(makeDetail(u"✕ "_s + row.retraction, &look::Colours::notFound, widget));
    if (row.warns && !row.detail.isEmpty())
        layout->addWidget(makeDetail(u"▲ "_s + row.detail, &look::Colours::altered, widget));
    else if (!row.detail.isEmpty())
        layout->addWidget(makeDetail(row.detail, &look::Colours::inkSoft, widget));
    connect(
        kind, &QComboBox::activated, this, [this, id = row.id](int index) { Q_EMIT kindChanged(id, index); });
    connect(text, &QToolButton::clicked, this, [this, id = row.id] { Q_EMIT followed(id); });
    connect(remove, &QToolButton::clicked, this, [this, id = row.id] { Q_EMIT removed(id); });
    return widget;
}

QToolButton *RelationRows::makePassages(const Row &row, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(u"passage"_s);
    button->setIcon(look::icon(u"excerpt"_s));
    button->setToolTip(tr("Choose the passage of “%1” that says it").arg(row.text));
    button->setAccessibleName(button->toolTip());
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    const auto offer = [&](qint64 id, const QString &text) {
        QAction *entry = menu->addAction(shortened(text).replace(u'&', u"&&"_s));
        entry->setCheckable(true);
        entry->setChecked(id == row.passage);
        connect(entry, &QAction::triggered, this, [this, of = row.id, id] { Q_EMIT passageChosen(of, id); });
    };
    offer(0, tr("No passage"));
    menu->addSeparator();
    for (const Choice &passage : row.passages)
        offer(passage.id, passage.text);
    button->setMenu(menu);
    return button;
}

/// What the field names: the entry that was picked from the list, or the first one called so.
const RelationRows::Choice *RelationRows::chosen() const
{
    const QString text = m_choice->currentText().trimmed();
    const int picked = m_choice->currentIndex();
    if (picked >= 0 && picked < m_choices.size() && m_choices[picked].text == text)
        return &m_choices[picked];
    const auto named = std::ranges::find_if(
        m_choices, [&](const Choice &choice) { return choice.text.compare(text, Qt::CaseInsensitive) == 0; });
    return named == m_choices.end() ? nullptr : &*named;
}

void RelationRows::add()
{
    const Choice *choice = chosen();
    if (!choice)
        return;
    const qint64 id = choice->id;
    m_choice->setCurrentIndex(-1);
    m_choice->clearEditText();
    Q_EMIT added(id, m_kind->currentIndex());
}

void RelationRows::updateAdd()
{
    m_add->setEnabled(chosen() != nullptr);
}

bool RelationRows::eventFilter(QObject *watched, QEvent *event)
{
    // Scrolling the form must not change what happens to pass under the pointer.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace redoubt
