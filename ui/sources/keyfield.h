#pragma once

#include "app/project/project.h"
#include "app/sources/source.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace redoubt {

/// The citation key of a source: while one types it says whether the key can be used; a button makes it anew by the project's
/// pattern, which stands folded below with what it gives for this source.
class KeyField : public QWidget
{
    Q_OBJECT

public:
    using Keep = std::function<Result<>(const QString &key)>;

    KeyField(Project &project, Keep keep, QWidget *parent = nullptr);

    /// A field that says what it said before stays as it is, unless it is another source's.
    void show(const Source &source, bool isDraft);
    void restore();
    /// Keeps the key that was typed. What refuses it is said below the field too.
    Result<> flush();
    /// Makes and keeps a key for the source as it is now.
    void makeAnew();

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    /// The button was pressed: what else was typed is wanted first, then makeAnew().
    void anewAsked();
    void failed(const redoubt::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makePattern();
    [[nodiscard]] QString problemOf(const QString &key) const;
    [[nodiscard]] Result<QString> proposal() const;
    void check();
    void keep();
    void readPattern();
    void showExample();
    void keepPattern();

    Project &m_project;
    Keep m_keep;
    Source m_source;
    bool m_isDraft = false;
    QLineEdit *m_edit;
    QToolButton *m_anew;
    QLabel *m_hint;
    QString m_keptPattern;
    QLineEdit *m_pattern = nullptr;
    QLabel *m_example = nullptr;
};

} // namespace redoubt
