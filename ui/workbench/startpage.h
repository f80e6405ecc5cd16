#pragma once

#include <QWidget>

class QVBoxLayout;

namespace redoubt {

class Settings;

/// What the window shows while no project is open: make one, open one, the recent ones, the sample.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// The actions are the window's: new from template (one each), open, open the sample.
    StartPage(Settings &settings, const QList<QAction *> &newActions, QAction *open, QAction *openSample,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void projectChosen(const QString &path);

private:
    void showRecent();

    Settings &m_settings;
    QVBoxLayout *m_recent;
};

} // namespace redoubt
