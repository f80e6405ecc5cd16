#pragma once

#include "tests/support/sourcespaneltest.h"
#include "tests/support/webserver.h"
#include "ui/look/look.h"
#include "ui/sources/capture/captureflow.h"
#include "ui/sources/capture/capturepane.h"
#include "ui/sources/capture/drophint.h"

#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace redoubt {

/// A sources panel beside a server on the loopback and a folder for files.
class CapturePanelTest : public SourcesPanelTest
{
protected:
    static QByteArray page(const QByteArray &title)
    {
        return "<html lang='en'><head><title>" + title + "</title><meta name='author' content='Ana Pop'></head><body><article><p>What is said of " + title
            + " in a whole sentence, with a comma, and in another one.</p><p>It goes on, for long enough to be taken for a text.</p></article></body></html>";
    }

    void makeCapturePanel()
    {
        QGuiApplication::clipboard()->clear();
        m_server = std::make_unique<WebServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server->answer("/one", WebServer::answerOf(page("Drone over Galati")));
        m_server->answer("/two", WebServer::answerOf(page("Cable cut in the Baltic")));
        m_server->answer("/old", WebServer::redirectTo("/one", "301 Moved Permanently"));
        m_server->behave("/never", [](QTcpSocket &, const WebServer::Request &) {});
        makePanel();
    }

    void dropCapturePanel()
    {
        dropPanel();
        m_server.reset();
    }

    QPlainTextEdit *entry() { return find<QPlainTextEdit>(u"captureAddresses"_s); }
    QListView *queue() { return find<QListView>(u"captureList"_s); }
    QPushButton *button(const QString &name) { return find<QPushButton>(name); }
    void openPane() { QTest::keyClick(m_panel.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier); }
    void capture(const QStringList &paths)
    {
        openPane();
        QStringList addresses;
        for (const QString &path : paths)
            addresses.append(path.startsWith(u'/') ? m_server->url(path) : path);
        entry()->setPlainText(addresses.join(u'\n'));
        QTest::keyClick(entry(), Qt::Key_Return);
    }
    /// "captured fetching…"
    QString states()
    {
        static const QMap<CaptureItem::State, QString> words{{CaptureItem::State::Waiting, u"waiting"_s}, {CaptureItem::State::Fetching, u"fetching"_s},
            {CaptureItem::State::Done, u"done"_s}, {CaptureItem::State::Unchanged, u"unchanged"_s}, {CaptureItem::State::Failed, u"failed"_s},
            {CaptureItem::State::Cancelled, u"cancelled"_s}};
        QStringList all;
        for (int row = 0; row < queue()->model()->rowCount(); ++row)
            all.append(words.value(queue()->model()->index(row, 0).data(CaptureQueueModel::ItemRole).value<CaptureItem>().state));
        return all.join(u' ');
    }
    QString said() { return m_panel->notice()->text(); }
    void pressOffer(const QString &text)
    {
        for (auto *offer : m_panel->notice()->findChildren<QToolButton *>()) {
            if (offer->text() == text && offer->isVisible())
                return QTest::mouseClick(offer, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"not offered: "_s + text));
    }
    QList<Source> all() { return must(sources(m_project->reader())); }
    qsizetype actions() { return must((*m_project)->history()).size(); }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile made(m_folder->filePath(name));
        if (!made.open(QIODevice::WriteOnly))
            qFatal("%s", qPrintable(made.errorString()));
        made.write(bytes);
        return made.fileName();
    }
    /// Over the middle of a widget; m_hint is what was said while it was dragged.
    bool drop(const QWidget *over, const QMimeData &data)
    {
        const QPoint place = over->mapTo(m_panel.get(), over->rect().center());
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_panel.get(), &enter);
        m_hint = m_panel->findChild<DropHint *>() ? m_panel->findChild<DropHint *>()->text() : QString();
        QDropEvent dropping(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        if (enter.isAccepted())
            QCoreApplication::sendEvent(m_panel.get(), &dropping);
        return enter.isAccepted() && dropping.isAccepted();
    }
    static QMimeData *filesData(const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        auto *data = new QMimeData;
        data->setUrls(urls);
        return data;
    }

    std::unique_ptr<WebServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_hint;
};

} // namespace redoubt
