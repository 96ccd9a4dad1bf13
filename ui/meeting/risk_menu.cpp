// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meeting/risk_menu.h"

#include "ui/style/tip.h"

#include <QMenu>

namespace steward::meeting {

void fillRiskMenu(QMenu& menu, const std::vector<Risk>& risks, const words::ContentWords& words,
                  const std::function<void(int risk, const QString& priority)>& changed)
{
    constexpr qsizetype longest = 60;
    constexpr std::pair<const char*, const char*> graves[] = {
        {"low", "low"}, {"medium", "normal"}, {"high", "high"}, {"critical", "urgent"}};
    menu.clear();
    for (int number = 0; number < static_cast<int>(risks.size()); ++number) {
        const Risk& risk = risks[std::size_t(number)];
        menu.addSection(style::plainLabel(risk.text.left(longest)));
        for (const auto& [severity, priority] : graves) {
            const QString id = QString::fromLatin1(severity);
            auto* action = menu.addAction(words.word(u"risk_severity", id));
            action->setObjectName(QStringLiteral("meeting.risk.%1.%2").arg(number).arg(id));
            action->setCheckable(true);
            action->setChecked(risk.severity == id);
            QObject::connect(action, &QAction::triggered, &menu,
                             [changed, number, said = QString::fromLatin1(priority)] { changed(number, said); });
        }
    }
}

} // namespace steward::meeting
