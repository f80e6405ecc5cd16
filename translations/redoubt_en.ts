<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>redoubt::CalibrationFoot</name>
    <message numerus="yes">
        <source>%1–%2: given %3 on average, came true in %4 (%Ln outcomes)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln forecasts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wk</source>
        <comment>weeks, abbreviated</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mo</source>
        <comment>months, abbreviated</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln y</source>
        <comment>years, abbreviated</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::Edition</name>
    <message numerus="yes">
        <source>This brief rests on %n sources.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them report on their own account; the others repeat one of these.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
    <name>redoubt::SourceText</name>
    <message numerus="yes">
        <source>%n excerpt(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>redoubt::WatchListModel</name>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
