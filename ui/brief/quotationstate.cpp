#include "ui/brief/quotationstate.h"

#include "ui/look/look.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace redoubt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(redoubt::QuotationState)
};

} // namespace

QString quotationGlyph(Verification::Status status)
{
    switch (status) {
    case Verification::Status::Exact:
        return u"✓"_s;
    case Verification::Status::Altered:
        return u"≠"_s;
    case Verification::Status::NotFound:
        return u"✕"_s;
    case Verification::Status::NothingCaptured:
        return u"○"_s;
    }
    return {};
}

QColor quotationColour(Verification::Status status, const QPalette &palette)
{
    const look::Colours &colours = look::colours(palette);
    switch (status) {
    case Verification::Status::Exact:
        return colours.exact;
    case Verification::Status::Altered:
        return colours.altered;
    case Verification::Status::NotFound:
        return colours.notFound;
    case Verification::Status::NothingCaptured:
        return colours.nothing;
    }
    return {};
}

QColor quotationWash(Verification::Status status, const QPalette &palette)
{
    constexpr double share = 0.1;
    const QColor state = quotationColour(status, palette);
    const QColor &paper = look::colours(palette).paper;
    const auto mixed = [](int of, int with) { return qRound(share * of + (1 - share) * with); };
    return {mixed(state.red(), paper.red()), mixed(state.green(), paper.green()), mixed(state.blue(), paper.blue())};
}

QString quotationSentence(const DraftQuotation &checked, const QString &title)
{
    if (checked.unknownSource)
        return Words::tr("There is no source “%1” in this project.").arg(checked.quotation.keys.join(u", "_s));
    switch (checked.verification.status) {
    case Verification::Status::Exact:
        return Words::tr("Word for word as captured: %1.").arg(title);
    case Verification::Status::Altered:
        return checked.verification.otherOrder ? Words::tr("The passages stand in another order in what was captured: %1.").arg(title)
                                               : Words::tr("The wording differs from what was captured: %1.").arg(title);
    case Verification::Status::NotFound:
        return Words::tr("These words are not in what was captured: %1.").arg(title);
    case Verification::Status::NothingCaptured:
        return Words::tr("Nothing is captured yet to verify this against: %1.").arg(title);
    }
    return {};
}

QString differenceHtml(const QList<WordChange> &difference, const QPalette &palette)
{
    const look::Colours &colours = look::colours(palette);
    QStringList parts;
    for (const WordChange &change : difference) {
        const QString text = change.text.toHtmlEscaped();
        switch (change.kind) {
        case WordChange::Kind::Same:
            parts.append(text);
            break;
        case WordChange::Kind::Added:
            parts.append(u"<s style='color:%1'>%2</s>"_s.arg(colours.notFound.name(), text));
            break;
        case WordChange::Kind::Missing:
            parts.append(u"<u style='color:%1'>%2</u>"_s.arg(colours.exact.name(), text));
            break;
        case WordChange::Kind::Insertion:
        case WordChange::Kind::Join:
            parts.append(u"<span style='color:%1'>%2</span>"_s.arg(colours.inkFaint.name(), text));
            break;
        }
    }
    return parts.join(u' ');
}

} // namespace redoubt
