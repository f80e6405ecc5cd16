#include "ui/brief/briefpanel.h"

#include "app/sources/source.h"
#include "ui/brief/briefchooser.h"
#include "ui/brief/briefmargin.h"
#include "ui/brief/readingplaces.h"
#include "ui/brief/briefproperties.h"
#include "ui/brief/brieftext.h"
#include "ui/brief/brieftextedit.h"
#include "ui/brief/dateentry.h"
#include "ui/brief/draftreader.h"
#include "ui/brief/fallencitations.h"
#include "ui/brief/findreplacebar.h"
#include "ui/brief/focusmode.h"
#include "ui/brief/folding.h"
#include "ui/brief/foundpane.h"
#include "ui/brief/mentionlink.h"
#include "ui/brief/outlinelist.h"
#include "ui/brief/projectwordspane.h"
#include "ui/brief/quotationcard.h"
#include "ui/brief/reviewlink.h"
#include "ui/brief/sectionmover.h"
#include "ui/brief/smarttyping.h"
#include "ui/brief/spelling.h"
#include "ui/brief/texthelp.h"
#include "ui/brief/writingdesk.h"
#include "ui/workbench/emptystate.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace redoubt {

BriefPanel::BriefPanel(Project &project, Selection &selection, Review &review, std::shared_ptr<Syntax> syntax, QWidget *parent)
    : Panel(tr("Brief"), u"brief"_s, parent)
    , m_project(project)
    , m_selection(selection)
    , m_review(review)
    , m_editor(new BriefTextEdit(std::move(syntax)))
    , m_typing(new SmartTyping(*m_editor))
    , m_folding(new Folding(*m_editor))
    , m_focus(new FocusMode(*m_editor))
    , m_places(new ReadingPlaces(*m_editor, *m_folding, this))
    , m_date(new DateEntry(this))
    , m_margin(new BriefMargin(*m_editor))
    , m_reader(new DraftReader(project, m_editor->written(), this))
    , m_fallen(new FallenCitations(project, this))
    , m_text(new BriefText(project, *m_editor, this))
    , m_card(new QuotationCard(*m_editor))
    , m_help(new TextHelp(project, selection, *m_editor, *m_reader, *m_fallen, this))
    , m_link(new ReviewLink(review, *m_editor, this))
    , m_find([this] { return makeFind(); })
    , m_found([this] { return makeFound(); })
    , m_spelling(new Spelling(project, *m_editor, this))
    , m_words([this] { return makeProjectWords(); })
    , m_properties([this] { return makeProperties(); })
    , m_outline(new OutlineList(this))
    , m_mover(new SectionMover(*m_editor, this))
    , m_desk(new WritingDesk(project, *m_editor))
    , m_roleMenu(new QMenu(tr("Section Role"), this))
    , m_pages(new QStackedWidget)
    , m_versions([this] { return makeVersions(); })
{
    new MentionLink(project, selection, *m_editor, *m_reader, this);
    makeActions();
    layOut();
    connectParts();
    connectSections();
    connectSpelling();
    connectReview();
    takeBriefs();
}

BriefPanel::~BriefPanel()
{
    // Before the editor goes, whose text they ask for.
    delete m_help;
    delete m_text;
    delete m_reader;
    delete m_mover;
    m_desk->stop();
}

void BriefPanel::layOut()
{
    auto *empty = new EmptyState(
        tr("Here you write the brief, with its sources and its chronology beside it."), m_templateActions);
    auto *writing = new QWidget;
    auto *layout = new QVBoxLayout(writing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_desk, 1);
    m_pages->addWidget(empty);
    m_pages->addWidget(writing);
    setContent(m_pages);
}

BriefProperties *BriefPanel::makeProperties()
{
    auto *properties = new BriefProperties(m_project);
    static_cast<QVBoxLayout *>(m_desk->parentWidget()->layout())->insertWidget(0, properties);
    connect(properties, &BriefProperties::failed, this, [this](const Error &error) { notice()->show(error); });
    const auto shown = std::ranges::find(m_briefs, brief(), &Brief::id);
    if (shown != m_briefs.cend())
        properties->setBrief(*shown);
    return properties;
}

void BriefPanel::addBelowText(QWidget *pane)
{
    auto *layout = static_cast<QVBoxLayout *>(m_desk->parentWidget()->layout());
    layout->insertWidget(m_find.made() ? layout->indexOf(m_find.made()) : -1, pane, 1);
}

void BriefPanel::connectParts()
{
    connect(m_editor, &BriefTextEdit::edited, m_reader, &DraftReader::textChanged);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &BriefPanel::showStatus);
    connect(m_reader, &DraftReader::draftRead, this, &BriefPanel::takeDraft);
    connect(m_reader, &DraftReader::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(m_text, &BriefText::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(m_chooser, &BriefChooser::briefChosen, this, &BriefPanel::showBrief);
    connect(m_outline, &OutlineList::sectionChosen, this, [this](qsizetype position) {
        m_editor->goTo(position);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_margin, &BriefMargin::quotationChosen, this, [this](qsizetype position) {
        if (const DraftQuotation *checked = m_reader->draft().quotationAt(position))
            showQuotation(*checked, false);
    });
    const auto showSource = [this](const QString &key) {
        const auto found = sourceByKey(m_project.reader(), key);
        if (found && *found)
            m_selection.select(Thing::of((*found)->id));
    };
    connect(m_card, &QuotationCard::sourceWanted, this, showSource);
    connect(m_margin, &BriefMargin::sourceChosen, this, showSource);
    connect(m_date, &DateEntry::chosen, this, [this](const QString &date) { m_editor->textCursor().insertText(date); });
    connect(m_focus, &FocusMode::switched, this, [this](bool on) {
        m_focusAction->setChecked(on);
        Q_EMIT aloneWanted(on);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_focus, &FocusMode::leaveWanted, this, [this] { isFinding() ? m_find->hide() : m_focus->setOn(false); });
    connect(m_fallen, &FallenCitations::found, this, &BriefPanel::takeRetractions);
    connect(&m_project, &Project::changed, this, [this](const Changes &changes) {
        if (changes.touches(u"brief"_s) && m_text->isIdle())
            takeBriefs();
    });
    connect(&m_selection, &Selection::changed, this, [this](const Thing &thing) {
        updateActions();
        if (thing.brief().isValid())
            showBrief(thing.brief());
    });
    connect(&m_selection, &Selection::placeChosen, this, [this](const Thing &thing, qsizetype start, qsizetype length) {
        if (!thing.brief().isValid() || thing.brief() != brief())
            return;
        leaveVersions();
        m_editor->showPassage({start, length});
    });
}

void BriefPanel::connectReview()
{
    m_margin->setReview(m_review);
    connect(m_margin, &BriefMargin::findingChosen, m_link, &ReviewLink::show);
    connect(m_link, &ReviewLink::failed, this, [this](const Error &error) { notice()->show(error); });
    connect(m_link, &ReviewLink::ignored, this, [this](const QString &reason) {
        notice()->show(Notice::Severity::Done, tr("It stands: %1").arg(reason), tr("Undo"), [this] { tell(m_project.undo()); });
    });
    connect(&m_review, &Review::textWanted, this, [this] {
        Q_EMIT wanted();
        leaveVersions();
        setFocus(Qt::OtherFocusReason);
    });
}

Id<Brief> BriefPanel::brief() const
{
    return m_text->brief();
}

Brief BriefPanel::shownBrief() const
{
    const auto shown = std::ranges::find(m_briefs, brief(), &Brief::id);
    return shown == m_briefs.end() ? Brief() : *shown;
}

void BriefPanel::setSettings(Settings &settings)
{
    m_places->setSettings(settings);
    const Id<Brief> last = m_places->last(m_briefs);
    if (last == brief())
        m_places->restore(last);
    else
        showBrief(last);
}

QByteArray BriefPanel::arrangement() const
{
    const QJsonObject chosen{{u"marks"_s, m_typing->setsMarks()}, {u"typewriter"_s, m_focus->isTypewriter()},
        {u"lit"_s, int(m_focus->lit())}, {u"find"_s, m_find.made() ? m_find->state() : m_findState}, {u"spelling"_s, m_spelling->isOn()},
        {u"pages"_s, m_pagesAction->isChecked()}, {u"twoViews"_s, m_twoViewsAction->isChecked()}};
    return QJsonDocument(chosen).toJson(QJsonDocument::Compact);
}

void BriefPanel::setArrangement(const QByteArray &arrangement)
{
    const QJsonObject chosen = QJsonDocument::fromJson(arrangement).object();
    m_typing->setSetsMarks(chosen.value("marks"_L1).toBool(true));
    m_marksAction->setChecked(m_typing->setsMarks());
    m_findState = chosen.value("find"_L1).toObject();
    if (m_find.made())
        m_find->setState(m_findState);
    m_spellingAction->setChecked(chosen.value("spelling"_L1).toBool(true));
    m_spelling->setOn(m_spellingAction->isChecked());
    m_pagesAction->setChecked(chosen.value("pages"_L1).toBool());
    m_twoViewsAction->setChecked(chosen.value("twoViews"_L1).toBool());
    m_focus->setTypewriter(chosen.value("typewriter"_L1).toBool());
    m_typewriterAction->setChecked(m_focus->isTypewriter());
    for (QAction *choice : m_litActions->actions()) {
        if (choice->data().toInt() == chosen.value("lit"_L1).toInt(int(m_focus->lit())))
            choice->trigger();
    }
}

Result<> BriefPanel::flush()
{
    m_places->keep(brief());
    return m_text->flush();
}

void BriefPanel::showBrief(Id<Brief> id)
{
    const auto wanted = std::ranges::find(m_briefs, id, &Brief::id);
    if (wanted == m_briefs.end())
        return;
    const bool isOther = id != brief();
    if (isOther) {
        // The list knows what texts were when it was read.
        m_places->keep(brief());
        const auto present = redoubt::brief(m_project.reader(), id);
        if (!tell(present) || !*present || !tell(m_text->open(**present)))
            return;
        findInShownBrief();
        m_card->hide();
        m_margin->setRetractions({});
        m_review.clear();
        m_reader->startAnew();
        m_places->restore(id);
    }
    m_typing->setLanguage(wanted->language);
    if (m_properties.made())
        m_properties->setBrief(*wanted);
    m_help->setScale(wanted->scale);
    m_desk->setBrief(id);
    m_spelling->setBrief(*wanted);
    m_chooser->setBriefs(m_briefs, id);
    if (isOther || !isShowingVersions())
        leaveVersions();
    else
        updateActions();
}

/// The briefs of the project have changed.
void BriefPanel::takeBriefs()
{
    const auto all = briefs(m_project.reader());
    if (!tell(all))
        return;
    m_briefs = *all;
    if (m_briefs.isEmpty()) {
        m_text->close();
        m_desk->setBrief({});
        m_review.clear();
        m_reader->startAnew();
        m_chooser->setBriefs({}, {});
        m_pages->setCurrentIndex(0);
        setFocusProxy(nullptr);
        updateActions();
        return;
    }
    const bool isThere = std::ranges::contains(m_briefs, brief(), &Brief::id);
    if (!isThere)
        m_text->close();
    showBrief(isThere ? brief() : m_briefs.first().id);
}

void BriefPanel::takeDraft()
{
    const Draft &draft = m_reader->draft();
    m_margin->setEntries(m_reader->marks().entries, m_reader->marks().headings);
    m_outline->setSections(draft.sections);
    m_fallen->read(draft.text);
    takeRetractions();
    if (brief().isValid())
        m_review.setDraft(brief(), draft);
    showStatus();
}

void BriefPanel::takeRetractions()
{
    if (!m_reader->isOfPresentText() || m_fallen->text() != m_reader->draft().text)
        return;
    QList<BriefMargin::Entry> entries;
    for (const FallenCitation &citation : m_fallen->citations())
        entries.append({.range = citation.range, .sentence = citation.why, .retracted = citation.key});
    m_margin->setRetractions(entries);
}

void BriefPanel::showStatus()
{
    const bool isUnread = m_reader->draft().words == 0 && !m_reader->isOfPresentText();
    if (!brief().isValid() || isUnread) {
        setStatusText({});
        return;
    }
    const Draft &draft = m_reader->draft();
    QStringList parts{wordsText(draft.words, draft.target), tr("%n min", "reading time", readingMinutes(draft.words))};
    const DraftSection *section = draft.sectionAt(m_editor->textCursor().position());
    parts.append(section ? tr("Draft § %1").arg(section->entry.text) : tr("Draft"));
    if (section && section->entry.target > 0)
        parts.append(wordsText(section->words, section->entry.target));
    setStatusText(parts.join(u" · "_s));
}

void BriefPanel::showQuotation(const DraftQuotation &checked, bool withFocus)
{
    m_card->show(checked, m_reader->titleOf(checked.captureKey), withFocus);
}

void BriefPanel::showOutline()
{
    const DraftSection *section = m_reader->draft().sectionAt(m_editor->textCursor().position());
    const qsizetype current = section ? section - m_reader->draft().sections.constData() : -1;
    m_outline->open(m_pages->mapToGlobal(QPoint(m_pages->width(), 0)), int(current));
}

void BriefPanel::settle()
{
    Panel::settle();
    m_editor->settle();
}

} // namespace redoubt
