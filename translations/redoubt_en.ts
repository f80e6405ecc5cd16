<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>redoubt::HistoryCommand</name>
    <message numerus="yes">
        <source>There are only %n of them.</source>
        <translation>
            <numerusform>There is only %n of them.</numerusform>
            <numerusform>There are only %n of them.</numerusform>
        </translation>
    </message>
</context>
</TS>
