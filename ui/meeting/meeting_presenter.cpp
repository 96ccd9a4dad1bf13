// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/meeting_presenter.h"

#include "core/portfolio/contact_life.h"

#include <QRandomGenerator>
#include <limits>

namespace steward::meeting {

namespace {

constexpr int saveMs = 500; ///< from the first key that is not saved

} // namespace

MeetingPresenter::MeetingPresenter(OpenBook& book, QLocale locale, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_locale(std::move(locale))
{
    m_save.setSingleShot(true);
    m_save.setInterval(saveMs);
    connect(&m_save, &QTimer::timeout, this, &MeetingPresenter::flush);
    connect(&book, &OpenBook::numbersChanged, this, &MeetingPresenter::refresh);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.state() != OpenBook::State::Ready) {
            m_save.stop();
            m_isDirty = false;
            m_account = {};
            m_touch = {};
        }
        refresh();
    });
}

const AccountFacts* MeetingPresenter::facts() const
{
    return m_book.numbers() && m_account.isValid() ? m_book.numbers()->facts.find(m_account) : nullptr;
}

const Touch* MeetingPresenter::inBook() const
{
    if (const AccountFacts* known = facts())
        for (const Touch& each : known->of<Touch>())
            if (each.id == m_touch.id)
                return &each;
    return nullptr;
}

bool MeetingPresenter::isKept() const { return inBook() != nullptr; }

work::MeetingBook MeetingPresenter::reading() const
{
    const BookNumbers& numbers = *m_book.numbers();
    return {*facts(), numbers.content.words, numbers.asked.day, m_locale, facts()->account.csm};
}

void MeetingPresenter::show(AccountId account, qint64 touch)
{
    const bool isSame = account == m_account && (touch == m_touch.id || (touch == 0 && m_state == State::Writing));
    if (isSame && m_state != State::NoAccount)
        return;
    flush();
    m_onTheWay.clear();
    m_account = account;
    m_without.clear();
    m_touch = {};
    m_touch.id = touch;
    if (!facts()) {
        refresh();
        return;
    }
    const Touch* known = touch != 0 ? inBook() : work::meetingOf(*facts(), m_book.asked().day);
    if (known)
        take(*known);
    else
        begin();
    Q_EMIT noteReplaced();
    Q_EMIT changed();
    Q_EMIT recordsChanged();
}

void MeetingPresenter::begin()
{
    const auto id =
        static_cast<qint64>(QRandomGenerator::system()->generate64() & quint64(std::numeric_limits<qint64>::max()));
    m_touch = work::newMeeting(reading(), std::max<qint64>(id, 1));
    m_note.clear();
    m_noteInBook.clear();
    m_invitation.clear();
    m_isDirty = false;
    m_state = State::Writing;
}

void MeetingPresenter::take(const Touch& touch)
{
    m_touch = touch;
    m_state = tookPlace(touch) ? State::Held : State::Writing;
    const work::WrittenText text = work::writtenText(touch.text);
    const bool isNote = m_state == State::Held && !text.isBegun;
    m_note = isNote ? touch.text : text.note;
    m_invitation = isNote ? QString() : text.invitation;
    m_noteInBook = text.note;
    m_isDirty = false;
}

void MeetingPresenter::refresh()
{
    const bool wasThere = m_state == State::Writing || m_state == State::Held;
    if (!facts()) {
        m_state = m_account.isValid() ? State::NotThere : State::NoAccount;
        Q_EMIT changed();
        return;
    }
    if (!wasThere) {
        const qint64 wanted = std::exchange(m_touch.id, 0);
        m_state = State::NoAccount;
        show(m_account, wanted);
        return;
    }
    follow();
    Q_EMIT changed();
    Q_EMIT recordsChanged();
}

/// The book has it otherwise than it was written here: made, undone, brought back.
void MeetingPresenter::follow()
{
    const Touch* known = inBook();
    const QString noteNow = known ? work::writtenText(known->text).note : QString();
    if (const auto own = std::ranges::find(m_onTheWay, noteNow); own != m_onTheWay.end()) {
        m_noteInBook = noteNow;
        m_onTheWay.erase(m_onTheWay.begin(), own + 1);
    }
    const bool isOther = known ? tookPlace(*known) != (m_state == State::Held) : m_state == State::Held;
    if (isOther || (noteNow != m_noteInBook && m_state == State::Writing && !m_isDirty)) {
        if (known) {
            take(*known);
        } else {
            m_note.clear();
            m_noteInBook.clear();
            m_state = State::Writing;
        }
        m_onTheWay.clear();
        Q_EMIT noteReplaced();
    } else if (known && !m_isDirty && m_onTheWay.empty()) {
        m_touch = *known;
    }
}

void MeetingPresenter::touchChanged()
{
    m_isDirty = true;
    if (!m_save.isActive())
        m_save.start();
    Q_EMIT savedChanged();
    Q_EMIT recordsChanged();
}

void MeetingPresenter::setNote(const QString& note)
{
    if (note == m_note || m_state != State::Writing)
        return;
    m_note = note;
    touchChanged();
}

void MeetingPresenter::setKind(const QString& kind)
{
    if (kind == m_touch.kind || m_state != State::Writing)
        return;
    m_touch.kind = kind;
    touchChanged();
}

void MeetingPresenter::setSubject(const QString& subject)
{
    if (subject == m_touch.subject || m_state != State::Writing)
        return;
    m_touch.subject = subject;
    touchChanged();
}

void MeetingPresenter::setTakesPart(ContactId contact, bool takesPart)
{
    const auto at = std::ranges::find(m_touch.contacts, contact);
    if ((at != m_touch.contacts.end()) == takesPart || m_state != State::Writing)
        return;
    if (takesPart)
        m_touch.contacts.push_back(contact);
    else
        m_touch.contacts.erase(at);
    touchChanged();
    Q_EMIT changed();
}

void MeetingPresenter::flush()
{
    m_save.stop();
    if (!m_isDirty || m_state != State::Writing || !facts() || !m_book.isEditable())
        return;
    m_isDirty = false;
    m_onTheWay.push_back(m_note);
    m_book.edit({Code("edit.typing-note"), {facts()->account.name}},
                [touch = m_touch, note = m_note, invitation = m_invitation](book::Edit& edit) {
                    return work::keepNote(edit, touch, note, invitation);
                });
    Q_EMIT savedChanged();
}

work::MeetingRecords MeetingPresenter::records() const
{
    return facts() ? work::meetingRecords(reading(), m_touch, m_note, m_invitation) : work::MeetingRecords();
}

void MeetingPresenter::setWanted(work::Making making, bool isWanted)
{
    if (isWanted)
        m_without.erase(making);
    else
        m_without.insert(making);
    Q_EMIT recordsChanged();
}

std::size_t MeetingPresenter::count() const
{
    return facts() ? work::meetingRecords(reading(), m_touch, m_note, m_invitation, m_without).count() : 0;
}

bool MeetingPresenter::canMake() const
{
    return m_state == State::Writing && m_book.isEditable() && !m_note.trimmed().isEmpty();
}

void MeetingPresenter::make()
{
    if (!canMake())
        return;
    // What was typed is a step of its own: one undo takes the records back and leaves the note.
    flush();
    const auto records = work::meetingRecords(reading(), m_touch, m_note, m_invitation, m_without);
    m_book.edit({Code("edit.meeting-made"), {facts()->account.name, qint64(records.count())}},
                [records](book::Edit& edit) { return work::write(edit, records); });
}

void MeetingPresenter::keepAsNote()
{
    if (!canMake())
        return;
    flush();
    m_book.edit({Code("edit.meeting-note"), {facts()->account.name}},
                [touch = m_touch, note = m_note, invitation = m_invitation](book::Edit& edit) {
                    return work::keepAsNote(edit, touch, note, invitation);
                });
}

void MeetingPresenter::setRecapSent()
{
    if (m_state != State::Held || !m_book.isEditable() || m_touch.recapSentAt)
        return;
    m_book.edit({Code("edit.recap-sent"), {facts()->account.name}}, [id = m_touch.id](book::Edit& edit) {
        return edit.change<Touch>(id, [&](Touch& touch) { touch.recapSentAt = edit.recorded(); });
    });
}

} // namespace steward::meeting
