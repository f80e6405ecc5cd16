#include "app/brief/brief.h"
#include "app/project/projectinfo.h"
#include "app/sources/bibliography/cslvariables.h"
#include "app/sources/bibliography/sourceitem.h"
#include "app/sources/evidence.h"
#include "tests/support/sourcespaneltest.h"
#include "ui/look/look.h"
#include "ui/sources/cslnames.h"
#include "ui/sources/sourcefields.h"
#include "ui/sources/standing.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace redoubt;

/// The details of a source: fields by type, the key with its citations, grade, origin, retraction, tags.
class TestSourceInspector : public SourcesPanelTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        look::apply(*qApp, look::Scheme::Light);
    }
    void init() { makePanel(); }
    void cleanup() { dropPanel(); }

    void everyVariableHasAName();
    void everyTypeHasItsFields();
    void fieldsFollowTheType();
    void fieldIsKeptWhenLeft_data();
    void fieldIsKeptWhenLeft();
    void moreFieldsKeepWhatIsUnknown();
    void anyVariableIsAdded();
    void fieldsOfADraftAreAdded();
    void tabGoesThroughTheFieldsInTheirOrder();
    void newKeyChangesTheCitations();
    void keyIsRefusedBesideTheField_data();
    void keyIsRefusedBesideTheField();
    void keyIsMadeAnew();
    void patternIsChanged();
    void gradesAreWordedApart();
    void originIsDrawnAsATree();
    void retractionIsDated();
    void whatRestsOnItIsShown();
    void standingOfManyIsShort();
    void circleOfOriginsIsShown();
    void tagsAreCompleted();
    void readOnlyFieldsCannotBeTyped();

private:
    Id<Brief> addBriefCiting(const QString &text);
    Source addRepeating(const QString &title, Id<Source> origin);
    QLabel *hint(const QString &name) { return find<QLabel>(name); }
    QListWidget *rows(const QString &name) { return find<QListWidget>(name); }
};

Id<Brief> TestSourceInspector::addBriefCiting(const QString &text)
{
    Brief brief;
    brief.title = u"Drone on NATO soil"_s;
    brief.text = text;
    m_project->edit([&](Writer &writer) { return addBrief(writer, brief); });
    return brief.id;
}

Source TestSourceInspector::addRepeating(const QString &title, Id<Source> origin)
{
    Source source;
    source.title = title;
    source.origin = origin;
    m_project->edit([&](Writer &writer) { return addSource(writer, source); });
    return source;
}

void TestSourceInspector::everyVariableHasAName()
{
    QVERIFY(cslVariables().size() > 100);
    for (const QString &variable : cslVariables())
        QVERIFY2(cslName(variable), qPrintable(variable));
}

void TestSourceInspector::everyTypeHasItsFields()
{
    for (const auto &[type, name] : sourceTypeNames.table) {
        Source source;
        source.type = type;
        const QStringList usual = sourcefields::usual(source);
        QVERIFY2(usual.size() >= 4, name.data());
        for (const QString &variable : usual) {
            QVERIFY2(cslName(variable), qPrintable(variable));
            QVERIFY2(!columnVariables(source).contains(variable), qPrintable(variable));
            QVERIFY2(!sourcefields::addable(source, usual).contains(variable), qPrintable(variable));
        }
    }
}

void TestSourceInspector::fieldsFollowTheType()
{
    showDetails(m_nato);
    QVERIFY(field(u"csl-volume"_s)->isVisible());
    auto *kinds = find<QComboBox>(u"type"_s);
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_End); // a book
    QCOMPARE(read(m_nato).type, SourceType::Book);
    QTRY_VERIFY(field(u"csl-editor"_s)->isVisible());
    QVERIFY(!m_panel->findChild<QLineEdit *>(u"csl-section"_s));
    // What a field had stays, where it is not asked for.
    type(u"csl-edition"_s, u"2"_s);
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_Home);
    QVERIFY(!field(u"csl-edition"_s)->isVisible());
    QCOMPARE(find<QToolButton>(u"moreFields"_s)->text(), u"More fields (1)"_s);
    QTest::mouseClick(find<QToolButton>(u"moreFields"_s), Qt::LeftButton);
    QVERIFY(field(u"csl-edition"_s)->isVisible());
    QCOMPARE(field(u"csl-edition"_s)->text(), u"2"_s);
}

void TestSourceInspector::fieldIsKeptWhenLeft_data()
{
    QTest::addColumn<SourceType>("sourceType");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("kept");
    QTest::addColumn<QString>("shown");
    QTest::newRow("text") << SourceType::Article << u"section"_s << u" World "_s << QJsonValue(u"World"_s) << u"World"_s;
    QTest::newRow("number") << SourceType::Article << u"page"_s << u"12-14"_s << QJsonValue(u"12-14"_s) << u"12-14"_s;
    QTest::newRow("names") << SourceType::Book << u"editor"_s << u"Kim, Jae; NATO"_s
                           << QJsonValue(QJsonArray{QJsonObject{{u"family"_s, u"Kim"_s}, {u"given"_s, u"Jae"_s}}, QJsonObject{{u"literal"_s, u"NATO"_s}}})
                           << u"Jae Kim; NATO"_s;
    QTest::newRow("date in words") << SourceType::Page << u"accessed"_s << u"29 May 2026"_s
                                   << QJsonValue(QJsonObject{{u"date-parts"_s, QJsonArray{QJsonArray{2026, 5, 29}}}}) << u"2026-05-29"_s;
    QTest::newRow("no date") << SourceType::Page << u"accessed"_s << u"some day"_s << QJsonValue(QJsonObject{{u"literal"_s, u"some day"_s}}) << u"some day"_s;
    QTest::newRow("a long one") << SourceType::Article << u"section"_s << QString(400, u'x') << QJsonValue(QString(400, u'x')) << QString(400, u'x');
}

void TestSourceInspector::fieldIsKeptWhenLeft()
{
    QFETCH(SourceType, sourceType);
    QFETCH(QString, variable);
    QFETCH(QString, typed);
    m_nato.type = sourceType;
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_nato); });
    showDetails(m_nato);
    const auto before = must((*m_project)->history()).size();
    type(u"csl-"_s + variable, typed);
    QTEST(read(m_nato).fields.value(variable), "kept");
    QTEST(field(u"csl-"_s + variable)->text(), "shown");
    QCOMPARE(must((*m_project)->history()).size(), before + 1);
    QCOMPARE((*m_project)->undoText(), u"Change “%1” of “Statement on Galați”"_s.arg(sourcefields::label(variable)));
    QVERIFY(m_panel->notice()->text().isEmpty());
    type(u"csl-"_s + variable, field(u"csl-"_s + variable)->text(), Qt::Key_Return);
    QCOMPARE(must((*m_project)->history()).size(), before + 1);
    must((*m_project)->undo());
    QCOMPARE(field(u"csl-"_s + variable)->text(), QString());
    QVERIFY(read(m_nato).fields.isEmpty());
}

void TestSourceInspector::moreFieldsKeepWhatIsUnknown()
{
    m_nato.fields = QJsonObject{{u"zotero-key"_s, u"ABC"_s}, {u"odd"_s, QJsonArray{1, 2}}, {u"scale"_s, u"1:50"_s},
        {u"custom"_s, QJsonObject{{u"ris"_s, QJsonObject{{u"type"_s, u"JOUR"_s}}}}}};
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_nato); });
    showDetails(m_nato);
    QTest::mouseClick(find<QToolButton>(u"moreFields"_s), Qt::LeftButton);
    QCOMPARE(field(u"csl-zotero-key"_s)->text(), u"ABC"_s);
    QCOMPARE(field(u"csl-odd"_s)->text(), u"[1,2]"_s);
    QVERIFY(field(u"csl-odd"_s)->isReadOnly());
    QVERIFY(!m_panel->findChild<QLineEdit *>(u"csl-custom"_s));
    type(u"csl-scale"_s, QString());
    type(u"csl-scale"_s, u"1:100"_s);
    const QJsonObject fields = read(m_nato).fields;
    QCOMPARE(fields.value(u"scale"_s), QJsonValue(u"1:100"_s));
    for (const QString &name : {u"zotero-key"_s, u"odd"_s, u"custom"_s})
        QCOMPARE(fields.value(name), m_nato.fields.value(name));
}

void TestSourceInspector::anyVariableIsAdded()
{
    showDetails(m_nato);
    QTest::mouseClick(find<QToolButton>(u"moreFields"_s), Qt::LeftButton);
    auto *choice = find<QComboBox>(u"fieldToAdd"_s);
    choice->setFocus();
    QVERIFY(choice->findData(u"archive"_s) >= 0);
    QVERIFY(choice->findData(u"title"_s) < 0);
    QVERIFY(choice->findData(u"section"_s) < 0);
    choice->setEditText(u"nonsense"_s);
    QTest::mouseClick(find<QToolButton>(u"addField"_s), Qt::LeftButton);
    QVERIFY(m_panel->notice()->text().contains(u"nonsense"_s));
    m_panel->notice()->close();
    choice->setEditText(u"call-number"_s);
    QTest::keyClick(choice, Qt::Key_Return);
    QVERIFY(field(u"csl-call-number"_s)->hasFocus());
    QVERIFY(choice->currentText().isEmpty());
    type(u"csl-call-number"_s, u"UA 646"_s);
    QCOMPARE(read(m_nato).fields, QJsonObject({{u"call-number"_s, u"UA 646"_s}}));
    // Gone with its text only once another source was looked at: it may be written anew.
    type(u"csl-call-number"_s, u" "_s);
    QVERIFY(read(m_nato).fields.isEmpty());
    QVERIFY(field(u"csl-call-number"_s)->isVisible());
    m_selection->select(Thing::of(m_wire.id));
    QVERIFY(!m_panel->findChild<QLineEdit *>(u"csl-call-number"_s));
}

void TestSourceInspector::fieldsOfADraftAreAdded()
{
    action(u"addSource"_s)->trigger();
    type(u"title"_s, u"A book"_s);
    auto *kinds = find<QComboBox>(u"type"_s);
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_End);
    type(u"csl-ISBN"_s, u"978-3-16-148410-0"_s);
    QVERIFY(!find<QWidget>(u"originSummary"_s)->isVisible());
    QTest::mouseClick(find<QToolButton>(u"makeKey"_s), Qt::LeftButton);
    QCOMPARE(field(u"key"_s)->text(), u"a-book"_s);
    QTest::mouseClick(find<QPushButton>(u"addDraft"_s), Qt::LeftButton);
    const auto added = must(sourceByKey(m_project->reader(), u"a-book"_s));
    QVERIFY(added);
    QCOMPARE(added->type, SourceType::Book);
    QCOMPARE(added->fields, QJsonObject({{u"ISBN"_s, u"978-3-16-148410-0"_s}}));
}

void TestSourceInspector::tabGoesThroughTheFieldsInTheirOrder()
{
    showDetails(m_nato);
    auto *kinds = find<QComboBox>(u"type"_s);
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_End);
    field(u"language"_s)->setFocus();
    QStringList names;
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        names.append(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(names.join(u' '), u"csl-container-title csl-editor csl-translator"_s);
}

void TestSourceInspector::newKeyChangesTheCitations()
{
    const auto brief = addBriefCiting(u"It was hit [@nato-2026, p. 2]. @nato-2026 says so, @nato-2026b does not.\n"_s);
    showDetails(m_nato);
    const auto before = must((*m_project)->history()).size();
    type(u"key"_s, u"rutte-2026"_s);
    QCOMPARE(read(m_nato).key, u"rutte-2026"_s);
    QCOMPARE(must(redoubt::brief(m_project->reader(), brief))->text, u"It was hit [@rutte-2026, p. 2]. @rutte-2026 says so, @nato-2026b does not.\n"_s);
    QVERIFY2(m_panel->notice()->text().startsWith(u"The key is @rutte-2026 now: 2 citation"_s), qPrintable(m_panel->notice()->text()));
    QCOMPARE(must((*m_project)->history()).size(), before + 1);
    QCOMPARE((*m_project)->undoText(), u"Rename “nato-2026” to “rutte-2026”"_s);
    must((*m_project)->undo());
    QCOMPARE(field(u"key"_s)->text(), u"nato-2026"_s);
    QVERIFY(must(redoubt::brief(m_project->reader(), brief))->text.startsWith(u"It was hit [@nato-2026"_s));
}

void TestSourceInspector::keyIsRefusedBesideTheField_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("taken") << u"wire-2026"_s << u"✕ “Wire report” has this key already."_s;
    QTest::newRow("not citable") << u"two words"_s << u"✕ It cannot be cited: a key has letters, digits and _, and single - . : / between them."_s;
    QTest::newRow("empty") << u" "_s << u"✕ A source has a key, so that briefs can cite it."_s;
    QTest::newRow("its own") << u"nato-2026"_s << QString();
}

void TestSourceInspector::keyIsRefusedBesideTheField()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    showDetails(m_nato);
    const auto before = must((*m_project)->history()).size();
    auto *key = field(u"key"_s);
    key->setFocus();
    key->selectAll();
    QTest::keyClicks(key, typed);
    QCOMPARE(hint(u"keyHint"_s)->text(), words);
    QTest::keyClick(key, Qt::Key_Tab);
    QCOMPARE(hint(u"keyHint"_s)->text(), words);
    QCOMPARE(hint(u"keyHint"_s)->isVisible(), !words.isEmpty());
    QCOMPARE(read(m_nato).key, u"nato-2026"_s);
    QCOMPARE(must((*m_project)->history()).size(), before);
    QVERIFY(m_panel->notice()->text().isEmpty());
    m_selection->select(Thing::of(m_wire.id));
    QCOMPARE(key->text(), u"wire-2026"_s);
    QVERIFY(!hint(u"keyHint"_s)->isVisible());
}

void TestSourceInspector::keyIsMadeAnew()
{
    showDetails(m_nato);
    QTest::mouseClick(find<QToolButton>(u"makeKey"_s), Qt::LeftButton);
    QCOMPARE(read(m_nato).key, u"statement-on-galati"_s);
    QTest::mouseClick(find<QToolButton>(u"makeKey"_s), Qt::LeftButton);
    QCOMPARE(read(m_nato).key, u"statement-on-galati"_s);
    QCOMPARE(hint(u"keyHint"_s)->text(), u"The pattern makes just this key."_s);
    // The title that is being typed counts; a key that is taken gets a number, and keeps it.
    const Source other = addRepeating(u"Statement on Galați, again"_s, {});
    field(u"title"_s)->setFocus();
    field(u"title"_s)->setText(other.title);
    QTest::mouseClick(find<QToolButton>(u"makeKey"_s), Qt::LeftButton);
    QCOMPARE(read(m_nato).key, other.key + u"-2"_s);
    QTest::mouseClick(find<QToolButton>(u"makeKey"_s), Qt::LeftButton);
    QCOMPARE(read(m_nato).key, other.key + u"-2"_s);
}

void TestSourceInspector::patternIsChanged()
{
    showDetails(m_nato);
    type(u"published"_s, u"2026-05-29"_s);
    QVERIFY(!field(u"pattern"_s)->isVisible());
    QTest::mouseClick(find<QToolButton>(u"keyPattern"_s), Qt::LeftButton);
    QVERIFY(field(u"pattern"_s)->isVisible());
    QCOMPARE(field(u"pattern"_s)->text(), u"{title}"_s);
    QCOMPARE(hint(u"patternExample"_s)->text(), u"= @statement-on-galati"_s);
    field(u"pattern"_s)->setFocus();
    field(u"pattern"_s)->selectAll();
    QTest::keyClicks(field(u"pattern"_s), u"{titl"_s);
    QVERIFY(hint(u"patternExample"_s)->text().startsWith(u'✕'));
    QTest::keyClick(field(u"pattern"_s), Qt::Key_Return);
    QCOMPARE(must(projectInfo(m_project->reader())).citationKeys, u"{title}"_s);
    QTest::keyClicks(field(u"pattern"_s), u"e:1}-{year}"_s);
    QCOMPARE(hint(u"patternExample"_s)->text(), u"= @statement-2026"_s);
    QTest::keyClick(field(u"pattern"_s), Qt::Key_Return);
    QCOMPARE(must(projectInfo(m_project->reader())).citationKeys, u"{title:1}-{year}"_s);
    QCOMPARE((*m_project)->undoText(), u"Change the pattern of citation keys"_s);
    QCOMPARE(read(m_nato).key, u"nato-2026"_s);
    must((*m_project)->undo());
    QCOMPARE(field(u"pattern"_s)->text(), u"{title}"_s);
}

void TestSourceInspector::gradesAreWordedApart()
{
    showDetails(m_nato);
    auto *reliability = find<QComboBox>(u"reliability"_s);
    auto *credibility = find<QComboBox>(u"credibility"_s);
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(reliability->itemData(i, Qt::ToolTipRole).toString(), Grade({QChar(u'A' + i), 1}).reliabilityMeaning());
        QCOMPARE(credibility->itemData(i, Qt::ToolTipRole).toString(), Grade({u'A', i + 1}).credibilityMeaning());
    }
    const Grade grade = m_nato.grade;
    QVERIFY(reliability->toolTip().contains(grade.reliabilityMeaning()));
    QVERIFY(credibility->toolTip().contains(grade.credibilityMeaning()));
    QCOMPARE(hint(u"gradeMeaning"_s)->text(), u"A: %1\n2: %2"_s.arg(grade.reliabilityMeaning(), grade.credibilityMeaning()));
}

void TestSourceInspector::originIsDrawnAsATree()
{
    const Source echo = addRepeating(u"Echo of the wire"_s, m_wire.id);
    const Source last = addRepeating(u"Echo of the echo"_s, echo.id);
    showDetails(echo);
    auto *tree = rows(u"originTree"_s);
    QTRY_COMPARE(tree->count(), 3);
    QVERIFY(!hint(u"originFallen"_s)->isVisible());
    QCOMPARE(tree->item(0)->text(), m_wire.title);
    QCOMPARE(tree->item(2)->text(), last.title);
    QCOMPARE(tree->currentRow(), 1);
    QVERIFY(tree->item(1)->data(Qt::AccessibleTextRole).toString().contains(u"this source"_s));
    QCOMPARE(hint(u"originSummary"_s)->text().section(u' ', 0, 0), u"3"_s);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(tree->item(0)).center());
    QCOMPARE(m_selection->current(), Thing::of(m_wire.id));
    QTRY_COMPARE(tree->currentRow(), 0);
    tree->setFocus();
    tree->setCurrentRow(2);
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(m_selection->current(), Thing::of(last.id));
    QTRY_COMPARE(tree->currentRow(), 2);
    // Retracted at the top: all that goes back to it says so.
    m_wire.retracted = true;
    m_project->edit([&](Writer &writer) { return updateSource(writer, m_wire); });
    QTRY_VERIFY(hint(u"originFallen"_s)->isVisible());
    QCOMPARE(hint(u"originFallen"_s)->text(), u"✕ It goes back to “Wire report”, which is retracted."_s);
    m_selection->select(Thing::of(m_nato.id));
    QTRY_VERIFY(!tree->isVisible());
    QCOMPARE(hint(u"originSummary"_s)->text(), u"It repeats no source, and none repeats it."_s);
}

void TestSourceInspector::retractionIsDated()
{
    showDetails(m_nato);
    QVERIFY(!field(u"retractedAt"_s)->isVisible());
    QTest::keyClick(find<QCheckBox>(u"retracted"_s), Qt::Key_Space);
    QVERIFY(field(u"retractedAt"_s)->isVisible());
    type(u"retractedAt"_s, u"2 June 2026"_s);
    type(u"retractionNote"_s, u"NATO press office: wrong place"_s);
    const Source now = read(m_nato);
    QVERIFY(now.retracted);
    QCOMPARE(now.retractedAt, u"2026-06-02"_s);
    QCOMPARE(now.retractionNote, u"NATO press office: wrong place"_s);
    QCOMPARE(hint(u"retractedAtHint"_s)->text(), u"2 Jun 2026"_s);
    QVERIFY(m_panel->notice()->text().isEmpty());
    QTest::keyClick(find<QCheckBox>(u"retracted"_s), Qt::Key_Space);
    QVERIFY(!field(u"retractedAt"_s)->isVisible());
}

void TestSourceInspector::whatRestsOnItIsShown()
{
    const auto brief = addBriefCiting(u"First it was denied [@wire-2026]. Then it was said [@nato-2026].\n"_s);
    m_project->edit([&](Writer &writer) -> Result<> {
        Evidence said{.id = {}, .event = m_strike.id, .source = m_nato.id, .excerpt = {}};
        return addEvidence(writer, said);
    });
    showDetails(m_nato);
    auto *list = rows(u"restingList"_s);
    QVERIFY(!list->isVisible());
    QTest::keyClick(find<QCheckBox>(u"retracted"_s), Qt::Key_Space);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 4);
    QCOMPARE(list->item(0)->text(), u"Events"_s);
    QCOMPARE(list->item(1)->text(), u"▲ no source left · Drone hits flats"_s);
    QCOMPARE(list->item(3)->text(), u"Drone on NATO soil · Then it was said."_s);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QCOMPARE(m_selection->current(), Thing::of(m_strike.id));
    list->setFocus();
    list->setCurrentRow(3);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_selection->current(), Thing::of(m_nato.id));
    m_selection->back();
    QCOMPARE(m_selection->current(), Thing::of(brief));
    // Another source corroborates the event now.
    m_project->edit([&](Writer &writer) -> Result<> {
        Evidence said{.id = {}, .event = m_strike.id, .source = m_wire.id, .excerpt = {}};
        return addEvidence(writer, said);
    });
    QTRY_VERIFY(list->item(1)->text().startsWith(u"1 independent"_s));
    m_selection->select(Thing::of(m_wire.id));
    QVERIFY(!list->isVisible());
    QTest::mouseClick(find<QToolButton>(u"restsOnThis"_s), Qt::LeftButton);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->item(3)->text(), u"Drone on NATO soil · First it was denied."_s);
}

void TestSourceInspector::standingOfManyIsShort()
{
    Source last;
    m_project->edit([&](Writer &writer) -> Result<> {
        for (int i = 0; i < 300; ++i) {
            Source source;
            source.title = u"Copy %1"_s.arg(i);
            source.origin = m_wire.id;
            must(addSource(writer, source));
            last = source;
        }
        return {};
    });
    const OriginFamily family = must(originFamily(m_project->reader(), last.id));
    QCOMPARE(family.sources, 301);
    QCOMPARE(family.branches.size(), OriginFamily::most);
    QCOMPARE(family.branches.first().source.id, m_wire.id);
    QVERIFY(std::ranges::any_of(family.branches, [&](const OriginBranch &branch) { return branch.source.id == last.id; }));
    QVERIFY(must(restingLines(m_project->reader(), m_wire.id)).lines.isEmpty());
    QCOMPARE(must(originFamily(m_project->reader(), Id<Source>{42})).branches.size(), 0);
}

void TestSourceInspector::circleOfOriginsIsShown()
{
    const Source echo = addRepeating(u"Echo"_s, m_wire.id);
    m_project->edit([&](Writer &writer) {
        return writer.insert(u"origin"_s, {u"id"_s, u"source_id"_s, u"repeats_id"_s}, {Id<Source>::make().number, m_wire.id.number, echo.id.number});
    });
    const OriginFamily family = must(originFamily(m_project->reader(), echo.id));
    QCOMPARE(family.branches.size(), 2);
    QCOMPARE(family.branches.first().source.id, echo.id);
}

void TestSourceInspector::tagsAreCompleted()
{
    m_project->edit([&](Writer &writer) { return setTags(writer, u"source"_s, m_wire.id.number, {u"airspace"_s, u"Article 4"_s}); });
    showDetails(m_nato);
    auto *tags = field(u"tags"_s);
    tags->setFocus();
    QTest::keyClicks(tags, u"drones, ai"_s);
    QCOMPARE(tags->completer()->completionCount(), 1);
    QTest::keyClick(tags->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(tags->completer()->popup(), Qt::Key_Return);
    QCOMPARE(tags->text(), u"drones, airspace"_s);
    QTest::keyClick(tags, Qt::Key_Tab);
    QCOMPARE(must(redoubt::tags(m_project->reader(), u"source"_s, m_nato.id.number)), QStringList({u"airspace"_s, u"drones"_s}));
}

void TestSourceInspector::readOnlyFieldsCannotBeTyped()
{
    m_panel.reset();
    m_project->reopen(Project::Mode::ReadOnly);
    openPanel();
    showDetails(m_nato);
    for (const QString &name : {u"key"_s, u"csl-volume"_s, u"pattern"_s, u"tags"_s, u"retractedAt"_s})
        QVERIFY2(field(name)->isReadOnly(), qPrintable(name));
    QVERIFY(!find<QToolButton>(u"makeKey"_s)->isEnabled());
    QVERIFY(!find<QComboBox>(u"fieldToAdd"_s)->isVisible());
    QVERIFY(!find<QCheckBox>(u"retracted"_s)->isEnabled());
}

QTEST_MAIN(TestSourceInspector)
#include "tst_sourceinspector.moc"
