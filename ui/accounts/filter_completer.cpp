// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/filter_completer.h"

#include "core/filter/complete.h"

#include <QAbstractItemView>

namespace steward::accounts {

namespace {

constexpr qsizetype mostOffered = 12;

} // namespace

FilterCompleter::FilterCompleter(QLineEdit& edit)
    : QObject(&edit)
    , m_edit(edit)
{
    m_completer.setModel(&m_words);
    m_completer.setWidget(&edit);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.popup()->setObjectName(QStringLiteral("filter.proposals"));
    m_completer.popup()->setAccessibleName(tr("What may be typed here"));
    connect(&edit, &QLineEdit::textEdited, this, &FilterCompleter::offer);
    connect(&m_completer, qOverload<const QString&>(&QCompleter::activated), this, &FilterCompleter::take);
}

void FilterCompleter::offer()
{
    const filter::Completion completion = filter::complete(m_edit.text(), m_edit.cursorPosition(), m_fields);
    QStringList words;
    for (const auto& candidate : completion.candidates)
        if (words.size() < mostOffered)
            words << (candidate.kind == filter::Completion::Candidate::Kind::Name ? QString(candidate.text + u':')
                                                                                  : candidate.text);
    m_from = static_cast<int>(completion.from);
    m_length = static_cast<int>(completion.length);
    m_words.setStringList(words);
    if (m_length == 0 || words.isEmpty()) {
        m_completer.popup()->hide();
        return;
    }
    const int left = m_edit.fontMetrics().horizontalAdvance(m_edit.text().left(m_from)) + m_edit.fontMetrics().height();
    QRect rect = m_edit.rect();
    rect.setLeft(std::min(left, rect.width() / 2));
    rect.setWidth(m_edit.fontMetrics().averageCharWidth() * 32);
    m_completer.complete(rect);
}

void FilterCompleter::take(const QString& word)
{
    QString text = m_edit.text();
    const bool needsBlank = !word.endsWith(u':');
    const QString put = needsBlank ? QString(word + u' ') : word;
    text.replace(m_from, m_length, put);
    m_edit.setText(text);
    m_edit.setCursorPosition(m_from + static_cast<int>(put.size()));
    Q_EMIT m_edit.textEdited(text);
}

} // namespace steward::accounts
