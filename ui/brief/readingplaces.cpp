#include "ui/brief/readingplaces.h"

#include "ui/brief/brieftextedit.h"
#include "ui/brief/folding.h"
#include "ui/workbench/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

QString nameOf(Id<Brief> brief)
{
    return QString::number(brief.number);
}

QJsonArray toJson(const Folding::Folds &folds)
{
    QJsonArray array;
    for (const auto &[line, heading] : folds)
        array.append(QJsonArray{line, heading});
    return array;
}

Folding::Folds foldsFrom(const QJsonArray &array)
{
    Folding::Folds folds;
    for (const QJsonValue &fold : array)
        folds.append({fold.toArray().at(0).toInt(-1), fold.toArray().at(1).toString()});
    return folds;
}

} // namespace

ReadingPlaces::ReadingPlaces(BriefTextEdit &editor, Folding &folding, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_folding(folding)
{
    editor.installEventFilter(this);
}

Id<Brief> ReadingPlaces::last(const QList<Brief> &briefs) const
{
    for (const QString &name : m_settings ? m_settings->places() : QStringList()) {
        const auto found = std::ranges::find(briefs, name, [](const Brief &brief) { return nameOf(brief.id); });
        if (found != briefs.end())
            return found->id;
    }
    return briefs.isEmpty() ? Id<Brief>() : briefs.first().id;
}

void ReadingPlaces::keep(Id<Brief> brief)
{
    if (!m_settings || !brief.isValid())
        return;
    const QTextCursor cursor = m_editor.textCursor();
    const int top = m_top >= 0 ? m_top : m_editor.document()->findBlock(int(m_editor.shownRange().offset)).blockNumber();
    const QJsonObject place{{u"cursor"_s, cursor.position()}, {u"anchor"_s, cursor.anchor()}, {u"top"_s, top},
        {u"folds"_s, toJson(m_folding.folds())}};
    m_settings->setPlace(nameOf(brief), QJsonDocument(place).toJson(QJsonDocument::Compact));
}

void ReadingPlaces::restore(Id<Brief> brief)
{
    m_top = -1;
    const QJsonObject place
        = m_settings ? QJsonDocument::fromJson(m_settings->place(nameOf(brief))).object() : QJsonObject();
    if (place.isEmpty())
        return;
    m_folding.setFolds(foldsFrom(place.value("folds"_L1).toArray()));
    const int length = m_editor.document()->characterCount() - 1;
    QTextCursor cursor = m_editor.textCursor();
    cursor.setPosition(std::clamp(place.value("anchor"_L1).toInt(), 0, length));
    cursor.setPosition(std::clamp(place.value("cursor"_L1).toInt(), 0, length), QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
    m_top = place.value("top"_L1).toInt();
    if (m_editor.isVisible())
        scroll();
}

void ReadingPlaces::scroll()
{
    const QTextBlock top = m_editor.document()->findBlockByNumber(std::exchange(m_top, -1));
    if (top.isValid())
        m_editor.verticalScrollBar()->setValue(top.firstLineNumber());
}

/// Before it is on the screen, the editor does not know how much fits on it.
bool ReadingPlaces::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_top >= 0)
        QTimer::singleShot(0, this, &ReadingPlaces::scroll);
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::Wheel)
        m_top = -1;
    return QObject::eventFilter(watched, event);
}

} // namespace redoubt
