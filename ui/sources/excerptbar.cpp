#include "ui/sources/excerptbar.h"

#include "ui/look/look.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace redoubt {

ExcerptBar::ExcerptBar(Project &project, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_speaker(new QLineEdit(this))
    , m_note(new QLineEdit(this))
    , m_retraction(new QLabel(this))
{
    const auto prepare = [this](QLineEdit *field, const QString &name, const QString &words, const QString &toolTip) {
        field->setObjectName(name);
        field->setPlaceholderText(words);
        field->setAccessibleName(toolTip);
        field->setToolTip(toolTip);
        connect(field, &QLineEdit::editingFinished, this, &ExcerptBar::commit);
    };
    prepare(m_speaker, u"speaker"_s, tr("Speaker"), tr("Who says this passage"));
    prepare(m_note, u"excerptNote"_s, tr("Note"), tr("Note on this passage"));

    m_retraction->setObjectName(u"retraction"_s);
    m_retraction->setFont(look::font(look::Text::Caption, true));
    m_retraction->setTextFormat(Qt::PlainText);
    m_retraction->setWordWrap(true);
    m_retraction->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::group, look::tight, look::related, look::tight);
    column->setSpacing(look::tight);
    column->addWidget(m_retraction);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(look::tight);
    row->addWidget(m_speaker, 2);
    row->addWidget(m_note, 3);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        row->addWidget(button);
    }
    hide();
}

void ExcerptBar::setExcerpt(const std::optional<Excerpt> &excerpt)
{
    if (m_excerpt && excerpt && m_excerpt->id != excerpt->id)
        commit();
    const bool other = !m_excerpt || !excerpt || m_excerpt->id != excerpt->id;
    const auto before = std::exchange(m_excerpt, excerpt);
    setVisible(excerpt.has_value());
    if (!excerpt)
        return;
    // What is being typed is not written over by what somebody else changed.
    if (other || before->speaker != excerpt->speaker)
        m_speaker->setText(excerpt->speaker);
    if (other || before->note != excerpt->note)
        m_note->setText(excerpt->note);
    m_speaker->setReadOnly(m_project.isReadOnly());
    m_note->setReadOnly(m_project.isReadOnly());
}

void ExcerptBar::editSpeaker()
{
    m_speaker->setFocus(Qt::OtherFocusReason);
    m_speaker->selectAll();
}

void ExcerptBar::setRetraction(const QString &why)
{
    m_retraction->setVisible(!why.isEmpty());
    m_retraction->setText(tr("⊘ Its source no longer stands. %1").arg(why));
    QPalette ink = m_retraction->palette();
    ink.setColor(QPalette::WindowText, look::colours(palette()).notFound);
    m_retraction->setPalette(ink);
}

void ExcerptBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_excerpt) {
        m_speaker->setText(m_excerpt->speaker);
        m_note->setText(m_excerpt->note);
    }
    Q_EMIT left();
}

void ExcerptBar::commit()
{
    if (!m_excerpt)
        return;
    Excerpt changed = *m_excerpt;
    changed.speaker = m_speaker->text().simplified();
    changed.note = m_note->text().trimmed();
    if (changed == *m_excerpt)
        return;
    const QString what = changed.speaker != m_excerpt->speaker ? tr("Change speaker of an excerpt") : tr("Change note of an excerpt");
    m_excerpt = changed;
    if (const auto done = m_project.edit(what, [&](Writer &writer) { return updateExcerpt(writer, changed); }); !done)
        Q_EMIT failed(done.error());
}

} // namespace redoubt
