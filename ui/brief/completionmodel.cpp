#include "ui/brief/completionmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

constexpr qsizetype mostShown = 50;

/// How well an item fits: 0 best, 3 somewhere, -1 not at all.
int distance(const QString &folded, const QString &typed)
{
    qsizetype at = typed.isEmpty() ? 1 : folded.indexOf(typed);
    if (at < 0)
        return -1;
    int best = 3;
    while (at >= 0 && best > 0) {
        const QChar before = folded[at - 1];
        const bool startsPart = before == u' ' || !before.isLetterOrNumber();
        best = std::min(best, at == 1 ? 0 : before == u' ' ? 2 : startsPart ? 1 : 3);
        at = typed.isEmpty() ? -1 : folded.indexOf(typed, at + 1);
    }
    return best;
}

} // namespace

void CompletionModel::setItems(const QList<CompletionItem> &items, const QHash<QString, int> &uses)
{
    beginResetModel();
    m_items = items;
    m_uses = uses;
    m_shown.clear();
    endResetModel();
}

void CompletionModel::narrow(const QString &typed)
{
    const QString wanted = foldedLetters(typed.trimmed());
    std::vector<Fitting> found;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const int at = distance(m_items[i].folded, wanted);
        if (at >= 0)
            found.push_back({at == 3, -usesOf(m_items[i].text), at, i});
    }
    const auto shown = found.begin() + std::min(qsizetype(found.size()), mostShown);
    std::ranges::partial_sort(found, shown);
    beginResetModel();
    m_shown.clear();
    for (auto fitting = found.begin(); fitting != shown; ++fitting)
        m_shown.append(fitting->index);
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
    const CompletionItem &item = m_items[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return item.text;
    case TitleRole:
        return item.title;
    case DetailRole:
        return item.detail;
    case AsideRole:
        return item.aside;
    case Qt::AccessibleTextRole: {
        QStringList parts{item.text, item.title, item.detail, item.aside};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

} // namespace redoubt
