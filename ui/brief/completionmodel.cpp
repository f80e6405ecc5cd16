#include "ui/brief/completionmodel.h"

#include "app/sources/source.h"
#include "app/timeline/datetext.h"
#include "app/timeline/event.h"
#include "app/watchlist/indicator.h"

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype mostShown = 50;

/// Lower case without accents.
QString foldedLetters(const QString &text)
{
    QString letters = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    letters.removeIf([](QChar c) { return c.isMark(); });
    return letters;
}

QString readableDate(const QString &written)
{
    const auto date = readEdtf(written);
    return date ? dateText(*date) : written;
}

/// How well a text fits: 0 best, 3 not at all.
int distance(const QString &key, const QString &words, const QString &typed)
{
    if (key.startsWith(typed))
        return 0;
    if (key.contains(u'-' + typed))
        return 1;
    return words.contains(u' ' + typed) ? 2 : 3;
}

} // namespace

CompletionModel::Item CompletionModel::item(
    const QString &key, const QString &title, const QString &detail, const QString &grade)
{
    return {key, title, detail, grade, foldedLetters(key), u' ' + foldedLetters(title + u' ' + detail)};
}

Result<> CompletionModel::load(const Project &project, Kind kind)
{
    QList<Item> items;
    if (kind == Kind::Source) {
        const auto all = sources(project.reader());
        if (!all)
            return failure(all);
        for (const Source &source : *all) {
            QStringList details;
            for (const QString &detail : {source.publisher, readableDate(source.published)}) {
                if (!detail.isEmpty())
                    details.append(detail);
            }
            items.append(item(source.key, source.title, details.join(u" · "_s), source.grade.text()));
        }
    } else if (kind == Kind::Event) {
        const auto all = events(project.reader());
        if (!all)
            return failure(all);
        for (const Event &event : *all)
            items.append(item(event.key, event.title, readableDate(event.date), {}));
    } else {
        const auto all = indicators(project.reader());
        if (!all)
            return failure(all);
        for (const Indicator &indicator : *all)
            items.append(item(indicator.key, indicator.title, indicator.question, {}));
    }
    beginResetModel();
    m_items = std::move(items);
    m_shown.clear();
    endResetModel();
    return {};
}

void CompletionModel::narrow(const QString &typed)
{
    const QString wanted = foldedLetters(typed);
    std::array<QList<qsizetype>, 3> found;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const int at = distance(m_items[i].foldedKey, m_items[i].foldedWords, wanted);
        if (at < 3)
            found.at(size_t(at)).append(i);
    }
    beginResetModel();
    m_shown = found[0] + found[1] + found[2];
    m_shown.resize(std::min(m_shown.size(), mostShown));
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
    case KeyRole:
        return item.key;
    case TitleRole:
        return item.title;
    case DetailRole:
        return item.detail;
    case GradeRole:
        return item.grade;
    case Qt::AccessibleTextRole:
        return QStringList{item.key, item.title, item.detail, item.grade}.join(u", "_s);
    default:
        return {};
    }
}

} // namespace redoubt
