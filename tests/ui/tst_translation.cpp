#include "app/commands/command.h"
#include "app/timeline/calendar.h"
#include "app/timeline/lag.h"
#include "ui/brief/syntax.h"
#include "ui/panels.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/translation.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace redoubt;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    bool plural = false;
    bool finished = true;

    QString name() const { return context + u" | "_s + source; }
    QString translated() const
    {
        return QCoreApplication::translate(context.toUtf8(), source.toUtf8(),
            comment.isEmpty() ? nullptr : comment.toUtf8().constData(), plural ? 2 : -1);
    }
};

/// The messages of a .ts file.
QList<Message> messages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> found;
    QString context;
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"name")
            context = reader.readElementText();
        else if (reader.name() == u"message")
            found.append({context, {}, {}, reader.attributes().value(u"numerus"_s) == u"yes"});
        else if (reader.name() == u"source")
            found.last().source = reader.readElementText();
        else if (reader.name() == u"comment")
            found.last().comment = reader.readElementText();
        else if (reader.name() == u"translation")
            found.last().finished = !reader.attributes().hasAttribute(u"type"_s);
    }
    return found;
}

/// What a text must keep in any language.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(?:n|\\d+)|<[^>]+>"_s);
    QStringList found;
    for (const auto &match : pattern.globalMatch(text))
        found += match.captured();
    return found;
}

/// Every text that a widget or an action shows, with the object's class.
QStringList shownTexts(const QWidget &window)
{
    QStringList texts{window.windowTitle()};
    for (const auto *action : window.findChildren<QAction *>())
        texts << action->text() << action->toolTip() << action->statusTip();
    for (const auto *widget : window.findChildren<QWidget *>()) {
        texts << widget->toolTip() << widget->accessibleName() << widget->windowTitle();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts << line->placeholderText();
    }
    texts.removeDuplicates();
    return texts;
}

} // namespace

class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTextIsTranslatable();
    void windowShowsNothingElse();
    void terminalShowsNothingElse();
    void sourcesAreReadAsMeant();
    void englishPluralsAreThere();
    void pluralIsChosen();
    void languageIsChosen_data();
    void languageIsChosen();
};

void TranslationTest::init()
{
    for (const char *name : {"REDOUBT_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        qunsetenv(name);
}

void TranslationTest::everyTextIsTranslatable()
{
    speak(*qApp, u"pseudo"_s);
    const QList<Message> all = messages(u"" PSEUDO_TS ""_s);
    QVERIFY(all.size() > 300);
    for (const Message &message : all) {
        const QString text = message.translated().trimmed();
        QVERIFY2(text.startsWith(u'[') && text.endsWith(u']'), qPrintable(message.name() + u" -> "_s + text));
        QVERIFY2(text.size() > message.source.trimmed().size() * 5 / 4, qPrintable(message.name()));
        const QString two = QLocale().toString(2);
        const QStringList kept = placeholders(QString(message.source).replace(u"%n"_s, two).replace(u"%Ln"_s, two));
        QVERIFY2(placeholders(text) == kept, qPrintable(message.name() + u" -> "_s + text));
    }
}

/// The start page and an empty project in the pseudo-language show brackets all over; what has none did not pass through tr().
void TranslationTest::windowShowsNothingElse()
{
    speak(*qApp, u"pseudo"_s);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings"_s));
    Window window(settings, fittings(std::make_shared<Syntax>()));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QStringList texts = shownTexts(window); // the start page's

    QString out;
    QTextStream stream(&out);
    const QString path = folder.filePath(u"1.redoubt"_s);
    QCOMPARE(runCommand({u"new"_s, path}, stream, stream), 0);
    window.openProject(path);
    QVERIFY(window.desk());
    texts += shownTexts(window);

    static const QRegularExpression word(u"[[:alpha:]]{2}"_s);
    // A name, a path, Qt's own words on a dock, and languages, which are named in themselves.
    static const QRegularExpression given(u"^(Redoubt|/.*\\.redoubt|Float|Close|English)$"_s);
    QStringList bare;
    for (const QString &text : std::as_const(texts)) {
        if (word.match(text).hasMatch() && !text.contains(u'[') && !given.match(text).hasMatch())
            bare += text;
    }
    QVERIFY2(bare.isEmpty(), qPrintable(bare.join(u'\n')));
}

/// The list of commands, each in its line, and an error.
void TranslationTest::terminalShowsNothingElse()
{
    QVERIFY(isCommand(u"help"_s)); // asked before any language is spoken
    speak(*qApp, u"pseudo"_s);
    QString out, error;
    QTextStream outStream(&out), errorStream(&error);
    QCOMPARE(runCommand({u"help"_s}, outStream, errorStream), 0);
    for (const Command &command : commands()) {
        QVERIFY2(command.summary.startsWith(u'['), qPrintable(command.name));
        QVERIFY(out.contains(command.summary));
    }
    QCOMPARE(runCommand({u"info"_s, u"/nowhere.redoubt"_s}, outStream, errorStream), 2);
    QVERIFY2(error.startsWith(u"redoubt: ["), qPrintable(error));
}

/// lupdate warns of a tr() whose context it cannot tell; such a text would never be found in a translation.
void TranslationTest::sourcesAreReadAsMeant()
{
    const QTemporaryDir folder;
    QProcess lupdate;
    qputenv("LC_ALL", "C.UTF-8");
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    const QString root = u"" SOURCE_DIR ""_s;
    lupdate.start(u"" LUPDATE ""_s,
        {u"-silent"_s, u"-I"_s, root, root + u"/app"_s, root + u"/ui"_s, u"-ts"_s, folder.filePath(u"all.ts"_s)});
    QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
    QCOMPARE(QString::fromUtf8(lupdate.readAll()), QString());
    QCOMPARE(lupdate.exitCode(), 0);
}

/// A new %n needs `cmake --build build/release --target update_translations` and its two forms in redoubt_en.ts.
void TranslationTest::englishPluralsAreThere()
{
    QStringList wanted, present;
    for (const Message &message : messages(u"" PSEUDO_TS ""_s)) {
        if (message.plural)
            wanted += message.name();
    }
    for (const Message &message : messages(u"" SOURCE_DIR "/translations/redoubt_en.ts"_s)) {
        QVERIFY2(message.finished, qPrintable(message.name()));
        present += message.name();
    }
    wanted.sort();
    present.sort();
    QVERIFY(!wanted.isEmpty());
    QCOMPARE(present, wanted);
}

void TranslationTest::pluralIsChosen()
{
    speak(*qApp);
    const auto text = [](int n) {
        return QCoreApplication::translate("redoubt::HistoryCommand", "There are only %n of them.", nullptr, n);
    };
    QCOMPARE(text(1), u"There is only 1 of them."_s);
    QCOMPARE(text(2), u"There are only 2 of them."_s);
    QCOMPARE(lagText({secondsOfDay, secondsOfDay, secondsOfDay}), u"1 day later"_s);
    QCOMPARE(lagText({secondsOfDay, 2 * secondsOfDay, secondsOfDay}), u"1–2 days later"_s);
}

void TranslationTest::languageIsChosen_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<bool>("isPseudo");
    QTest::newRow("nothing") << QByteArray("LANG") << QByteArray() << QString() << false;
    QTest::newRow("C") << QByteArray("LANG") << QByteArray("C.UTF-8") << QString() << false;
    QTest::newRow("a language that is not there") << QByteArray("LANG") << QByteArray("tlh_AQ.UTF-8") << QString() << false;
    QTest::newRow("LANG") << QByteArray("LANG") << QByteArray("en_XA.UTF-8") << QString() << true;
    QTest::newRow("LC_ALL") << QByteArray("LC_ALL") << QByteArray("en_XA") << QString() << true;
    QTest::newRow("a list") << QByteArray("LANGUAGE") << QByteArray("en_XA:de") << QString() << true;
    QTest::newRow("the setting") << QByteArray("LANG") << QByteArray("en_GB.UTF-8") << u"en-XA"_s << true;
    QTest::newRow("the setting before LANG") << QByteArray("LANG") << QByteArray("en_XA.UTF-8") << u"en"_s << false;
    QTest::newRow("our variable before the setting")
        << QByteArray("REDOUBT_LANGUAGE") << QByteArray("pseudo") << u"en"_s << true;
    QTest::newRow("nonsense") << QByteArray("LANG") << QByteArray("../../x") << u"%1/\\"_s << false;
}

void TranslationTest::languageIsChosen()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QString, chosen);
    QFETCH(bool, isPseudo);
    qputenv(variable.constData(), value);
    speak(*qApp, chosen);
    const QString text =
        QCoreApplication::translate("redoubt::HistoryCommand", "There are only %n of them.", nullptr, 1);
    QCOMPARE(text.startsWith(u'['), isPseudo);
    QVERIFY2(isPseudo || text == u"There is only 1 of them.", qPrintable(text));
    for (const Language &language : languages())
        QVERIFY(!language.name.isEmpty() && language.code != u"en-XA");
    QCOMPARE(languages().first(), (Language{u"en"_s, u"English"_s}));
}

QTEST_MAIN(TranslationTest)
#include "tst_translation.moc"
