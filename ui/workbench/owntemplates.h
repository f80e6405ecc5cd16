#pragma once

#include <QMenu>

#include <functional>

namespace redoubt {

/// The templates that the user keeps, to begin something with; read when the menu opens.
class OwnTemplates : public QMenu
{
    Q_OBJECT

public:
    /// `chosen` gets the name of a template (see app/brief/template.h).
    OwnTemplates(const QString &title, std::function<void(const QString &)> chosen, QWidget *parent = nullptr);

private:
    void fill();

    std::function<void(const QString &)> m_chosen;
};

} // namespace redoubt
