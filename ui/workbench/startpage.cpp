#include "ui/workbench/startpage.h"

#include "ui/look/look.h"
#include "ui/workbench/settings.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

/// The sample's first page on a sheet with a thin edge; it is the button that opens the sample.
class SampleSheet : public QAbstractButton
{
public:
    SampleSheet(QAction *open, QWidget *parent)
        : QAbstractButton(parent)
        , m_page(u":/sample/page.png"_s)
    {
        setToolTip(open->toolTip());
        setAccessibleName(open->text());
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        connect(this, &QAbstractButton::clicked, open, &QAction::trigger);
    }

    QSize sizeHint() const override { return m_page.size() / 2; }
    QSize minimumSizeHint() const override { return m_page.size() / 5; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const look::Colours &colours = look::colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        QRect sheet(QPoint(), m_page.size().scaled(size() - QSize(2, 2) * look::hair, Qt::KeepAspectRatio));
        sheet.moveCenter(rect().center());
        painter.drawPixmap(sheet, m_page);
        painter.setPen(QPen(hasFocus() || underMouse() ? colours.accent : colours.line, look::hair));
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0));
    }

private:
    QPixmap m_page;
};

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(look::font(look::Text::Title, true));
    return label;
}

QLabel *soft(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

StartPage::StartPage(Settings &settings, const QList<QAction *> &newActions, QAction *open, QAction *openSample,
    QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_recent(new QVBoxLayout)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *name = new QLabel(tr("Redoubt"), this);
    name->setFont(look::font(look::Text::Display, true));

    auto *left = new QVBoxLayout;
    left->setSpacing(look::related);
    left->addStretch(1);
    left->addWidget(name);
    left->addWidget(soft(tr("Incident, sources, argument and watch list in one file, checked as you write."), this));
    left->addSpacing(look::page);
    left->addWidget(heading(tr("Start"), this));
    for (QAction *action : newActions + QList{open}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        if (action->menu())
            button->setPopupMode(QToolButton::InstantPopup);
        left->addWidget(button);
    }
    left->addSpacing(look::page);
    left->addLayout(m_recent);
    left->addStretch(2);

    auto *right = new QVBoxLayout;
    right->setSpacing(look::related);
    auto *sheet = new SampleSheet(openSample, this);
    auto *button = new QPushButton(openSample->text(), this);
    button->setToolTip(openSample->toolTip());
    connect(button, &QPushButton::clicked, openSample, &QAction::trigger);
    right->addStretch(1);
    right->addWidget(heading(tr("See a finished piece"), this), 0, Qt::AlignHCenter);
    right->addWidget(sheet, 12);
    auto *about = soft(tr("A real case with its chronology, sources and forecasts. It opens as a copy of your own to try things on."), this);
    about->setAlignment(Qt::AlignHCenter);
    right->addWidget(about);
    right->addWidget(button, 0, Qt::AlignHCenter);
    right->addStretch(1);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::page * 2, look::page, look::page * 2, look::page);
    layout->setSpacing(look::page * 3);
    layout->addStretch(2);
    layout->addLayout(left, 3);
    layout->addLayout(right, 5);
    layout->addStretch(2);

    connect(&m_settings, &Settings::recentProjectsChanged, this, &StartPage::showRecent);
    showRecent();
}

void StartPage::showRecent()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList paths = m_settings.recentProjects();
    if (paths.isEmpty())
        return;
    m_recent->addWidget(heading(tr("Recent"), this));
    for (const QString &path : paths.mid(0, 5)) {
        const QFileInfo info(path);
        auto *button = new QToolButton(this);
        button->setText(tr("%1 · %2").arg(info.completeBaseName(), locale().toString(info.lastModified().date(), QLocale::ShortFormat)));
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QToolButton::clicked, this, [this, path] { Q_EMIT projectChosen(path); });
        m_recent->addWidget(button);
    }
}

} // namespace redoubt
