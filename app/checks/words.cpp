#include "app/checks/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace redoubt {

namespace {

using Kind = CheckedTerm::Kind;

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &one : value.toArray())
        list.append(one.toString());
    return list;
}

QSet<QString> stringSet(const QJsonValue &value)
{
    const QStringList list = strings(value);
    return {list.begin(), list.end()};
}

class WordsReader
{
public:
    WordsReader(const QJsonObject &json, LikelihoodScale scale)
        : m_json(json)
        , m_known(phrasesOf(scale))
    {
        words.scale = scale;
        words.phrases = m_known;
        words.ownConstruction = strings(json[u"ownConstruction"]);
        words.reporting = stringSet(json[u"reporting"]);
        words.judging = stringSet(json[u"judging"]);
        words.besideDates = stringSet(json[u"besideDates"]);
        words.withYears = stringSet(json[u"withYears"]);
        const QJsonValue percent = json[u"percent"];
        words.units = strings(percent[u"units"]);
        words.adjectives = stringSet(percent[u"adjectives"]);
        words.nouns = stringSet(percent[u"nouns"]);
        words.opening = strings(percent[u"opening"]);
        words.joining = percent[u"joining"].toString();
        words.statement = percent[u"statement"].toString();
        readScales();
        readForms();
        readOthers();
        for (QList<CheckedTerm> &list : words.terms)
            std::ranges::stable_sort(list, std::greater(), [](const CheckedTerm &term) { return term.words.size(); });
    }

    CheckWords words;

private:
    [[nodiscard]] QList<QStringList> phrasesOf(LikelihoodScale scale) const
    {
        QList<QStringList> bands;
        const QJsonArray own = m_json[u"scales"][QString(scaleNames.name(scale))].toArray();
        for (const QJsonValue &band : own)
            bands.append(strings(band));
        if (!own.isEmpty() || m_json[u"language"].toString() != "en"_L1)
            return bands;
        for (const LikelihoodBand &band : likelihoodBands(scale)) {
            QStringList phrases;
            for (const char *phrase : band.phrases) {
                if (phrase)
                    phrases.append(QString::fromLatin1(phrase));
            }
            bands.append(phrases);
        }
        return bands;
    }

    /// The first of several meanings of a phrase counts.
    void add(const QString &phrase, CheckedTerm term)
    {
        if (m_taken.contains(phrase) || phrase.isEmpty())
            return;
        m_taken.insert(phrase);
        term.words = phrase.split(u' ');
        words.terms[term.words.first()].append(std::move(term));
    }

    void readScales()
    {
        const QStringList notAlone = strings(m_json[u"notAlone"]);
        for (int band = 0; band < m_known.size(); ++band) {
            for (int row = 0; row < m_known[band].size(); ++row) {
                const QString &phrase = m_known[band][row];
                m_places.insert(phrase, {band, row});
                if (!notAlone.contains(phrase))
                    add(phrase, {.band = band, .row = row, .phrase = phrase});
            }
        }
    }

    void readForms()
    {
        const QJsonObject forms = m_json[u"forms"].toObject();
        for (auto form = forms.begin(); form != forms.end(); ++form) {
            for (const QString &phrase : strings(form.value())) {
                if (const auto place = m_places.constFind(phrase); place != m_places.cend())
                    add(form.key(), {.band = place->first, .row = place->second, .phrase = phrase});
            }
        }
    }

    void readOthers()
    {
        for (const auto &[scale, name] : scaleNames.table) {
            if (scale != words.scale)
                readOtherScale(scale);
        }
        const QJsonObject off = m_json[u"offScale"].toObject();
        for (auto one = off.begin(); one != off.end(); ++one) {
            QStringList offers = strings(one.value());
            offers.removeIf([&](const QString &phrase) { return !m_places.contains(phrase); });
            add(one.key(), {.kind = Kind::OffScale, .offers = offers});
        }
        for (const QString &phrase : strings(m_json[u"comparisons"]))
            add(phrase, {.kind = Kind::Comparison});
        for (const QString &phrase : strings(m_json[u"confidence"]))
            add(phrase, {.kind = Kind::Confidence});
        const QJsonObject vague = m_json[u"vague"].toObject();
        for (auto one = vague.begin(); one != vague.end(); ++one) {
            add(one.key(),
                {.kind = Kind::Vague, .replacement = one.value()[u"offer"].toString(),
                    .notBefore = strings(one.value()[u"notBefore"]), .notAfter = strings(one.value()[u"notAfter"])});
        }
    }

    void readOtherScale(LikelihoodScale scale)
    {
        const std::span<const LikelihoodBand> others = likelihoodBands(scale);
        const std::span<const LikelihoodBand> ours = likelihoodBands(words.scale);
        const QStringList notAlone = strings(m_json[u"notAlone"]);
        const QList<QStringList> phrases = phrasesOf(scale);
        for (qsizetype i = 0; i < phrases.size(); ++i) {
            const LikelihoodBand &said = others[size_t(i)];
            CheckedTerm term{.kind = Kind::OffScale};
            for (qsizetype k = 0; k < m_known.size(); ++k) {
                const LikelihoodBand &band = ours[size_t(k)];
                if (said.low < band.high && band.low < said.high)
                    term.offers.append(m_known[k].first());
                term.same = term.same || (band.low <= said.low && said.high <= band.high);
            }
            term.same = term.same && term.offers.size() == 1;
            for (const QString &phrase : phrases[i]) {
                if (!notAlone.contains(phrase))
                    add(phrase, term);
            }
        }
    }

    const QJsonObject &m_json;
    QList<QStringList> m_known;
    QHash<QString, std::pair<int, int>> m_places; ///< band and row of each phrase of the scale
    QSet<QString> m_taken;
};

} // namespace

bool CheckWords::standAlike(const QString &a, const QString &b) const
{
    return std::ranges::none_of(ownConstruction, [&](const QString &end) { return a.endsWith(end) || b.endsWith(end); });
}

QString CheckWords::phrase(int band, int row) const
{
    const QStringList &rows = phrases[band];
    return rows[std::min<qsizetype>(row, rows.size() - 1)];
}

std::optional<CheckWords> checkWords(const QString &language, LikelihoodScale scale)
{
    QFile file(u":/checks/%1.json"_s.arg(language.section(u'-', 0, 0).toLower()));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto words = readCheckWords(file.readAll(), scale);
    return words ? std::optional<CheckWords>(*std::move(words)) : std::nullopt;
}

Result<CheckWords> readCheckWords(const QByteArray &json, LikelihoodScale scale)
{
    const QString what = QCoreApplication::translate("redoubt::CheckWords", "The words of the checks could not be read.");
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(what, error.errorString(), {}, Error::Kind::Invalid);
    const QJsonObject object = document.object();
    CheckWords words = WordsReader(object, scale).words;
    const bool whole = words.phrases.size() == qsizetype(likelihoodBands(scale).size())
        && std::ranges::none_of(words.phrases, [](const QStringList &band) { return band.isEmpty(); });
    if (!whole) {
        return failure(what, QCoreApplication::translate("redoubt::CheckWords", "It does not name the terms of each band of “%1”.").arg(scaleText(scale)),
            {}, Error::Kind::Invalid);
    }
    return words;
}

} // namespace redoubt
