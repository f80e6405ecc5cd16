#include "app/project/project.h"
#include <QTest>
#include <QTemporaryDir>
using namespace redoubt; using namespace Qt::StringLiterals;
class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
 void smoke() {
  QTemporaryDir d; QString p = d.filePath(u"a.redoubt"_s);
  auto c = Project::create(p, u"T"_s); QVERIFY2(c, c ? "" : qPrintable(c.error().text()));
  auto o = Project::open(p); QVERIFY2(o, o ? "" : qPrintable(o.error().text()));
  auto &pr = **o;
  auto e = pr.edit(u"Add lane"_s, [](Writer &w){ return w.insert(u"lane"_s,{u"id"_s,u"key"_s,u"title"_s},{1,u"a"_s,u"A"_s}); });
  QVERIFY2(e, e ? "" : qPrintable(e.error().text()));
  QCOMPARE(pr.reader().number(u"SELECT count(*) FROM lane"_s).value(), 1);
  e = pr.undo(); QVERIFY2(e, e ? "" : qPrintable(e.error().text()));
  QCOMPARE(pr.reader().number(u"SELECT count(*) FROM lane"_s).value(), 0);
  e = pr.redo(); QVERIFY2(e, e ? "" : qPrintable(e.error().text()));
  QCOMPARE(pr.reader().number(u"SELECT count(*) FROM lane"_s).value(), 1);
  QCOMPARE(pr.problems().value(), QStringList());
  auto s = pr.saveCopy(d.filePath(u"b.redoubt"_s)); QVERIFY2(s, s ? "" : qPrintable(s.error().text()));
  o->reset();
  qDebug() << QDir(d.path()).entryList(QDir::Files);
  QFile f(d.filePath(u"b.redoubt"_s)); f.open(QIODevice::ReadOnly); qDebug() << f.read(100).toHex();
 }
};
QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
