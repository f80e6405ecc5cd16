#include "app/brief/argumenttitles.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

void addTitles(const QString &argdown, ArgumentTitles &titles)
{
    static const QRegularExpression statement(u"(?<!\\\\)\\[([^\\[\\]@^\\n]{1,200})\\](?!\\()"_s);
    static const QRegularExpression argument(u"(?<![\\\\<>])<([^<>\\n+_!/ -][^<>\\n]{0,200})>"_s);
    for (const auto &match : statement.globalMatch(argdown))
        titles.statements.append(match.captured(1).trimmed());
    for (const auto &match : argument.globalMatch(argdown))
        titles.arguments.append(match.captured(1).trimmed());
}

void addTitles(const QList<Block> &blocks, ArgumentTitles &titles)
{
    for (const Block &block : blocks) {
        if (block.kind == Block::Kind::Argdown)
            addTitles(block.text, titles);
        addTitles(block.children, titles);
    }
}

} // namespace

ArgumentTitles argumentTitles(const Document &document)
{
    ArgumentTitles titles;
    addTitles(document.blocks, titles);
    for (QStringList *list : {&titles.statements, &titles.arguments}) {
        list->removeAll(QString());
        list->sort(Qt::CaseInsensitive);
        list->removeDuplicates();
    }
    return titles;
}

} // namespace redoubt
