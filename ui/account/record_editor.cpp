// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/record_editor.h"

#include "ui/style/theme.h"
#include "ui/style/type.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

namespace steward::account {

using style::px;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("account", text); }

QListWidget* checkList(const std::vector<Option>& options, const QStringList& checked)
{
    constexpr int mostShown = 6;
    auto* list = new QListWidget;
    list->setFrameShape(QFrame::StyledPanel);
    list->setSpacing(px(2));
    for (const Option& option : options) {
        auto* item = new QListWidgetItem(option.text, list);
        item->setData(Qt::UserRole, option.id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(checked.contains(option.id) ? Qt::Checked : Qt::Unchecked);
    }
    if (list->count() > 0)
        list->setCurrentRow(0);
    const int rows = std::clamp(list->count(), 1, mostShown);
    list->setFixedHeight(rows * std::max(px(22), list->sizeHintForRow(0) + px(4)) + px(6));
    return list;
}

} // namespace

QWidget* makeEditor(const FormField& form, const RecordDraft& draft, const AccountFigures& figures,
                    const QLocale& locale)
{
    const QStringList values = draft.values.value(QString::fromLatin1(form.name));
    switch (form.editor) {
    case Editor::Text: {
        auto* text = new QPlainTextEdit(values.value(0));
        text->setTabChangesFocus(true);
        text->setFixedHeight(px(draft.shown.front() == QLatin1StringView(form.name) ? 140 : 84));
        return text;
    }
    case Editor::Choices:
    case Editor::TheirsMany:
        return checkList(optionsOf(form, figures, locale), values);
    case Editor::Choice:
    case Editor::Flag:
    case Editor::Ours:
    case Editor::Theirs: {
        auto* box = new QComboBox;
        // As wide as its pane, however long a name it offers.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->addItem(form.editor == Editor::Flag                                    ? tr("unknown")
                     : form.editor == Editor::Ours || form.editor == Editor::Theirs ? tr("nobody")
                                                                                    : tr("not chosen"),
                     QString());
        for (const Option& option : optionsOf(form, figures, locale))
            box->addItem(option.text, option.id);
        const int current = values.isEmpty() ? 0 : box->findData(values.front());
        if (current < 0)
            box->addItem(values.front(), values.front());
        box->setCurrentIndex(current < 0 ? box->count() - 1 : current);
        return box;
    }
    default: {
        auto* line = new QLineEdit(values.value(0));
        if (form.editor == Editor::Day)
            line->setPlaceholderText(tr("a date, today, or +14"));
        else if (form.editor == Editor::Moment)
            line->setPlaceholderText(tr("a date and a time"));
        return line;
    }
    }
}

QStringList valuesOf(const QWidget* editor)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(editor))
        return {line->text()};
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(editor))
        return {text->toPlainText()};
    if (const auto* box = qobject_cast<const QComboBox*>(editor))
        return {box->currentData().toString()};
    QStringList checked;
    if (const auto* list = qobject_cast<const QListWidget*>(editor))
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->checkState() == Qt::Checked)
                checked << list->item(row)->data(Qt::UserRole).toString();
    return checked;
}

} // namespace steward::account
