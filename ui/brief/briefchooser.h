#pragma once

#include "app/brief/brief.h"

#include <QToolButton>

class QMenu;

namespace redoubt {

/// The title of the brief that is shown; its menu has the others, the templates to begin a new one with, and what can be done
/// with the present one.
class BriefChooser : public QToolButton
{
    Q_OBJECT

public:
    /// `actions` stand at the end of the menu.
    BriefChooser(const QList<QAction *> &templates, const QList<QAction *> &actions, QWidget *parent = nullptr);

    void setBriefs(const QList<Brief> &briefs, Id<Brief> current);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void briefChosen(redoubt::Id<redoubt::Brief> id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    QMenu *m_menu;
    QList<QAction *> m_briefs;
};

} // namespace redoubt
