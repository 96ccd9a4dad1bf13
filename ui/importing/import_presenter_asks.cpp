// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/profile_of.h"
#include "ui/importing/import_presenter.h"

/// What the user says about the files.
namespace steward::importing {

void ImportPresenter::chooseFile(int file)
{
    if (file == m_current || file < 0 || std::size_t(file) >= m_chosen.size())
        return;
    m_current = file;
    m_columns.set(m_preview, current());
    m_rows.set(m_preview, current());
    Q_EMIT fileChosen();
}

void ImportPresenter::setLeftOut(int file, bool isLeftOut)
{
    if (file < 0 || std::size_t(file) >= m_chosen.size() || m_chosen[std::size_t(file)].isLeftOut == isLeftOut)
        return;
    m_chosen[std::size_t(file)].isLeftOut = isLeftOut;
    check();
}

void ImportPresenter::setKind(exchange::Kind kind)
{
    ChosenFile* file = currentChosen();
    if (!file || !kind.isKnown() || file->request.hints.kind == kind)
        return;
    file->request.hints.kind = kind;
    file->request.hints.isKindSure = false;
    file->request.hints.map.clear(); // fields of another kind mean nothing here
    file->request.answers = {};
    file->asked.clear();
    check();
}

void ImportPresenter::confirmKind()
{
    if (ChosenFile* file = currentChosen()) {
        file->request.hints.isKindSure = true;
        check();
    }
}

void ImportPresenter::map(const QString& header, const QString& target)
{
    ChosenFile* file = currentChosen();
    if (!file || !current())
        return;
    auto& map = file->request.hints.map;
    std::erase_if(map, [&](const auto& pair) { return pair.first == header; });
    map.emplace_back(header, target);
    check();
}

void ImportPresenter::setDateOrder(DateOrder order)
{
    if (ChosenFile* file = currentChosen()) {
        file->request.answers.dateOrder = order;
        check();
    }
}

void ImportPresenter::setDecimalSign(DecimalSign sign)
{
    if (ChosenFile* file = currentChosen()) {
        file->request.answers.decimal = sign;
        check();
    }
}

void ImportPresenter::setDay(QDate day)
{
    if (ChosenFile* file = currentChosen(); file && day.isValid()) {
        file->request.dataUpTo = day;
        check();
    }
}

void ImportPresenter::saveProfile(const QString& name)
{
    const ChosenFile* file = currentChosen();
    const auto* shown = current();
    if (name.trimmed().isEmpty() || !file || !shown || shown->error)
        return;
    const QByteArray json =
        exchange::profileJson(name.trimmed(), shown->plan.detection, file->request.answers.dateOrder);
    const Message label{Code("edit.import-profile"), {name.trimmed()}};
    const auto work = [label, json, called = name.trimmed()](Workspace& workspace, const Progress&) -> Status {
        const auto edited = workspace.edit(
            label, [&](book::Edit& edit) { return exchange::saveProfile(workspace.book(), edit, called, json); });
        return edited ? Status() : tl::unexpected(edited.error());
    };
    m_book.workOnBook(label, work, this, [this](const Status& done) {
        if (!done)
            fail(done.error());
    });
}

void ImportPresenter::decide(int row, const Decision& decision)
{
    const auto* match = m_matches.at(row);
    if (!match)
        return;
    m_decisions.insert(match->name, decision);
    m_matches.set(m_preview.get(), m_decisions);
    m_settling.start();
    Q_EMIT stateChanged();
}

void ImportPresenter::acceptProposals()
{
    for (int row = 0; row < m_matches.rowCount(); ++row)
        if (const auto* match = m_matches.at(row); match->decision.kind == Decision::Kind::Open && match->proposal)
            m_decisions.insert(match->name, {Decision::Kind::Same, match->proposal->like, match->proposal->likeName});
    check();
}

void ImportPresenter::settle()
{
    if (m_settling.isActive())
        check();
}

} // namespace steward::importing
