#include "ui/sources/keyfield.h"

#include "app/project/projectinfo.h"
#include "app/sources/citationkey.h"
#include "ui/look/look.h"
#include "ui/sources/formparts.h"

namespace redoubt {

KeyField::KeyField(Project &project, Keep keep, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_keep(std::move(keep))
    , m_edit(new QLineEdit(this))
    , m_anew(new QToolButton(this))
    , m_hint(formparts::hint(u"keyHint"_s, this))
{
    m_edit->setObjectName(u"key"_s);
    m_edit->setToolTip(tr("Briefs cite the source by this key; changing it changes every citation. Made by the project’s pattern when it is left empty"));
    m_anew->setObjectName(u"makeKey"_s);
    m_anew->setIcon(look::icon(u"reopen"_s));
    m_anew->setToolTip(tr("Make the key anew by the project’s pattern"));
    m_anew->setAccessibleName(tr("Make key anew"));
    setFocusProxy(m_edit);
    QWidget *pattern = makePattern();
    auto *fold = formparts::fold(u"keyPattern"_s, tr("Pattern"), pattern, this);
    fold->setToolTip(tr("How keys of new sources look in this project"));
    auto *line = new QHBoxLayout;
    line->setSpacing(look::tight);
    line->addWidget(m_edit, 1);
    line->addWidget(m_anew);
    line->addWidget(fold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::tight / 2);
    column->addLayout(line);
    column->addWidget(m_hint);
    column->addWidget(pattern);
    setTabOrder(m_anew, fold);
    setTabOrder(fold, m_pattern);
    connect(m_edit, &QLineEdit::textEdited, this, &KeyField::check);
    connect(m_edit, &QLineEdit::editingFinished, this, &KeyField::keep);
    connect(m_anew, &QToolButton::clicked, this, &KeyField::anewAsked);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touches(u"project"_s) && isVisible())
            readPattern();
    });
}

QWidget *KeyField::makePattern()
{
    auto *widget = new QWidget(this);
    m_pattern = new QLineEdit(widget);
    m_pattern->setObjectName(u"pattern"_s);
    m_pattern->setAccessibleName(tr("Pattern of citation keys"));
    m_pattern->setToolTip(tr("Words with fields in braces: {author} {authors} {year} {date} {title} {publisher} {type}; {title:2} takes two words. "
                             "Keys that are there already stay as they are."));
    m_example = formparts::hint(u"patternExample"_s, widget);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::tight / 2);
    column->addWidget(m_pattern);
    column->addWidget(m_example);
    connect(m_pattern, &QLineEdit::textChanged, this, &KeyField::showExample);
    connect(m_pattern, &QLineEdit::editingFinished, this, &KeyField::keepPattern);
    return widget;
}

void KeyField::show(const Source &source, bool isDraft)
{
    const bool isOther = source.id != m_source.id || isDraft != m_isDraft;
    const QString before = std::exchange(m_source, source).key;
    m_isDraft = isDraft;
    m_edit->setReadOnly(m_project.isReadOnly());
    m_pattern->setReadOnly(m_project.isReadOnly());
    m_anew->setEnabled(!m_project.isReadOnly() && (isDraft || source.id.isValid()));
    if (isOther || before != source.key)
        restore();
    showExample();
}

void KeyField::restore()
{
    m_edit->setText(m_source.key);
    m_edit->setCursorPosition(0);
    check();
}

QString KeyField::problemOf(const QString &key) const
{
    if (key.isEmpty())
        return m_isDraft || !m_source.id.isValid() ? QString() : tr("A source has a key, so that briefs can cite it.");
    if (!isCitable(key))
        return tr("It cannot be cited: a key has letters, digits and _, and single - . : / between them.");
    const auto other = sourceByKey(m_project.reader(), key);
    if (other && *other && ((*other)->id != m_source.id || m_isDraft))
        return tr("“%1” has this key already.").arg((*other)->title.simplified());
    return {};
}

void KeyField::check()
{
    const QString key = m_edit->text().trimmed();
    const QString problem = key == m_source.key && !m_isDraft ? QString() : problemOf(key);
    formparts::showProblem(m_hint, problem);
    m_edit->setAccessibleDescription(problem);
}

Result<> KeyField::flush()
{
    const QString key = m_edit->text().trimmed();
    if (key == m_source.key) {
        m_edit->setText(key);
        return {};
    }
    const QString problem = problemOf(key);
    if (problem.isEmpty() || m_isDraft)
        return m_keep(key);
    return failure(tr("The key was not changed."), problem, tr("Choose another key."), Error::Kind::Refused);
}

void KeyField::keep()
{
    const auto kept = flush();
    if (kept)
        return check();
    const QString why = kept.error().why.isEmpty() ? kept.error().what : kept.error().why;
    formparts::showProblem(m_hint, why);
    m_edit->setAccessibleDescription(why);
}

/// The key that it has, where the pattern would make just that, or that with a number behind it because another one has it.
Result<QString> KeyField::proposal() const
{
    const auto info = projectInfo(m_project.reader());
    if (!info)
        return failure(info);
    const QString plain = citationKey(info->citationKeys, m_source);
    if (m_source.key == plain)
        return plain;
    const auto holder = sourceByKey(m_project.reader(), plain);
    if (!holder)
        return failure(holder);
    bool isNumber = false;
    if (*holder && m_source.key.startsWith(plain + u'-'))
        m_source.key.sliced(plain.size() + 1).toInt(&isNumber);
    return isNumber ? m_source.key : newCitationKey(m_project.reader(), m_source);
}

void KeyField::makeAnew()
{
    const auto key = proposal();
    if (!key) {
        Q_EMIT failed(key.error());
        return;
    }
    if (*key == m_source.key)
        return formparts::showHint(m_hint, tr("The pattern makes just this key."));
    m_edit->setText(*key);
    keep();
}

void KeyField::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readPattern();
}

void KeyField::readPattern()
{
    const auto info = projectInfo(m_project.reader());
    if (!info) {
        Q_EMIT failed(info.error());
        return;
    }
    if (std::exchange(m_keptPattern, info->citationKeys) != info->citationKeys)
        m_pattern->setText(m_keptPattern);
}

void KeyField::showExample()
{
    const QString pattern = m_pattern->text().trimmed();
    if (!isCitationPattern(pattern))
        return formparts::showProblem(m_example, tr("Needed is at least one field in braces, of {author}, {authors}, {year}, {date}, {title}, {publisher}, {type}."));
    Source example = m_source;
    if (example.title.isEmpty()) {
        example.title = tr("Statement on the strike", "a title in an example");
        example.author = tr("Kim, Jae", "an author in an example");
        example.published = u"2026-05-29"_s;
    }
    formparts::showHint(m_example, u"= @"_s + citationKey(pattern, example));
}

void KeyField::keepPattern()
{
    auto info = projectInfo(m_project.reader());
    if (!info) {
        Q_EMIT failed(info.error());
        return;
    }
    const QString pattern = m_pattern->text().trimmed();
    if (pattern == info->citationKeys || !isCitationPattern(pattern))
        return;
    info->citationKeys = pattern;
    const auto done = m_project.edit(tr("Change the pattern of citation keys"), [&](Writer &writer) { return updateProjectInfo(writer, *info); });
    if (!done)
        Q_EMIT failed(done.error());
}

} // namespace redoubt
