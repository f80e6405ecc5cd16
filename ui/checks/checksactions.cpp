// The panel's actions and its menus.
#include "ui/checks/checkspanel.h"
#include "ui/checks/findingview.h"
#include "ui/look/look.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace redoubt {

QAction *ChecksPanel::addAct(const QString &name, const QString &icon, const QString &text, const QString &toolTip,
    const QKeySequence &shortcut, bool anywhere, std::function<void()> act)
{
    QAction *action = makeAction(name, icon, text, toolTip, shortcut, anywhere);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

void ChecksPanel::makeActions()
{
    makeGoActions();
    addMoreSeparator();
    makeFindingActions();
    addMoreSeparator();
    makeListActions();
    QAction *close = addAct(u"checks.close"_s, u"close"_s, tr("Hide the Checks"),
        tr("Hide this panel; the status line and the margin go on telling what there is"), {}, false, [this] { Q_EMIT dismissed(); });
    addHeaderAction(close);
}

void ChecksPanel::makeGoActions()
{
    m_show = addAct(u"checks.show"_s, u"checks"_s, tr("Show the Checks"), tr("Show what the checks find in the brief, or hide it"),
        QKeySequence(Qt::CTRL | Qt::Key_F8), true, [this] {
            if (isVisible())
                Q_EMIT dismissed();
            else
                Q_EMIT wanted();
        });
    m_show->setIconText(tr("Checks"));
    addShowAction(m_show);
    addMoreAction(m_show);
    m_previous = addAct(u"checks.previous"_s, u"up"_s, tr("Previous Finding"), tr("Go to the finding before the cursor"),
        QKeySequence(Qt::SHIFT | Qt::Key_F8), true, [this] { Q_EMIT m_review.stepWanted(false); });
    m_next = addAct(u"checks.next"_s, u"down"_s, tr("Next Finding"), tr("Go to the finding behind the cursor"),
        QKeySequence(Qt::Key_F8), true, [this] { Q_EMIT m_review.stepWanted(true); });
    addHeaderAction(m_previous);
    addHeaderAction(m_next);
}

void ChecksPanel::makeFindingActions()
{
    m_open = addAct(u"checks.open"_s, {}, tr("Go to Its Place"), tr("Put the cursor where the finding is"), {}, false,
        [this] { Q_EMIT m_view->opened(m_view->current()); });
    m_fix = addAct(u"checks.fix"_s, {}, tr("Fix"), tr("Change the text as the finding proposes"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), false, [this] { fix(m_view->current()); });
    m_fixAll = addAct(u"checks.fixAll"_s, {}, tr("Fix All of This Rule"),
        tr("Change the text at all findings of this rule, as one step"), {}, false, [this] { fixAll(); });
    m_ignore = addAct(u"checks.ignore"_s, {}, tr("Ignore Here…"), tr("Let the text stand, and say why"), QKeySequence::Delete, false,
        [this] { askToIgnore(m_view->current()); });
    m_takeBack = addAct(u"checks.takeBack"_s, {}, tr("Take Back"), tr("Let the finding count again"), {}, false, [this] {
        if (const Finding *finding = current())
            takeBack(*finding);
    });
    // Delete is the list's: in the filter it belongs to the text.
    m_ignore->setShortcutContext(Qt::WidgetShortcut);
    removeAction(m_ignore);
    for (QAction *action : {m_open, m_fix, m_fixAll, m_ignore, m_takeBack}) {
        addMoreAction(action);
        m_view->addAction(action);
    }
}

void ChecksPanel::makeListActions()
{
    for (QMenu *menu : {makeOrderMenu(), makeSeverityMenu(), makeRuleMenu()})
        addMoreAction(menu->menuAction());
    m_showIgnored = addAct(u"checks.showIgnored"_s, {}, tr("Show Ignored"), tr("Show the findings that are let stand, with the reasons"),
        {}, false, [this] {
            m_filter->setIgnoredShown(m_showIgnored->isChecked());
            showRows();
        });
    m_showIgnored->setCheckable(true);
    m_clearFilter = addAct(u"checks.clearFilter"_s, {}, tr("Clear the Filter"), tr("Show the findings of all severities and rules"), {},
        false, [this] { clearFilter(); });
    addMoreAction(m_showIgnored);
    addMoreAction(m_clearFilter);
}

QMenu *ChecksPanel::makeOrderMenu()
{
    using Order = FindingFilter::Order;
    auto *menu = new QMenu(tr("Sort By"), this);
    auto *group = new QActionGroup(this);
    for (const auto &[order, text] : {std::pair{Order::Place, tr("Place")}, std::pair{Order::Severity, tr("Severity")},
             std::pair{Order::Rule, tr("Rule")}}) {
        QAction *choice = group->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(order == Order::Place);
        connect(choice, &QAction::triggered, this, [this, order] { m_filter->setOrder(order); });
    }
    menu->addActions(group->actions());
    return menu;
}

QMenu *ChecksPanel::makeSeverityMenu()
{
    auto *menu = new QMenu(tr("Severities"), this);
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
        QAction *choice = menu->addAction(u"%1 %2"_s.arg(severityGlyph(severity), severityText(severity)));
        choice->setCheckable(true);
        choice->setChecked(true);
        connect(choice, &QAction::toggled, this, [this, severity](bool isShown) {
            m_filter->setSeverityShown(severity, isShown);
            showRows();
            updateActions();
        });
        m_severities.append(choice);
    }
    return menu;
}

QMenu *ChecksPanel::makeRuleMenu()
{
    auto *menu = new QMenu(tr("Rule"), this);
    menu->setToolTipsVisible(true);
    m_rules = new QActionGroup(this);
    const auto add = [this](const QString &text, const QString &toolTip, const QString &id) {
        QAction *choice = m_rules->addAction(text);
        choice->setToolTip(toolTip);
        choice->setCheckable(true);
        choice->setChecked(id.isEmpty());
        connect(choice, &QAction::triggered, this, [this, id] {
            m_filter->setRule(id);
            showRows();
            updateActions();
        });
    };
    add(tr("All Rules"), tr("Show the findings of all rules"), {});
    for (const Rule &rule : m_review.rules())
        add(rule.title, Qt::convertFromPlainText(rule.explanation), rule.id);
    menu->addActions(m_rules->actions());
    return menu;
}

void ChecksPanel::updateActions()
{
    const Finding *finding = current();
    const bool mayWrite = !m_project.isReadOnly();
    const bool counts = finding && !finding->ignored.isValid();
    const bool hasAny = m_review.count() > 0;
    m_next->setEnabled(hasAny);
    m_previous->setEnabled(hasAny);
    m_open->setEnabled(finding);
    m_fix->setEnabled(mayWrite && counts && (finding->fix || !finding->offers.isEmpty()));
    m_fixAll->setEnabled(mayWrite && counts && finding->fix);
    m_ignore->setEnabled(mayWrite && counts);
    m_takeBack->setEnabled(mayWrite && finding && !counts);
    m_clearFilter->setEnabled(m_filter->leavesOut() || !filterField()->text().isEmpty());
    if (mayWrite)
        return;
    for (QAction *action : {m_fix, m_fixAll, m_ignore, m_takeBack})
        action->setToolTip(tr("The project is open to read only."));
}

const Finding *ChecksPanel::current() const
{
    return m_isStale || m_view->current() < 0 ? nullptr : &m_model->at(int(m_view->current()));
}

void ChecksPanel::fix(qsizetype index)
{
    if (index < 0 || m_project.isReadOnly())
        return;
    const Finding finding = m_model->at(int(index));
    if (finding.ignored.isValid())
        takeBack(finding);
    else if (finding.fix)
        tell(m_review.apply({*finding.fix}));
    else if (!finding.offers.isEmpty())
        offer(finding);
}

void ChecksPanel::offer(const Finding &finding)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Replace by"));
    for (const Fix &offered : finding.offers)
        menu->addAction(offered.what, this, [this, offered] { tell(m_review.apply({offered})); });
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(m_view->currentIndex()).bottomLeft()));
}

void ChecksPanel::fixAll()
{
    if (const Finding *finding = current())
        tell(m_review.apply(m_review.certainFixes(finding->rule)));
}

void ChecksPanel::askToIgnore(qsizetype index)
{
    if (index < 0 || m_project.isReadOnly())
        return;
    const Finding finding = m_model->at(int(index));
    auto *reason = new QLineEdit;
    reason->setObjectName(u"ignoreReason"_s);
    reason->setPlaceholderText(tr("Why it may stand"));
    reason->setAccessibleName(tr("Why “%1” may stand here").arg(m_review.ruleOf(finding).title));
    const auto ignore = [this, finding, text = m_review.checkedText(), reason] {
        const QString said = reason->text();
        notice()->close();
        m_view->setFocus(Qt::OtherFocusReason);
        if (tell(m_review.ignore(finding, text, said)))
            notice()->show(Notice::Severity::Done, tr("It stands: %1").arg(said.trimmed()), tr("Undo"), [this] { tell(m_project.undo()); });
    };
    notice()->show(Notice::Severity::Done, tr("Ignore here: %1").arg(m_review.ruleOf(finding).title), tr("Ignore"), ignore);
    notice()->setField(reason);
    connect(reason, &QLineEdit::returnPressed, notice(), ignore);
    reason->show();
    reason->setFocus(Qt::ShortcutFocusReason);
}

void ChecksPanel::takeBack(const Finding &finding)
{
    tell(m_review.takeBack(finding));
}

void ChecksPanel::clearFilter()
{
    filterField()->clear();
    for (QAction *severity : std::as_const(m_severities))
        severity->setChecked(true);
    m_rules->actions().first()->trigger();
}

} // namespace redoubt
