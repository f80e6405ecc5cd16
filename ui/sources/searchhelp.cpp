#include "ui/sources/searchhelp.h"

#include "app/project/project.h"
#include "app/project/projectinfo.h"
#include "ui/look/look.h"
#include "ui/sources/sourcelistmodel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStringListModel>

namespace redoubt {

namespace {

constexpr QStringView quotes = u"\"“”„";
constexpr qsizetype mostValues = 2000;

struct Condition
{
    SearchField field = SearchField::Word;
    qsizetype valueStart = 0;
};

/// The condition that the end of a text stands in; a word where there is none.
Condition conditionAtEnd(QStringView text)
{
    qsizetype start = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (quotes.contains(text[i]))
            isQuoted = !isQuoted;
        else if (!isQuoted && text[i].isSpace())
            start = i + 1;
    }
    start += text.sliced(start).startsWith(u'-') ? 1 : 0;
    const qsizetype colon = text.indexOf(u':', start);
    if (colon < 0)
        return {};
    const auto field = searchFieldNames.value(text.sliced(start, colon - start).toString().toLower());
    if (!field || *field == SearchField::Word)
        return {};
    const bool opensQuote = colon + 1 < text.size() && quotes.contains(text[colon + 1]);
    return {*field, colon + (opensQuote ? 2 : 1)};
}

template<size_t N, class Enum>
QStringList namesOf(const Names<Enum, N> &names)
{
    QStringList all;
    for (const auto &[is, name] : names.table)
        all.append(name);
    return all;
}

struct Example
{
    QString shown;
    QString meaning;
    QString written;
    int back = 0;
};

QList<Example> examples()
{
    const auto condition = [](SearchField field, const QString &value, const QString &meaning) {
        const QString name = searchFieldNames.name(field) + u':';
        return Example{name + value, meaning, name};
    };
    return {{SearchHelp::tr("\"exact phrase\""), SearchHelp::tr("words as they stand"), u"\"\""_s, 1},
        {SearchHelp::tr("-word"), SearchHelp::tr("without this word"), u"-"_s},
        {SearchHelp::tr("one OR other"), SearchHelp::tr("one of them is enough"), u"OR "_s},
        condition(SearchField::Kind, u"capture"_s, SearchHelp::tr("only sources, events, briefs, excerpts or captured texts")),
        condition(SearchField::Grade, u"A2"_s, SearchHelp::tr("grade of the source: A to F, 1 to 6, or both")),
        condition(SearchField::Type, u"statement"_s, SearchHelp::tr("type of the source")),
        condition(SearchField::By, u"rutte"_s, SearchHelp::tr("author, speaker or byline")),
        condition(SearchField::Publisher, u"reuters"_s, SearchHelp::tr("publisher of the source")),
        condition(SearchField::Tag, u"airspace"_s, SearchHelp::tr("a tag")),
        condition(SearchField::Lang, u"ro"_s, SearchHelp::tr("language of the source or brief")),
        condition(SearchField::After, u"2025-09"_s, SearchHelp::tr("published, or happened, after a date")),
        condition(SearchField::Before, u"2026"_s, SearchHelp::tr("published, or happened, before a date")),
        condition(SearchField::Retracted, u"yes"_s, SearchHelp::tr("what was taken back"))};
}

} // namespace

SearchHelp::SearchHelp(const Project &project, const SourceListModel &sources, QLineEdit *field)
    : QCompleter(field)
    , m_project(project)
    , m_sources(sources)
    , m_field(field)
    , m_menu(new QMenu(field))
    , m_values(new QStringListModel(this))
{
    setModel(m_values);
    setCaseSensitivity(Qt::CaseInsensitive);
    field->setCompleter(this);
    connect(field, &QLineEdit::textEdited, this, &SearchHelp::offer);

    QAction *help = field->addAction(look::icon(u"help"_s), QLineEdit::TrailingPosition);
    help->setObjectName(u"searchHelp"_s);
    help->setText(tr("What can be asked for"));
    auto *key = new QShortcut(Qt::Key_F1, field, nullptr, nullptr, Qt::WidgetShortcut);
    help->setToolTip(tr("What can be asked for (%1)").arg(key->key().toString(QKeySequence::NativeText)));
    connect(help, &QAction::triggered, this, &SearchHelp::open);
    connect(key, &QShortcut::activated, this, &SearchHelp::open);
    // What is typed needs the room.
    connect(field, &QLineEdit::textChanged, help, [help](const QString &text) { help->setVisible(text.isEmpty()); });
    m_menu->setObjectName(u"searchHelpMenu"_s);
}

QStringList SearchHelp::splitPath(const QString &) const
{
    return {m_value};
}

QString SearchHelp::pathFromIndex(const QModelIndex &index) const
{
    const QString value = index.data(completionRole()).toString();
    const bool isOpen = !m_before.isEmpty() && quotes.contains(m_before.back());
    const bool needsQuotes = std::ranges::any_of(value, [](QChar c) { return c.isSpace(); });
    const QString shown = isOpen ? value + u'"' : needsQuotes ? u'"' + value + u'"' : value;
    return m_before + shown + m_behind;
}

void SearchHelp::offer()
{
    const QString typed = m_field->text().first(m_field->cursorPosition());
    const Condition condition = conditionAtEnd(typed);
    m_before = typed.first(condition.valueStart);
    m_value = typed.sliced(condition.valueStart);
    m_behind = m_field->text().sliced(typed.size());
    const bool isWhole = m_values->stringList().contains(m_value, Qt::CaseInsensitive);
    if (condition.field == SearchField::Word || isWhole)
        m_values->setStringList({});
    else if (m_of != condition.field || m_values->rowCount() == 0)
        m_values->setStringList(valuesOf(condition.field));
    m_of = condition.field;
}

QStringList SearchHelp::valuesOf(SearchField field) const
{
    switch (field) {
    case SearchField::Type:
        return namesOf(sourceTypeNames);
    case SearchField::Kind:
        return namesOf(searchKindNames);
    case SearchField::Retracted:
        return {u"yes"_s, u"no"_s};
    case SearchField::Tag:
        return allTags(m_project.reader()).value_or(QStringList());
    case SearchField::Grade:
    case SearchField::By:
    case SearchField::Publisher:
    case SearchField::Lang:
        return valuesOfSources(field);
    case SearchField::Word:
    case SearchField::After:
    case SearchField::Before:
        break;
    }
    return {};
}

QStringList SearchHelp::valuesOfSources(SearchField field) const
{
    QSet<QString> values;
    for (int row = 0; row < m_sources.rowCount() && values.size() < mostValues; ++row) {
        const Source &source = m_sources.card(row).source;
        const QString value = field == SearchField::Grade ? source.grade.text()
                              : field == SearchField::By  ? source.author
                              : field == SearchField::Lang ? source.language
                                                           : source.publisher;
        if (!value.isEmpty())
            values.insert(value.simplified().remove(u'"'));
    }
    QStringList sorted = values.values();
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

void SearchHelp::open()
{
    if (m_menu->isEmpty())
        fill(m_menu);
    m_menu->popup(m_field->mapToGlobal(QPoint(0, m_field->height())));
}

void SearchHelp::fill(QMenu *menu)
{
    for (const Example &example : examples()) {
        QAction *action = menu->addAction(u"%1\t%2"_s.arg(QString(example.shown).replace(u'&', u"&&"_s), example.meaning));
        connect(action, &QAction::triggered, this, [this, example] { write(example.written, example.back); });
    }
}

void SearchHelp::write(const QString &text, int back)
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->end(false);
    const bool needsSpace = !m_field->text().isEmpty() && !m_field->text().back().isSpace();
    m_field->insert((needsSpace ? u" "_s : QString()) + text);
    m_field->cursorBackward(false, back);
    offer();
    setCompletionPrefix(m_field->text());
    if (m_values->rowCount() > 0)
        complete();
}

} // namespace redoubt
