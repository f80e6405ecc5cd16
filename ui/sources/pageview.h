#pragma once

#include "app/project/project.h"
#include "app/sources/capture.h"

#include <QFutureWatcher>
#include <QWidget>

#include <memory>

class QLabel;
class QPdfDocument;
class QPdfView;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace redoubt {

/// The pages of a captured PDF as they look. Read and opened on a thread of its own; one that is damaged says so. Nothing that is in
/// it is followed or run.
class PageView : public QWidget
{
    Q_OBJECT

public:
    /// The project must live longer.
    explicit PageView(const Project &project, QWidget *parent = nullptr);
    ~PageView() override;

    /// Shows a page, from 0, of a capture.
    void show(Id<Capture> capture, int page);
    /// The page that is looked at, from 0.
    [[nodiscard]] int page() const;
    /// One step up or down; 0 fits the width.
    void zoom(int by);

    /// What is said in the place of pages; empty while they are seen.
    [[nodiscard]] QString message() const;
    [[nodiscard]] QPdfView *view() const { return m_view; }

Q_SIGNALS:
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Document = std::shared_ptr<QPdfDocument>;
    QWidget *makeBar();
    QToolButton *addButton(QWidget *bar, const QString &name, const QString &icon, const QString &words);
    void finish();
    void say(const QString &message);
    void goTo(int page);
    bool takeKey(int key, bool withControl);

    const Project &m_project;
    QStackedWidget *m_pages;
    QLabel *m_message;
    QPdfView *m_view;
    QSpinBox *m_number;
    QLabel *m_count;
    QWidget *m_bar;
    Id<Capture> m_capture;
    int m_wanted = 0; ///< the page to go to once there are pages
    Document m_document;
    QFutureWatcher<Result<Document>> m_reading;
};

} // namespace redoubt
