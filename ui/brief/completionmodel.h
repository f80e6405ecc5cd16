#pragma once

#include "ui/brief/completionitems.h"

#include <QAbstractListModel>

namespace redoubt {

/// What fits what is being written: of a list of items those that have it in them.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TextRole = Qt::UserRole, TitleRole, DetailRole, AsideRole };

    using QAbstractListModel::QAbstractListModel;

    /// Other items, of which none is shown until narrow(). `uses` says how often a text is used already.
    void setItems(const QList<CompletionItem> &items, const QHash<QString, int> &uses);

    /// Shows what begins with this, or has it at the start of a part or of a word: what is used most first, then in this order.
    /// Behind them comes what has it anywhere else. At most 50; letter case and accents do not count. Of 10,000 it takes about
    /// as long as looking once through their texts.
    void narrow(const QString &typed);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Fitting
    {
        bool anywhere;
        int uses; ///< negative, so that more comes first
        int distance;
        qsizetype index;

        auto operator<=>(const Fitting &) const = default;
    };
    [[nodiscard]] int usesOf(const QString &text) const { return m_uses.isEmpty() ? 0 : m_uses.value(text); }

    QList<CompletionItem> m_items;
    QHash<QString, int> m_uses;
    QList<qsizetype> m_shown;
};

} // namespace redoubt
