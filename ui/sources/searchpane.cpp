#include "ui/sources/searchpane.h"

#include "ui/look/look.h"
#include "ui/sources/searchdelegate.h"
#include "ui/sources/searchresultmodel.h"
#include "ui/workbench/emptystate.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QStackedWidget>

namespace redoubt {

namespace {

constexpr int slowFrom = 200;    // ms, as the plan says
constexpr int settleAfter = 500; // ms

enum Page { Results, Nothing };

SearchQuery queryOf(const QString &text, const QString &conditions)
{
    SearchQuery query = readSearch(text, Typed::SoFar, QDate::currentDate());
    if (!query.terms.isEmpty())
        query.terms += readSearch(conditions).terms;
    return query;
}

QStringList textsOf(const QList<SearchProblem> &problems)
{
    QStringList texts;
    for (const SearchProblem &problem : problems)
        texts.append(problem.text);
    texts.removeDuplicates();
    return texts;
}

} // namespace

SearchPane::SearchPane(const Project &project, QAction *widen, QWidget *parent)
    : QWidget(parent)
    , m_read(project)
    , m_model(new SearchResultModel(this))
    , m_state(new QLabel(this))
    , m_problems(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_nothing(new EmptyState(QString(), {widen}, this))
{
    layOut();
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowFrom);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleAfter);
    connect(&m_slow, &QTimer::timeout, this, &SearchPane::sayState);
    connect(&m_settle, &QTimer::timeout, this, &SearchPane::run);
    connect(m_list, &QAbstractItemView::clicked, this, &SearchPane::open);
    connect(&project, &Project::changed, this, [this](const Changes &changes) {
        const bool concerns = changes.touchesAny({u"source", u"capture", u"excerpt", u"event", u"event_actor", u"brief", u"tagging", u"tag"});
        if (m_isActive && concerns && !m_settle.isActive())
            m_settle.start();
    });
}

void SearchPane::layOut()
{
    for (QLabel *label : {m_state, m_problems}) {
        label->setFont(look::font(look::Text::Caption));
        label->setContentsMargins(look::group, look::tight, look::group, look::tight);
        label->setTextFormat(Qt::PlainText);
    }
    m_state->setObjectName(u"searchState"_s);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_problems->setObjectName(u"searchProblems"_s);
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_list->setObjectName(u"searchResults"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new SearchDelegate(m_list));
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_nothing);
    setFocusProxy(m_list);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problems);
    column->addWidget(m_state);
    column->addWidget(m_pages, 1);
}

bool SearchPane::asks(const QString &text)
{
    const SearchQuery query = readSearch(text, Typed::SoFar);
    return !query.terms.isEmpty() || !query.problems.isEmpty();
}

void SearchPane::search(const QString &text, const QString &conditions)
{
    m_text = text;
    m_conditions = conditions;
    m_isActive = true;
    m_opensBest = false;
    run();
}

void SearchPane::stop()
{
    m_isActive = false;
    m_settle.stop();
    m_slow.stop();
    m_read.cancel();
    m_shown.clear();
    m_model->setThings({});
    m_pages->setCurrentIndex(Results);
}

void SearchPane::run()
{
    const SearchQuery query = queryOf(m_text, m_conditions);
    sayProblems(textsOf(query.problems));
    m_settle.stop();
    if (query.terms.isEmpty()) {
        m_read.cancel();
        m_slow.stop();
        return showNothingAsked(textsOf(query.problems));
    }
    m_read.start<FoundThings>([query](const Reader &reader, const JobState &state) { return foundThings(reader, query, state); },
        [this](const Result<FoundThings> &found) { take(found); });
    if (!m_slow.isActive())
        m_slow.start();
}

void SearchPane::take(const Result<FoundThings> &found)
{
    m_slow.stop();
    if (found)
        return show(*found);
    if (found.error().kind == Error::Kind::Invalid)
        return showNothingAsked({found.error().text()});
    sayState();
    Q_EMIT failed(found.error());
}

void SearchPane::showNothingAsked(const QStringList &problems)
{
    show({});
    sayProblems(problems);
    m_state->setText(tr("Nothing is looked for yet."));
    m_pages->setCurrentIndex(Results);
}

/// The chosen row and the place in the list stay where the question is the same.
void SearchPane::show(const FoundThings &found)
{
    const QString question = m_text + u'\n' + m_conditions;
    const bool isSame = std::exchange(m_shown, question) == question;
    const QModelIndex before = m_list->currentIndex();
    const int scrolled = m_list->verticalScrollBar()->value();
    const SearchResult chosen = before.isValid() ? m_model->things().at(before.row()).result : SearchResult();
    m_model->setThings(found.all);
    m_isCut = found.isCut;
    m_pages->setCurrentIndex(found.all.isEmpty() ? Nothing : Results);
    m_nothing->setSentence(m_conditions.isEmpty()
            ? tr("Nothing in this project has “%1”. Try fewer words, or only the beginning of one.").arg(m_text.simplified())
            : tr("Nothing of the chosen grades has “%1”.").arg(m_text.simplified()));
    const int row = isSame && before.isValid() ? m_model->rowOf(chosen) : -1;
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else if (m_list->hasFocus())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->verticalScrollBar()->setValue(isSame ? scrolled : 0);
    sayState();
    if (std::exchange(m_opensBest, false))
        openBest();
}

void SearchPane::sayState()
{
    const auto count = int(m_model->things().size());
    const QString found = m_isCut ? tr("The first %n of more results", nullptr, count) : tr("%n result(s)", nullptr, count);
    if (!m_read.isRunning())
        m_state->setText(found);
    else
        m_state->setText(m_shown.isEmpty() ? tr("Searching…") : tr("%1 · searching…").arg(found));
}

void SearchPane::sayProblems(const QStringList &problems)
{
    m_problems->setVisible(!problems.isEmpty());
    m_problems->setText(problems.isEmpty() ? QString() : u"▲ "_s + problems.join(u"\n▲ "_s));
}

void SearchPane::enter()
{
    m_list->setFocus(Qt::OtherFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

void SearchPane::openBest()
{
    if (m_read.isRunning() && m_shown != m_text + u'\n' + m_conditions)
        m_opensBest = true;
    else
        open(m_list->currentIndex().isValid() ? m_list->currentIndex() : m_model->index(0));
}

void SearchPane::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    Q_EMIT opened(m_model->things().at(index.row()).result);
}

bool SearchPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    case Qt::Key_Up:
        if (m_list->currentIndex().row() > 0)
            return false;
        Q_EMIT fieldWanted();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace redoubt
