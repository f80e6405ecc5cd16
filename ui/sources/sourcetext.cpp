#include "ui/sources/sourcetext.h"

#include "app/timeline/datetext.h"

#include <QCoreApplication>

namespace redoubt::sourcetext {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::SourceText)
};

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

QString grade(const Grade &grade)
{
    return Words::tr("%1: %2 · %3").arg(grade.text(), grade.reliabilityText(), grade.credibilityText());
}

/// When it was taken back, by whom and why; or what it goes back to that was.
QString retraction(const Source &source, const QString &fallenTitle)
{
    if (source.retracted) {
        const QString when = source.retractedAt.isEmpty() ? Words::tr("retracted") : Words::tr("retracted %1").arg(published(source.retractedAt));
        return joined({when, source.retractionNote}, u": "_s);
    }
    return fallenTitle.isEmpty() ? QString() : Words::tr("goes back to “%1”, which is retracted").arg(fallenTitle);
}

} // namespace

QString day(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().date(), Words::tr("d MMM yyyy", "a day; QDate::toString"));
}

QString minute(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime(), Words::tr("d MMM yyyy, HH:mm", "a day and time; QDateTime::toString"));
}

QString published(const QString &edtf)
{
    const auto date = readEdtf(edtf);
    return date ? dateText(*date) : edtf;
}

QString who(const Source &source)
{
    return (source.publisher.isEmpty() ? source.author : source.publisher).simplified();
}

QString kind(const Source &source)
{
    return joined({sourceTypeText(source.type), published(source.published)}, Words::tr(", ", "between type and date"));
}

QString origin(const QString &originTitle)
{
    return originTitle.isEmpty() ? Words::tr("origin: itself") : Words::tr("origin: %1").arg(originTitle);
}

QString fallen(const Source &source, const QString &fallenTitle)
{
    if (source.retracted)
        return Words::tr("✕ retracted");
    return fallenTitle.isEmpty() ? QString() : Words::tr("▲ origin retracted");
}

QString captured(const SourceCard &card)
{
    return card.captures == 0 ? Words::tr("nothing captured ○") : Words::tr("captured %1 ✓").arg(day(card.capturedAt));
}

QString counts(const SourceCard &card)
{
    return joined({card.excerpts > 0 ? Words::tr("%n excerpt(s)", nullptr, card.excerpts) : QString(),
                      card.events > 0 ? Words::tr("%n event(s)", nullptr, card.events) : QString()},
        u" · "_s);
}

QString toolTip(const SourceCard &card, const QString &originTitle, const QString &fallenTitle)
{
    const Source &source = card.source;
    const QString text = joined({source.title, retraction(source, fallenTitle), joined({source.author, source.publisher}, u", "_s), kind(source), u'@' + source.key,
                                    grade(source.grade), origin(originTitle), captured(card), counts(card)},
        u"\n"_s);
    return u"<p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QString spoken(const SourceCard &card, const QString &originTitle, const QString &fallenTitle)
{
    const Source &source = card.source;
    return joined({source.title, retraction(source, fallenTitle), kind(source), grade(source.grade),
                      origin(originTitle), captured(card), counts(card)},
        u"; "_s);
}

} // namespace redoubt::sourcetext
