#include "app/commands/command.h"

#include "app/commands/times.h"
#include "app/timeline/naturaldate.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::DatesCommand)
};

Result<Answer> run(const QCommandLineParser &parser)
{
    Answer answer;
    QJsonArray json;
    for (const QString &input : parser.positionalArguments()) {
        const auto date = readDate(input, {}, Slips::Refused);
        const Bounds bounds = date ? date->bounds : Bounds();
        json.append(QJsonObject{{u"input"_s, input}, {u"valid"_s, date.has_value()},
            {u"edtf"_s, date ? QJsonValue(date->text) : QJsonValue()},
            {u"level"_s, date ? QJsonValue(date->level) : QJsonValue()},
            {u"start_earliest"_s, isoTime(bounds.startEarliest)},
            {u"start_latest"_s, isoTime(bounds.startLatest)},
            {u"end_earliest"_s, isoTime(bounds.endEarliest)}, {u"end_latest"_s, isoTime(bounds.endLatest)},
            {u"error"_s, date ? QJsonValue() : QJsonValue(date.error().text())}});
        answer.text += date ? u"%1 → %2  %3 … %4\n"_s.arg(input, date->text,
                                  isoTime(bounds.startEarliest).toString(u"…"_s),
                                  isoTime(bounds.endLatest).toString(u"…"_s))
                            : u"%1: %2\n"_s.arg(input, date.error().text());
        if (!date)
            answer.verdict = Answer::Verdict::No;
    }
    answer.json = json;
    return answer;
}

} // namespace

Command datesCommand()
{
    return {u"dates"_s, u"TEXT…"_s, Words::tr("Reads dates: EDTF, or words."),
        Words::tr(
            "Shows what each means as EDTF and its bounds in UTC. What is nearly EDTF is refused with what was "
            "probably meant. Exits 1 when one of them is not a date."),
        {}, 1, -1, run};
}

} // namespace redoubt
