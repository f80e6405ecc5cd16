#include "app/project/project.h"
#include "app/sources/annotation.h"
#include "app/sources/evidence.h"
#include "app/timeline/event.h"
#include "ui/sources/capturetext.h"
#include "ui/sources/carryoverpane.h"
#include "ui/sources/sourcelistmodel.h"
#include "ui/sources/sourcereader.h"
#include "ui/sources/sourcespanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QMimeData>

/// How captures are read and what becomes of excerpts: actions of SourcesPanel.
namespace redoubt {

namespace {

constexpr QLatin1StringView typeSizeName("typeSize");

} // namespace

void SourcesPanel::makeReadingActions()
{
    using View = SourceReader::View;
    m_read.dispute = makeAct(u"attachDisputing"_s, u"link"_s, tr("Attach as disputing"), QString(), {}, &SourcesPanel::attachDisputing);
    m_read.copyAnnotation = makeAct(u"copyAnnotation"_s, {}, tr("Copy as W3C annotation"), tr("Copy the excerpt as a Web Annotation (JSON-LD), for other programs"), {}, &SourcesPanel::copyAnnotation);
    m_read.carryOver = makeAct(u"carryOver"_s, u"carry"_s, tr("Find excerpts in this capture"), tr("Look where the excerpts of earlier captures are in this one, and carry them over"), {}, &SourcesPanel::findExcerptsAgain);
    m_read.compare = makeAction(u"compareCaptures"_s, u"compare"_s, tr("Compare with earlier"), tr("Show what changed since an earlier capture"), Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_read.showPages = makeAction(u"showPages"_s, u"page"_s, tr("Show pages"), tr("Show the pages of the PDF as they look"), Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    const auto toggle = [this](QAction *action, View view) {
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, view](bool isWanted) {
            showPage(0);
            m_reader->setView(isWanted ? view : View::Text);
        });
    };
    toggle(m_read.compare, View::Comparison);
    toggle(m_read.showPages, View::Pages);
    const auto zoom = [this](const QString &name, const QString &icon, const QString &text, const QString &toolTip, const QKeySequence &shortcut, int by) {
        QAction *action = makeAction(name, icon, text, toolTip, shortcut);
        connect(action, &QAction::triggered, this, [this, by] { m_reader->zoom(by); });
        return action;
    };
    m_read.larger = zoom(u"largerText"_s, u"zoom-in"_s, tr("Larger text"), tr("Show the captured text larger"), QKeySequence::ZoomIn, 1);
    m_read.smaller = zoom(u"smallerText"_s, u"zoom-out"_s, tr("Smaller text"), tr("Show the captured text smaller"), QKeySequence::ZoomOut, -1);
    m_read.usual = zoom(u"usualText"_s, {}, tr("Usual text size"), tr("Show the captured text in its usual size"), Qt::CTRL | Qt::Key_0, 0);
    m_read.larger->setShortcuts({QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
}

void SourcesPanel::addReadingToMenu()
{
    addMoreSeparator();
    for (QAction *action : {m_read.compare, m_read.showPages, m_read.carryOver, m_read.dispute, m_read.copyAnnotation, m_read.larger, m_read.smaller, m_read.usual})
        addMoreAction(action);
}

void SourcesPanel::updateReadingActions()
{
    using View = SourceReader::View;
    const SourceReader *reader = m_reader.made();
    const bool hasText = reader && !reader->captures().isEmpty();
    const auto offer = [](QAction *action, bool isPossible) {
        // An action that is not seen cannot be enabled.
        action->setVisible(isPossible);
        action->setEnabled(isPossible);
    };
    offer(m_read.compare, reader && reader->canCompare());
    m_read.compare->setChecked(reader && reader->view() == View::Comparison);
    offer(m_read.showPages, reader && reader->hasPages());
    m_read.showPages->setChecked(reader && reader->view() == View::Pages);
    m_read.carryOver->setEnabled(hasText && reader->captures().size() > 1 && reader->text()->capture().id != reader->captures().last().id);
    m_read.dispute->setEnabled(m_act.attach->isEnabled());
    m_read.dispute->setToolTip(m_act.attach->isEnabled() ? tr("Attach it as saying otherwise than the event") : m_act.attach->toolTip());
    m_read.copyAnnotation->setEnabled(reader && reader->chosen());
    for (QAction *action : {m_read.larger, m_read.smaller, m_read.usual})
        action->setEnabled(hasText);
    const bool isOther = m_carryOver.made() && m_pane == m_carryOver.made() && (!reader || reader->text()->capture().id != m_carryOver->capture());
    if (isOther)
        showPane(nullptr);
}

void SourcesPanel::attach()
{
    attachAs(Stance::Corroborates);
}

void SourcesPanel::attachDisputing()
{
    attachAs(Stance::Disputes);
}

/// One source says one thing of an event: attaching another excerpt takes the place of the one before.
void SourcesPanel::attachAs(Stance stance)
{
    const auto excerpt = m_reader->chosen();
    const auto said = evidenceOf(m_project.reader(), m_event);
    if (!tell(said))
        return;
    const auto known = std::ranges::find(*said, m_source, &Evidence::source);
    Evidence evidence{.id = {}, .event = m_event, .source = m_source, .excerpt = {}};
    if (known != said->cend())
        evidence = *known;
    evidence.stance = stance;
    const QString what = excerpt ? tr("Attach an excerpt to an event") : tr("Attach a source to an event");
    const auto done = m_project.edit(what, [&](Writer &writer) -> Result<> {
        if (excerpt) {
            const auto attached = attachExcerpt(writer, m_event, *excerpt, stance);
            return attached ? Result<>() : failure(attached);
        }
        return evidence.id.isValid() ? updateEvidence(writer, evidence) : addEvidence(writer, evidence);
    });
    if (!tell(done))
        return;
    if (stance == Stance::Disputes)
        finished(excerpt ? tr("Attached the excerpt to the event, as disputing it.") : tr("Attached the source to the event, as disputing it."));
    else
        finished(excerpt ? tr("Attached the excerpt to the event.") : tr("Attached the source to the event."));
}

void SourcesPanel::copyAnnotation()
{
    const auto excerpt = m_reader->chosen();
    const int row = m_model->rowOf(m_source);
    if (!excerpt || row < 0)
        return;
    const QJsonObject annotation = annotationOf(*excerpt, m_reader->text()->capture(), m_model->card(row).source);
    const QByteArray json = QJsonDocument(annotation).toJson();
    auto *copied = new QMimeData;
    copied->setText(QString::fromUtf8(json));
    copied->setData(u"application/ld+json"_s, json);
    QGuiApplication::clipboard()->setMimeData(copied);
    notice()->show(Notice::Severity::Done, tr("Copied the excerpt as a W3C annotation."));
}

CarryOverPane *SourcesPanel::makeCarryOver()
{
    auto *pane = new CarryOverPane(m_project, this);
    connect(pane, &CarryOverPane::looked, this, [this](qsizetype start, qsizetype end) {
        m_reader->setView(SourceReader::View::Text);
        m_reader->text()->showPassage(start, end);
        m_reader->text()->selectPassage(start, end);
    });
    connect(pane, &CarryOverPane::carried, this, [this](int excerpts) {
        showPane(nullptr);
        finished(tr("Excerpts carried over: %1.").arg(locale().toString(excerpts)));
    });
    connect(pane, &CarryOverPane::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(pane, &CarryOverPane::closed, this, [this] { showPane(nullptr); });
    return pane;
}

void SourcesPanel::findExcerptsAgain()
{
    showPage(0);
    m_carryOver->show(m_reader->captures(), m_reader->text()->capture().id);
    showPane(m_carryOver.get());
}

QByteArray SourcesPanel::arrangement() const
{
    const int size = m_reader.made() ? m_reader->typeSize() : m_typeSize;
    return QJsonDocument(QJsonObject{{typeSizeName, size}}).toJson(QJsonDocument::Compact);
}

void SourcesPanel::setArrangement(const QByteArray &arrangement)
{
    const QJsonValue size = QJsonDocument::fromJson(arrangement).object().value(typeSizeName);
    if (!size.isDouble())
        return;
    m_typeSize = size.toInt();
    if (m_reader.made())
        m_reader->setTypeSize(m_typeSize);
}

} // namespace redoubt
