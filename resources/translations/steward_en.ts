<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- English needs the forms of texts with a number only; all others are the source. -->
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>steward::accounts::AccountsModel</name>
    <message numerus="yes">
        <source>Group %1, %n accounts</source>
        <translation>
            <numerusform>Group %1, one account</numerusform>
            <numerusform>Group %1, %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renewal %n days ago</source>
        <translation>
            <numerusform>Renewal yesterday</numerusform>
            <numerusform>Renewal %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Renewal in %n days</source>
        <translation>
            <numerusform>Renewal tomorrow</numerusform>
            <numerusform>Renewal in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last spoke %n days ago</source>
        <translation>
            <numerusform>Last spoke yesterday</numerusform>
            <numerusform>Last spoke %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steward::accounts::AccountsPage</name>
    <message numerus="yes">
        <source>%n accounts are in %1</source>
        <translation>
            <numerusform>One account is in %1</numerusform>
            <numerusform>%n accounts are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steward::accounts::AccountsPresenter</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>one account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n accounts that have no rate</source>
        <translation>
            <numerusform>%1, without one account that has no rate</numerusform>
            <numerusform>%1, without %n accounts that have no rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells were left out: %1</source>
        <translation>
            <numerusform>One cell was left out: %1</numerusform>
            <numerusform>%n cells were left out: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steward::accounts::ReasonsModel</name>
    <message numerus="yes">
        <source>%n more measures</source>
        <translation>
            <numerusform>one more measure</numerusform>
            <numerusform>%n more measures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steward::importing::FilesModel</name>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>one question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steward::shell::Rail</name>
    <message numerus="yes">
        <source>%1, %n need you</source>
        <translation>
            <numerusform>%1, one needs you</numerusform>
            <numerusform>%1, %n need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steward::shell::StatusLine</name>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>one day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and one more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
