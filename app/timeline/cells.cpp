#include "app/timeline/cells.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr char16_t guard = u'\'';

/// Whether a spreadsheet might calculate the text, or would if some apostrophes before it went.
bool looksLikeFormula(QStringView text)
{
    while (text.startsWith(guard))
        text = text.sliced(1);
    static constexpr QStringView starts = u"=+-@＝＋－＠";
    return !text.isEmpty() && (starts.contains(text.front()) || text.front() < u' ');
}

} // namespace

QString textCell(const QString &text)
{
    return looksLikeFormula(text) ? guard + text : text;
}

QString fromTextCell(const QString &cell)
{
    return cell.startsWith(guard) && looksLikeFormula(cell) ? cell.sliced(1) : cell;
}

QString listCell(const QStringList &texts)
{
    QStringList parts;
    for (QString text : texts)
        parts.append(text.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s));
    return textCell(parts.join(u"; "_s));
}

QStringList fromListCell(const QString &cell)
{
    QStringList texts;
    QString text;
    const auto take = [&] {
        if (const QString clean = text.trimmed(); !clean.isEmpty())
            texts.append(clean);
        text.clear();
    };
    const QString plain = fromTextCell(cell);
    for (qsizetype at = 0; at < plain.size(); ++at) {
        if (plain[at] == u'\\' && at + 1 < plain.size() && (plain[at + 1] == u'\\' || plain[at + 1] == u';'))
            text += plain[++at];
        else if (plain[at] == u';')
            take();
        else
            text += plain[at];
    }
    take();
    return texts;
}

} // namespace redoubt
