#pragma once

#include "app/brief/brief.h"
#include "app/project/project.h"

#include <QFrame>

class QComboBox;
class QLineEdit;

namespace redoubt {

/// What a brief says of itself, above its text: title, byline, dateline, language, scale, where its citations go. Each field is
/// written when it is left, as one action; Escape closes.
class BriefProperties : public QFrame
{
    Q_OBJECT

public:
    explicit BriefProperties(Project &project, QWidget *parent = nullptr);

    /// Shows the values of a brief; a field that is being edited keeps what was typed.
    void setBrief(const Brief &brief);
    /// Opens on the title.
    void open();

Q_SIGNALS:
    void failed(const redoubt::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void write(const QString &what, const std::function<void(Brief &)> &change);
    QLineEdit *makeField(const QString &hint, QString Brief::*member, const QString &what);
    void show(QLineEdit *field, const QString &text);

    Project &m_project;
    Brief m_brief;
    QLineEdit *m_title;
    QLineEdit *m_byline;
    QLineEdit *m_dateline;
    QLineEdit *m_language;
    QComboBox *m_scale;
    QComboBox *m_citations;
};

} // namespace redoubt
