// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/picture_window.h"
#include "ui/meeting/meeting_page.h"

using namespace steward;
using namespace steward::meeting;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the conversation is drawn in every state, light and dark")
{
    tests::PictureWindow<MeetingPage> sitting(u"meeting"_s,
                                              GENERATE(style::Appearance::Light, style::Appearance::Dark));
    sitting.take(u"none"_s);
    // Who has most to say: the account with the longest brief.
    AccountId account;
    std::size_t most = 0;
    for (const query::AccountLine& line : sitting.book.numbers()->lines) {
        const std::size_t said =
            line.facts->of<Goal>().size() + line.facts->of<Ticket>().size() + line.facts->of<Task>().size() * 4;
        if (said > most && line.facts->of<Contact>().size() > 2) {
            most = said;
            account = line.facts->id();
        }
    }
    sitting.window.goTo({u"meeting"_s, account.value(), {}});
    MeetingPage& page = *sitting.page;
    sitting.take(u"empty"_s);
    const auto& people = sitting.facts(account).of<Contact>();
    page.presenter().setTakesPart(ContactId(people[0].id), true);
    page.presenter().setTakesPart(ContactId(people[1].id), true);
    page.presenter().setSubject(u"Executive call"_s);
    page.note().setPlainText(u"Runs logistics since 5 Nov. Wants fewer tools, not more.\n"
                             "\"We gave up on mapping the last three carriers\n"
                             "! Send the mapping plan with dates fri\n"
                             "! Call them about the labels tomorrow\n"
                             "> They name a sponsor by end of month\n"
                             "+ Rate lookup saves dispatch two hours a day\n"
                             "* price: Budget review in January may cut seats !high\n"
                             "? Is the Bergen site still planned for Q1\n"
                             "Stays champion, likes the new board.\n"
                             "> Sends the list of carriers wed"_s);
    page.note().moveCursor(QTextCursor::End);
    page.presenter().flush();
    sitting.take(u"note"_s);
    sitting.window.resize(1280, 800);
    sitting.take(u"1280"_s);
    page.presenter().make();
    sitting.take(u"1280-recap"_s);
    sitting.window.resize(1440, 900);
    sitting.take(u"recap"_s);
}
