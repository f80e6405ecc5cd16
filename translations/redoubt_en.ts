<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>redoubt::BibliographyFlow</name>
    <message numerus="yes">
        <source>%n field(s) say something else in the file; those of the project stay.</source>
        <translation>
            <numerusform>%n field says something else in the file; that of the project stays.</numerusform>
            <numerusform>%n fields say something else in the file; those of the project stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::BriefPanel</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>reading time</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places replaced.</source>
        <translation>
            <numerusform>%n place replaced.</numerusform>
            <numerusform>%n places replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::CalibrationFoot</name>
    <message numerus="yes">
        <source>%1–%2: given %3 on average, came true in %4 (%Ln outcomes)</source>
        <translation>
            <numerusform>%1–%2: given %3 on average, came true in %4 (%Ln outcome)</numerusform>
            <numerusform>%1–%2: given %3 on average, came true in %4 (%Ln outcomes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation>
            <numerusform>%Ln resolved</numerusform>
            <numerusform>%Ln resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln forecasts</source>
        <translation>
            <numerusform>%Ln forecast</numerusform>
            <numerusform>%Ln forecasts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Candidates</name>
    <message numerus="yes">
        <source>%n day(s) apart</source>
        <translation>
            <numerusform>%n day apart</numerusform>
            <numerusform>%n days apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of the titles in common</source>
        <translation>
            <numerusform>%n word of the titles in common</numerusform>
            <numerusform>%n words of the titles in common</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::CandidatesPane</name>
    <message numerus="yes">
        <source>%n pair(s), the likeliest first.</source>
        <translation>
            <numerusform>%n pair.</numerusform>
            <numerusform>%n pairs, the likeliest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::CaptureQueue</name>
    <message numerus="yes">
        <source>The server asks to be left alone for %n minutes.</source>
        <translation>
            <numerusform>The server asks to be left alone for %n minute.</numerusform>
            <numerusform>The server asks to be left alone for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asks to be left alone for %n hours.</source>
        <translation>
            <numerusform>The server asks to be left alone for %n hour.</numerusform>
            <numerusform>The server asks to be left alone for %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::CheckCommand</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let stand</source>
        <translation>
            <numerusform>%n let stand</numerusform>
            <numerusform>%n let stand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::ChecksPanel</name>
    <message numerus="yes">
        <source>No findings: %n rule(s) looked at this brief.</source>
        <translation>
            <numerusform>No findings: %n rule looked at this brief.</numerusform>
            <numerusform>No findings: %n rules looked at this brief.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::ChronologyTable</name>
    <message numerus="yes">
        <source>%1 of %2 · ✕ %n retracted</source>
        <translation>
            <numerusform>%1 of %2 · ✕ %n retracted</numerusform>
            <numerusform>%1 of %2 · ✕ %n retracted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the %1 of %n event(s)</source>
        <translation>
            <numerusform>Change the %1 of %n event</numerusform>
            <numerusform>Change the %1 of %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::ComparisonModel</name>
    <message numerus="yes">
        <source>⋯ %n paragraph(s) unchanged</source>
        <translation>
            <numerusform>⋯ %n paragraph unchanged</numerusform>
            <numerusform>⋯ %n paragraphs unchanged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::CountChart</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possibly</source>
        <translation>
            <numerusform>%n possibly</numerusform>
            <numerusform>%n possibly</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Dates</name>
    <message numerus="yes">
        <source>It is longer than %Ln characters.</source>
        <translation>
            <numerusform>It is longer than %Ln character.</numerusform>
            <numerusform>It is longer than %Ln characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Due</name>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days, abbreviated</comment>
        <translation>
            <numerusform>%Ln d</numerusform>
            <numerusform>%Ln d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wk</source>
        <comment>weeks, abbreviated</comment>
        <translation>
            <numerusform>%Ln wk</numerusform>
            <numerusform>%Ln wk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mo</source>
        <comment>months, abbreviated</comment>
        <translation>
            <numerusform>%Ln mo</numerusform>
            <numerusform>%Ln mo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln y</source>
        <comment>years, abbreviated</comment>
        <translation>
            <numerusform>%Ln y</numerusform>
            <numerusform>%Ln y</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Duplicates</name>
    <message numerus="yes">
        <source>%n day(s) apart</source>
        <translation>
            <numerusform>%n day apart</numerusform>
            <numerusform>%n days apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::DuplicatesPane</name>
    <message numerus="yes">
        <source>The %n likeliest pair(s); more come when these are decided.</source>
        <translation>
            <numerusform>The likeliest pair; more come when it is decided.</numerusform>
            <numerusform>The %n likeliest pairs; more come when these are decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), the likeliest first.</source>
        <translation>
            <numerusform>%n pair.</numerusform>
            <numerusform>%n pairs, the likeliest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n capture(s)</source>
        <translation>
            <numerusform>%n capture</numerusform>
            <numerusform>%n captures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n citing sentence(s)</source>
        <translation>
            <numerusform>%n citing sentence</numerusform>
            <numerusform>%n citing sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The two disagreed on %n event(s): check what is said there.</source>
        <translation>
            <numerusform>The two disagreed on %n event: check what is said there.</numerusform>
            <numerusform>The two disagreed on %n events: check what is said there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Edition</name>
    <message numerus="yes">
        <source>This brief rests on %n sources.</source>
        <translation>
            <numerusform>This brief rests on %n source.</numerusform>
            <numerusform>This brief rests on %n sources.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them report on their own account; the others repeat one of these.</source>
        <translation>
            <numerusform>%n of them reports on its own account; the others repeat it.</numerusform>
            <numerusform>%n of them report on their own account; the others repeat one of these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::ExportCommand</name>
    <message numerus="yes">
        <source>Wrote %1: %n pages.</source>
        <translation>
            <numerusform>Wrote %1: %n page.</numerusform>
            <numerusform>Wrote %1: %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %1: %n event(s).</source>
        <translation>
            <numerusform>Wrote %1: %n event.</numerusform>
            <numerusform>Wrote %1: %n events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) without any date have no place in this format.</source>
        <translation>
            <numerusform>%n event without any date has no place in this format.</numerusform>
            <numerusform>%n events without any date have no place in this format.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %1: %n source(s).</source>
        <translation>
            <numerusform>Wrote %1: %n source.</numerusform>
            <numerusform>Wrote %1: %n sources.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::FeedRefresher</name>
    <message numerus="yes">
        <source>The server asks to be left alone for %n minute(s).</source>
        <translation>
            <numerusform>The server asks to be left alone for %n minute.</numerusform>
            <numerusform>The server asks to be left alone for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refresh %n feed(s)</source>
        <translation>
            <numerusform>Refresh %n feed</numerusform>
            <numerusform>Refresh %n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Feeds</name>
    <message numerus="yes">
        <source>%n new item(s)</source>
        <translation>
            <numerusform>%n new item</numerusform>
            <numerusform>%n new items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refreshed %n feed(s): %1.</source>
        <translation>
            <numerusform>Refreshed %n feed: %1.</numerusform>
            <numerusform>Refreshed %n feeds: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) have moved; the new addresses are kept.</source>
        <translation>
            <numerusform>%n feed has moved; the new address is kept.</numerusform>
            <numerusform>%n feeds have moved; the new addresses are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) could not be refreshed.</source>
        <translation>
            <numerusform>%n feed could not be refreshed.</numerusform>
            <numerusform>%n feeds could not be refreshed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were skipped</source>
        <translation>
            <numerusform>%n was skipped</numerusform>
            <numerusform>%n were skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::FeedsPane</name>
    <message numerus="yes">
        <source>%n feed(s) could not be refreshed. Choose one that is marked ▲ above to see why.</source>
        <translation>
            <numerusform>%n feed could not be refreshed. Choose the one that is marked ▲ above to see why.</numerusform>
            <numerusform>%n feeds could not be refreshed. Choose one that is marked ▲ above to see why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n feed(s) to “%1”.</source>
        <translation>
            <numerusform>Wrote %n feed to “%1”.</numerusform>
            <numerusform>Wrote %n feeds to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Fetch</name>
    <message numerus="yes">
        <source>It redirects more than %n times: %1.</source>
        <translation>
            <numerusform>It redirects more than %n time: %1.</numerusform>
            <numerusform>It redirects more than %n times: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection came about within %n seconds.</source>
        <translation>
            <numerusform>No connection came about within %n second.</numerusform>
            <numerusform>No connection came about within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server has said nothing for %n seconds.</source>
        <translation>
            <numerusform>The server has said nothing for %n second.</numerusform>
            <numerusform>The server has said nothing for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was not there after %n seconds.</source>
        <translation>
            <numerusform>It was not there after %n second.</numerusform>
            <numerusform>It was not there after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Figure</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::FindReplaceBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::FoundModel</name>
    <message numerus="yes">
        <source>%1, %n places</source>
        <translation>
            <numerusform>%1, %n place</numerusform>
            <numerusform>%1, %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::FoundPane</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n briefs</source>
        <translation>
            <numerusform>in %n brief</numerusform>
            <numerusform>in %n briefs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::HistoryCommand</name>
    <message numerus="yes">
        <source>There are only %n of them.</source>
        <translation>
            <numerusform>There is only %n of them.</numerusform>
            <numerusform>There are only %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Import</name>
    <message numerus="yes">
        <source>It has %n fields</source>
        <translation>
            <numerusform>It has %n field</numerusform>
            <numerusform>It has %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>where the table has %n columns.</source>
        <translation>
            <numerusform>where the table has %n column.</numerusform>
            <numerusform>where the table has %n columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::ImportCommand</name>
    <message numerus="yes">
        <source>%n events are gone from the data set, but you have worked on them; they stay.</source>
        <translation>
            <numerusform>%n event is gone from the data set, but you have worked on it; it stays.</numerusform>
            <numerusform>%n events are gone from the data set, but you have worked on them; they stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier rows are not in this file, which has less than half of them; nothing was done about those.</source>
        <translation>
            <numerusform>%n earlier row is not in this file, which has less than half of them; nothing was done about it.</numerusform>
            <numerusform>%n earlier rows are not in this file, which has less than half of them; nothing was done about those.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields changed in the data set, but you have written them yourself; yours stay.</source>
        <translation>
            <numerusform>%n field changed in the data set, but you have written it yourself; yours stays.</numerusform>
            <numerusform>%n fields changed in the data set, but you have written them yourself; yours stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields say something else in the project than in the file; those of the project stay.</source>
        <translation>
            <numerusform>%n field says something else in the project than in the file; that of the project stays.</numerusform>
            <numerusform>%n fields say something else in the project than in the file; those of the project stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::ImportDialog</name>
    <message numerus="yes">
        <source>%n of the first rows give no event; hover over one to read why. The others go in.</source>
        <translation>
            <numerusform>%n of the first rows gives no event; hover over it to read why. The others go in.</numerusform>
            <numerusform>%n of the first rows give no event; hover over one to read why. The others go in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields that you have written yourself stay as they are.</source>
        <translation>
            <numerusform>%n field that you have written yourself stays as it is.</numerusform>
            <numerusform>%n fields that you have written yourself stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are gone from the data set, but you have worked on them: they stay.</source>
        <translation>
            <numerusform>%n event is gone from the data set, but you have worked on it: it stays.</numerusform>
            <numerusform>%n events are gone from the data set, but you have worked on them: they stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::ImportFlow</name>
    <message numerus="yes">
        <source>%n rows gave no event</source>
        <translation>
            <numerusform>%n row gave no event</numerusform>
            <numerusform>%n rows gave no event</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Lag</name>
    <message numerus="yes">
        <source>%1 days</source>
        <comment>%1 is the number</comment>
        <translation>
            <numerusform>%1 day</numerusform>
            <numerusform>%1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 months</source>
        <comment>%1 is the number</comment>
        <translation>
            <numerusform>%1 month</numerusform>
            <numerusform>%1 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 years</source>
        <comment>%1 is the number</comment>
        <translation>
            <numerusform>%1 year</numerusform>
            <numerusform>%1 years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::LinksOfEvent</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::OriginTree</name>
    <message numerus="yes">
        <source>%n source(s), 1 origin</source>
        <translation>
            <numerusform>%n source, 1 origin</numerusform>
            <numerusform>%n sources, 1 origin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::OutlineModel</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n words</source>
        <comment>written of those meant to be</comment>
        <translation>
            <numerusform>%1 of %n word</numerusform>
            <numerusform>%1 of %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Pages</name>
    <message numerus="yes">
        <source>Timeline of %n event(s).</source>
        <translation>
            <numerusform>Timeline of %n event.</numerusform>
            <numerusform>Timeline of %n events.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::PatternsPane</name>
    <message numerus="yes">
        <source>%n link(s). Upwards: how much later, by a scale that gives short lags room. A bar reaches as far as the dates are uncertain; red is before its cause.</source>
        <translation>
            <numerusform>%n link. Upwards: how much later, by a scale that gives short lags room. A bar reaches as far as the dates are uncertain; red is before its cause.</numerusform>
            <numerusform>%n links. Upwards: how much later, by a scale that gives short lags room. A bar reaches as far as the dates are uncertain; red is before its cause.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n years</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::RestingList</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::SearchPane</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n of more results</source>
        <translation>
            <numerusform>The first %n of more results</numerusform>
            <numerusform>The first %n of more results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::SingleOriginRule</name>
    <message numerus="yes">
        <source>All %n sources go back to “%1”: they are one witness.</source>
        <translation>
            <numerusform>The %n source goes back to “%1”.</numerusform>
            <numerusform>All %n sources go back to “%1”: they are one witness.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::SourceText</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation>
            <numerusform>%n excerpt</numerusform>
            <numerusform>%n excerpts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::SourcesPanel</name>
    <message numerus="yes">
        <source>%n citation(s)</source>
        <translation>
            <numerusform>%n citation</numerusform>
            <numerusform>%n citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) exported to %1.</source>
        <translation>
            <numerusform>%n source exported to %1.</numerusform>
            <numerusform>%n sources exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Standing</name>
    <message numerus="yes">
        <source>%n independent origin(s) left</source>
        <translation>
            <numerusform>%n independent origin left</numerusform>
            <numerusform>%n independent origins left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Timeline</name>
    <message numerus="yes">
        <source>%n independent left</source>
        <translation>
            <numerusform>%n independent left</numerusform>
            <numerusform>%n independent left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n source(s) retracted · %2</source>
        <translation>
            <numerusform>%1 of %n source retracted · %2</numerusform>
            <numerusform>%1 of %n sources retracted · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n response(s)</source>
        <translation>
            <numerusform>%n response</numerusform>
            <numerusform>%n responses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 independent of %n source(s)</source>
        <translation>
            <numerusform>%1 independent of %n source</numerusform>
            <numerusform>%1 independent of %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n casualt(y/ies)</source>
        <translation>
            <numerusform>%n casualty</numerusform>
            <numerusform>%n casualties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::TimelineJs</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::TimelinePanel</name>
    <message numerus="yes">
        <source>%n event(s) exported to %1.</source>
        <translation>
            <numerusform>%n event exported to %1.</numerusform>
            <numerusform>%n events exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n event(s)</source>
        <translation>
            <numerusform>Delete %n event</numerusform>
            <numerusform>Delete %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were deleted.</source>
        <translation>
            <numerusform>%n event was deleted.</numerusform>
            <numerusform>%n events were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::TimelineView</name>
    <message numerus="yes">
        <source>%n event(s), none chosen</source>
        <translation>
            <numerusform>%n event, none chosen</numerusform>
            <numerusform>%n events, none chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::VersionChanges</name>
    <message numerus="yes">
        <source>%n paragraph(s) changed</source>
        <translation>
            <numerusform>%n paragraph changed</numerusform>
            <numerusform>%n paragraphs changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) added</source>
        <translation>
            <numerusform>%n paragraph added</numerusform>
            <numerusform>%n paragraphs added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) removed</source>
        <translation>
            <numerusform>%n paragraph removed</numerusform>
            <numerusform>%n paragraphs removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paragraph(s) moved</source>
        <translation>
            <numerusform>%n paragraph moved</numerusform>
            <numerusform>%n paragraphs moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::VersionList</name>
    <message numerus="yes">
        <source>%n automatic version(s)</source>
        <translation>
            <numerusform>%n automatic version</numerusform>
            <numerusform>%n automatic versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::VersionsPane</name>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>paragraphs</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <comment>paragraphs</comment>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>paragraphs</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <comment>paragraphs</comment>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::WatchListModel</name>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation>
            <numerusform>%Ln resolved</numerusform>
            <numerusform>%Ln resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::WatchListPanel</name>
    <message numerus="yes">
        <source>%Ln overdue</source>
        <translation>
            <numerusform>%Ln overdue</numerusform>
            <numerusform>%Ln overdue</numerusform>
        </translation>
    </message>
</context>
</TS>
