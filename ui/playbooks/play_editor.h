// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/play_draft.h"
#include "ui/widgets/side_pane.h"
#include "ui/widgets/tone_label.h"

#include <QLocale>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace steward::playbooks {

/// A play is changed or begun here, part by part, and kept as its next version; until then nothing is changed.
class PlayEditor final : public widgets::SidePane
{
    Q_OBJECT
public:
    explicit PlayEditor(QLocale locale, QWidget* parent = nullptr);
    /// running: how many runs stay on the version before. step: the one shown first; -1: the play itself.
    void edit(query::PlayDraft draft, int running, int step);
    /// Signals a play may start at: id and name. preview: for whom a play would start today, as a sentence.
    using Preview = std::function<QString(const content::Play&)>;
    void offer(const std::vector<std::pair<QString, QString>>& signalNames, Preview preview);
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] const query::PlayDraft& draft() const { return m_draft; }
    /// The play, a step or a draft, by its place in the list of parts.
    void choosePart(int part);

Q_SIGNALS:
    void saveRequested(const steward::query::PlayDraft& draft);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTexts();
    [[nodiscard]] QWidget* makeStep();
    [[nodiscard]] QWidget* makeLetter();
    [[nodiscard]] QWidget* makeStarts();
    [[nodiscard]] QLineEdit* lineEdit(const QString& name, const QString& spoken);
    [[nodiscard]] QPlainTextEdit* textEdit(const QString& name, const QString& spoken, double tall);
    void fillParts(int part);
    void showPart();
    void takeTexts();
    void takeStep();
    void takeLetter();
    void takeStarts();
    void showStarts();
    void changeSteps(const std::function<int(std::size_t step)>& change);
    void check();
    [[nodiscard]] QString faultText(Error error) const;
    [[nodiscard]] QString rulesText() const;
    /// Of the part chosen; -1: it is none of them.
    [[nodiscard]] int step() const;
    [[nodiscard]] int letter() const;
    [[nodiscard]] bool isStarts() const;

    QLocale m_locale;
    query::PlayDraft m_draft;
    int m_running = 0;
    bool m_isFilling = false;
    widgets::ToneLabel* m_title;
    widgets::ToneLabel* m_about;
    QComboBox* m_parts;
    QStackedWidget* m_forms;
    std::vector<std::pair<query::PlayDraft::Part, QPlainTextEdit*>> m_texts;
    QLineEdit* m_when = nullptr;
    widgets::ToneLabel* m_whenText = nullptr;
    QComboBox* m_owner = nullptr;
    QCheckBox* m_optional = nullptr;
    QPlainTextEdit* m_stepTitle = nullptr;
    QLineEdit* m_subject = nullptr;
    QPlainTextEdit* m_body = nullptr;
    widgets::ToneLabel* m_hint = nullptr;
    widgets::ToneLabel* m_rules = nullptr; ///< that the message breaks
    QListWidget* m_signals = nullptr;
    QCheckBox* m_onboarding = nullptr;
    QCheckBox* m_standing = nullptr;
    widgets::ToneLabel* m_preview = nullptr;
    Preview m_previewOf;
    widgets::ToneLabel* m_fault;
    QPushButton* m_save;
};

} // namespace steward::playbooks
