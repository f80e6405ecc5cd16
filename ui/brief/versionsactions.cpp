#include "ui/brief/briefpanel.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/versions/versionspane.h"

#include <QStackedWidget>

/// The kept versions in the place of the text: the part of BriefPanel that opens and leaves them.
namespace redoubt {

VersionsPane *BriefPanel::makeVersions()
{
    auto *pane = new VersionsPane(m_project, this);
    m_pages->addWidget(pane);
    const auto offerUndo = [this](const QString &text) {
        notice()->show(Notice::Severity::Done, text, tr("Undo"), [this] { tell(m_project.undo()); });
    };
    connect(pane, &VersionsPane::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(pane, &VersionsPane::changed, this, offerUndo);
    connect(pane, &VersionsPane::restored, this, [this, offerUndo](const QString &text) {
        leaveVersions();
        offerUndo(text);
    });
    connect(pane, &VersionsPane::closed, this, &BriefPanel::leaveVersions);
    return pane;
}

void BriefPanel::showVersions()
{
    if (!brief().isValid() || !tell(flush()))
        return;
    m_versions->open(brief());
    m_pages->setCurrentWidget(m_versions.get());
    setFocusProxy(m_versions.get());
    updateActions();
    m_versions->setFocus(Qt::OtherFocusReason);
}

/// Back to the text.
void BriefPanel::leaveVersions()
{
    const bool hadFocus = isShowingVersions() && m_versions->isAncestorOf(window()->focusWidget());
    m_pages->setCurrentIndex(1);
    setFocusProxy(m_editor);
    updateActions();
    if (hadFocus)
        m_editor->setFocus(Qt::OtherFocusReason);
}

bool BriefPanel::isShowingVersions() const
{
    return m_versions.made() && m_pages->currentWidget() == m_versions.made();
}

} // namespace redoubt
