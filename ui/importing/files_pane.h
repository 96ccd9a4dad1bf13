// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/parts.h"
#include "ui/importing/question_card.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>

namespace steward::importing {

/// The left side: the files, what the chosen one asks, and what its columns stand for.
class FilesPane final : public QWidget
{
    Q_OBJECT
public:
    explicit FilesPane(ImportPresenter& presenter, QWidget* parent = nullptr);
    void show();
    [[nodiscard]] QListView& files() { return *m_files; }
    [[nodiscard]] PlainTable& columns() { return *m_columns; }
    [[nodiscard]] QuestionCard& question() { return *m_question; }
    void askProfileName();

Q_SIGNALS:
    void chooseRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeFiles();
    [[nodiscard]] QWidget* makeColumns();
    void showFile();
    void fitFiles();
    void fitColumns();

    ImportPresenter& m_presenter;
    QListView* m_files = nullptr;
    QuestionCard* m_question = nullptr;
    PlainTable* m_columns = nullptr;
    QWidget* m_columnPart = nullptr;
    QLabel* m_mapped = nullptr;
    QComboBox* m_kind = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace steward::importing
