#include "ui/brief/briefproperties.h"

#include "ui/look/look.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace redoubt {

BriefProperties::BriefProperties(Project &project, QWidget *parent)
    : QFrame(parent)
    , m_project(project)
    , m_title(makeField(tr("What the piece is called"), &Brief::title, tr("Change title of “%1”")))
    , m_byline(makeField(tr("Who wrote it"), &Brief::byline, tr("Change byline of “%1”")))
    , m_dateline(makeField(tr("Where and when it was written"), &Brief::dateline, tr("Change dateline of “%1”")))
    , m_language(makeField(tr("A language tag, as en-GB"), &Brief::language, tr("Change language of “%1”")))
    , m_scale(new QComboBox(this))
    , m_citations(new QComboBox(this))
{
    setAccessibleName(tr("Properties of the brief"));
    m_scale->addItem(tr("ICD 203"), QVariant::fromValue(LikelihoodScale::Icd203));
    m_scale->addItem(tr("PHIA yardstick"), QVariant::fromValue(LikelihoodScale::Phia));
    m_scale->setToolTip(tr("The words for likelihoods, and the ranges that they stand for"));
    m_citations->addItem(tr("At the foot of the page"), false);
    m_citations->addItem(tr("At the end"), true);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(look::group, look::related, look::group, look::group);
    form->setSpacing(look::related);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Byline"), m_byline);
    form->addRow(tr("&Dateline"), m_dateline);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("Likelihood &scale"), m_scale);
    form->addRow(tr("&Citations"), m_citations);

    connect(m_scale, &QComboBox::activated, this, [this] {
        const auto scale = m_scale->currentData().value<LikelihoodScale>();
        write(tr("Change likelihood scale of “%1”"), [scale](Brief &brief) { brief.scale = scale; });
    });
    connect(m_citations, &QComboBox::activated, this, [this] {
        const bool endnotes = m_citations->currentData().toBool();
        write(tr("Change citations of “%1”"), [endnotes](Brief &brief) { brief.endnotes = endnotes; });
    });
    hide();
}

QLineEdit *BriefProperties::makeField(const QString &hint, QString Brief::*member, const QString &what)
{
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(hint);
    connect(field, &QLineEdit::editingFinished, this, [this, field, member, what] {
        const QString text = field->text().trimmed();
        const bool mayBeEmpty = member == &Brief::byline || member == &Brief::dateline;
        field->setModified(false);
        if (text.isEmpty() && !mayBeEmpty)
            field->setText(m_brief.*member);
        else if (text != m_brief.*member)
            write(what, [member, text](Brief &brief) { brief.*member = text; });
    });
    return field;
}

void BriefProperties::write(const QString &what, const std::function<void(Brief &)> &change)
{
    Brief changed = m_brief;
    change(changed);
    if (changed == m_brief)
        return;
    const auto done = m_project.edit(what.arg(m_brief.title), [&](Writer &writer) { return updateBrief(writer, changed); });
    if (!done) {
        setBrief(m_brief);
        Q_EMIT failed(done.error());
    }
}

void BriefProperties::show(QLineEdit *field, const QString &text)
{
    if (!field->isModified())
        field->setText(text);
}

void BriefProperties::setBrief(const Brief &brief)
{
    if (brief.id != m_brief.id) {
        for (QLineEdit *field : {m_title, m_byline, m_dateline, m_language})
            field->setModified(false);
    }
    m_brief = brief;
    show(m_title, brief.title);
    show(m_byline, brief.byline);
    show(m_dateline, brief.dateline);
    show(m_language, brief.language);
    m_scale->setCurrentIndex(m_scale->findData(QVariant::fromValue(brief.scale)));
    m_citations->setCurrentIndex(m_citations->findData(brief.endnotes));
    setEnabled(!m_project.isReadOnly());
}

void BriefProperties::open()
{
    QFrame::show();
    m_title->setFocus(Qt::ShortcutFocusReason);
    m_title->selectAll();
}

void BriefProperties::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QFrame::keyPressEvent(event);
        return;
    }
    for (QLineEdit *field : {m_title, m_byline, m_dateline, m_language})
        field->setModified(false);
    setBrief(m_brief);
    hide();
}

} // namespace redoubt
