// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/account/account_presenter.h"
#include "ui/account/record_form.h"
#include "ui/account/rows.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

#include <QScrollArea>
#include <map>

class QBoxLayout;
class QPushButton;

namespace steward::account {

/// Beside the tabs: a record to be read, one to be written, or the records behind a figure. Ctrl+Enter saves, Esc
/// leaves without saving, F2 writes.
class RecordPane final : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit RecordPane(AccountPresenter& presenter, QWidget* parent = nullptr);

    void showRecord(RecordRef record);
    void showNew(NewRecord kind);
    /// A record that is begun with values of its own, or one that is there already.
    void showDraft(const RecordDraft& draft);
    /// why: the sentence they stand behind.
    void showRecords(const QString& title, const QString& why, const std::vector<RecordRef>& records);
    void editRecord();
    /// What is shown after the numbers changed; a record that is gone closes the pane.
    void refresh();
    void leave();
    void putAway() override;
    [[nodiscard]] bool isWriting() const { return m_draft.has_value(); }
    [[nodiscard]] RecordRef record() const { return m_record; }
    /// Of the draft, by the name of its field; nullptr: not shown.
    [[nodiscard]] QWidget* editor(const QString& field) const;
    /// True when it was saved.
    bool save();

Q_SIGNALS:
    void closed();
    void said(const QString& text);

protected:
    [[nodiscard]] bool keepsLetters() const override { return isWriting(); }
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field
    {
        const FormField* form;
        QWidget* editor;
        widgets::ToneLabel* fault;
    };
    void startOver(const QString& title, const QString& about);
    void addReadFields(const RecordText& text);
    void addEditors();
    void addEditor(const FormField& form);
    void addButtons(std::vector<QPushButton*> buttons);
    void addPersonNote();
    void takeDraft();
    void keepDraft();
    void showFault(const DraftFault& fault);

    AccountPresenter& m_presenter;
    QScrollArea* m_scroll;
    QBoxLayout* m_column = nullptr; ///< of what is shown
    RecordRef m_record;
    std::optional<RecordDraft> m_draft;
    NewRecord m_kind = NewRecord::Note;
    AccountId m_account;                                           ///< of the draft
    std::map<std::pair<AccountId, NewRecord>, RecordDraft> m_kept; ///< typed and not saved
    std::vector<Field> m_fields;
    QString m_title;
    QString m_why;
    std::vector<RecordRef> m_records; ///< behind a figure
};

} // namespace steward::account
