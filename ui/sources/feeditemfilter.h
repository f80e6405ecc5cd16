#pragma once

#include "ui/sources/feeditemmodel.h"

#include <QSortFilterProxyModel>

namespace redoubt {

/// The items that are asked for, in the order of the model: those that hold all the words, letter case and accents aside.
class FeedItemFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FeedItemFilter(FeedItemModel &model, QObject *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }

    /// Items that were read since stay until the next call.
    void setNewOnly(bool newOnly);
    [[nodiscard]] bool isNewOnly() const { return m_newOnly; }
    /// Let go of the items that stayed.
    void forgetRead();
    void stay(Id<FeedItem> id) { m_staying.insert(id); }

    [[nodiscard]] QModelIndex indexOf(Id<FeedItem> id) const;
    /// Invalid where there is none.
    [[nodiscard]] Id<FeedItem> at(const QModelIndex &index) const;
    /// The next row behind `row` with a new item, from the beginning again after the last; -1 for none.
    [[nodiscard]] int nextNew(int row) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FeedItemModel &m_model;
    QString m_text;
    QList<QByteArray> m_words;
    QSet<Id<FeedItem>> m_staying;
    bool m_newOnly = false;
};

} // namespace redoubt
