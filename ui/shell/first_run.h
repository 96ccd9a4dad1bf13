// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace steward::shell {

/// What stands in the window while no book is open: how to get one.
class FirstRun final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRun(QWidget* parent = nullptr);
    void showRecent(const QStringList& books);
    void offerImport(bool isOffered) { m_import->setVisible(isOffered); }

Q_SIGNALS:
    void sampleRequested();
    void importRequested();
    void openRequested();
    void bookRequested(const QString& path);

private:
    QPushButton* m_import;
    QVBoxLayout* m_recent;
    QLabel* m_recentTitle;
};

} // namespace steward::shell
