#include "ui/brief/insertion.h"

#include "app/sources/excerpt.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"
#include "ui/brief/brieftextedit.h"
#include "ui/workbench/draggedtext.h"

#include <QCoreApplication>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype longestInLine = 200; // characters

std::unexpected<Error> nothingChosen(const char *remedy)
{
    return failure(QCoreApplication::translate("redoubt::insertion", "Nothing was inserted."),
        QCoreApplication::translate("redoubt::insertion", "Nothing that fits is selected."),
        QCoreApplication::translate("redoubt::insertion", remedy), Error::Kind::Refused);
}

/// A space before it where a word ends, none where a line begins.
void insertApart(BriefTextEdit &editor, const QString &text)
{
    QTextCursor cursor = editor.textCursor();
    const QChar before = editor.document()->characterAt(cursor.selectionStart() - 1);
    const bool apart = cursor.selectionStart() > 0 && !before.isSpace() && before != u'(' && before != u'[';
    cursor.insertText(apart ? u' ' + text : text);
    editor.setTextCursor(cursor);
}

QString asBlockQuote(const QString &passage, const QString &citation, const QTextCursor &cursor)
{
    QString quote = passage.trimmed();
    quote.replace(u"\n"_s, u"\n> "_s);
    const bool startsLine = cursor.block().text().isEmpty();
    return (startsLine ? QString() : u"\n\n"_s) + u"> "_s + quote + u' ' + citation + u"\n\n"_s;
}

} // namespace

Result<QString> citationKey(const Project &project, const Thing &thing)
{
    Id<Source> id = thing.source();
    if (thing.excerpt().isValid()) {
        const auto passage = excerpt(project.reader(), thing.excerpt());
        if (!passage)
            return failure(passage);
        if (!*passage)
            return QString();
        const auto archived = capture(project.reader(), (*passage)->capture);
        if (!archived)
            return failure(archived);
        id = *archived ? (*archived)->source : Id<Source>();
    }
    const auto cited = source(project.reader(), id);
    if (!cited)
        return failure(cited);
    return *cited ? (*cited)->key : QString();
}

namespace insertion {

Result<> citation(const Project &project, const Thing &thing, BriefTextEdit &editor)
{
    const auto key = citationKey(project, thing);
    if (!key)
        return failure(key);
    if (key->isEmpty())
        return nothingChosen(QT_TRANSLATE_NOOP("redoubt::insertion", "Select a source first."));
    insertApart(editor, u"[@%1]"_s.arg(*key));
    return {};
}

Result<> quotation(const Project &project, const Thing &thing, BriefTextEdit &editor)
{
    const auto passage = excerpt(project.reader(), thing.excerpt());
    if (!passage)
        return failure(passage);
    const auto key = citationKey(project, thing);
    if (!key)
        return failure(key);
    if (!*passage || key->isEmpty())
        return nothingChosen(QT_TRANSLATE_NOOP("redoubt::insertion", "Select an excerpt first."));
    const QString cited = u"[@%1]"_s.arg(*key);
    const QString &words = (*passage)->exact;
    if (words.size() > longestInLine || words.contains(u'\n'))
        editor.textCursor().insertText(asBlockQuote(words, cited, editor.textCursor()));
    else
        insertApart(editor, u"“%1” %2"_s.arg(words, cited));
    return {};
}

Result<> link(const Project &project, const Thing &thing, BriefTextEdit &editor)
{
    QString title;
    QString address;
    if (thing.event().isValid()) {
        const auto found = event(project.reader(), thing.event());
        if (!found)
            return failure(found);
        if (*found) {
            title = (*found)->title;
            address = u"event:"_s + (*found)->key;
        }
    } else if (thing.indicator().isValid()) {
        const auto found = indicator(project.reader(), thing.indicator());
        if (!found)
            return failure(found);
        if (*found) {
            title = (*found)->title;
            address = u"indicator:"_s + (*found)->key;
        }
    }
    if (address.isEmpty())
        return nothingChosen(QT_TRANSLATE_NOOP("redoubt::insertion", "Select an event or an indicator first."));
    const QString selected = editor.textCursor().selectedText();
    insertApart(editor, selected.isEmpty() ? projectLink(title, address) : u"[%1](%2)"_s.arg(selected, address));
    return {};
}

Result<> thing(const Project &project, const Thing &thing, BriefTextEdit &editor)
{
    if (thing.excerpt().isValid())
        return quotation(project, thing, editor);
    return thing.source().isValid() ? citation(project, thing, editor) : link(project, thing, editor);
}

} // namespace insertion

} // namespace redoubt
