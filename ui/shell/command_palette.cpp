// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "core/base/text.h"
#include "ui/style/icons.h"
#include "ui/style/type.h"
#include "ui/widgets/key_hints.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace steward::shell {

using style::px;
using style::Tone;
using Kind = Finding::Kind;

namespace {

constexpr std::size_t mostOfEach = 6;
constexpr int mostTexts = 6;
constexpr int findingRole = Qt::UserRole;
constexpr int noteRole = Qt::UserRole + 1;
constexpr int iconRole = Qt::UserRole + 2;
constexpr int keyRole = Qt::UserRole + 3;

QString sectionOf(Kind kind)
{
    switch (kind) {
    case Kind::Account:
        return CommandPalette::tr("Accounts");
    case Kind::Action:
        return CommandPalette::tr("Actions");
    case Kind::Person:
        return CommandPalette::tr("People");
    case Kind::Text:
        return CommandPalette::tr("Text");
    }
    return {};
}

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Account:
        return QStringLiteral("building-2");
    case Kind::Action:
        return QStringLiteral("command");
    case Kind::Person:
        return QStringLiteral("user");
    case Kind::Text:
        return QStringLiteral("message-square");
    }
    return {};
}

class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {px(400), index.data(findingRole).isValid() ? px(32) : px(26)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const style::Theme& theme = style::Theme::of(option.palette);
        painter->save();
        const QRect rect = option.rect;
        if (!index.data(findingRole).isValid()) {
            painter->setFont(style::fontOf(style::Type::Small));
            painter->setPen(theme[Tone::Muted]);
            painter->drawText(rect.adjusted(px(12), 0, 0, -px(2)), Qt::AlignBottom | Qt::AlignLeft,
                              index.data().toString());
            painter->restore();
            return;
        }
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(rect, theme[Tone::Sel]);
            painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme[Tone::Accent]);
        }
        paintFinding(*painter, rect, index, theme);
        painter->restore();
    }

private:
    static void paintFinding(QPainter& painter, const QRect& rect, const QModelIndex& index, const style::Theme& theme)
    {
        const int side = px(15);
        painter.drawPixmap(rect.left() + px(12), rect.center().y() - side / 2,
                           style::iconPixmap(index.data(iconRole).toString(), theme[Tone::Muted], side,
                                             painter.device()->devicePixelRatioF()));
        painter.setFont(style::fontOf(style::Type::Body));
        painter.setPen(theme[Tone::Text]);
        QRect place = rect.adjusted(px(38), 0, -px(90), 0);
        const QString whole = index.data(noteRole).toString();
        const int forNote = std::min(QFontMetrics(style::fontOf(style::Type::Small)).horizontalAdvance(whole) + px(10),
                                     place.width() / 2);
        const QString title = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                               place.width() - (whole.isEmpty() ? 0 : forNote));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, title);
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(title) + px(10));
        painter.setFont(style::fontOf(style::Type::Small));
        painter.setPen(theme[Tone::Muted]);
        const QString note = painter.fontMetrics().elidedText(whole, Qt::ElideRight, place.width());
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, note);
        painter.drawText(rect.adjusted(0, 0, -px(12), 0), Qt::AlignVCenter | Qt::AlignRight,
                         index.data(keyRole).toString());
    }
};

} // namespace

CommandPalette::CommandPalette(OpenBook& book, const Actions& actions, QWidget* window)
    : QWidget(window)
    , m_book(book)
    , m_actions(actions)
    , m_box(new QWidget(this))
    , m_field(new QLineEdit(m_box))
    , m_list(new QListView(m_box))
{
    setObjectName(QStringLiteral("palette"));
    m_field->setObjectName(QStringLiteral("palette.field"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setPlaceholderText(tr("An account, a person, a word in the book, or a command"));
    m_field->addAction(style::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->setMinimumHeight(px(36));
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* hints = new widgets::KeyHints({{QStringLiteral("\u2191+\u2193"), tr("choose")},
                                         {QStringLiteral("Enter"), tr("open")},
                                         {QStringLiteral("Esc"), tr("close")}},
                                        m_box);
    m_box->setBackgroundRole(QPalette::Base);
    m_box->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(px(4));
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(hints);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(&book, &OpenBook::stateChanged, this, [this] {
        if (m_book.numbers())
            return;
        ++m_serial;
        m_isPreparing = false;
        m_finder.reset();
    });
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open()
{
    if (isVisible())
        return;
    m_before = QApplication::focusWidget();
    prepare();
    place();
    m_field->clear();
    search();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

/// Names of before are good until the new ones are there: what is gone is not found any more.
void CommandPalette::prepare()
{
    const Numbers numbers = m_book.numbers();
    if (!numbers || m_isPreparing || (m_finder && m_finder->isOf(*numbers)))
        return;
    m_isPreparing = true;
    const auto made = std::make_shared<std::shared_ptr<const Finder>>();
    m_book.aside(
        [numbers, made]() -> Status {
            *made = std::make_shared<const Finder>(*numbers);
            return {};
        },
        this,
        [this, made, serial = m_serial](const Status&) {
            if (serial == m_serial)
                take(*made);
        });
}

void CommandPalette::take(std::shared_ptr<const Finder> finder)
{
    m_isPreparing = false;
    m_finder = std::move(finder);
    if (isVisible()) {
        search();
        if (std::exchange(m_isRunWanted, false))
            run(m_list->currentIndex());
    }
    prepare();
}

void CommandPalette::leave()
{
    m_isRunWanted = false;
    hide();
    if (m_before)
        m_before->setFocus();
}

void CommandPalette::place()
{
    resize(parentWidget()->size());
    const int width = std::min(px(640), this->width() - px(32));
    const int height = std::min(px(440), this->height() - px(60));
    m_box->setGeometry((this->width() - width) / 2, px(30), width, height);
}

void CommandPalette::addActions(const QString& typed)
{
    std::vector<Finding> actions;
    const QString wanted = folded(typed);
    for (std::size_t i = 0; i < m_actions.all().size(); ++i) {
        const QAction* action = m_actions.all()[i];
        const QString name = action->text().remove(u'&').remove(QStringLiteral("..."));
        const auto score = action->isEnabled() ? matchScore(wanted, folded(name)) : std::nullopt;
        if (score && action != &m_actions[ActionId::Palette])
            actions.push_back({Kind::Action, name, {}, {}, static_cast<int>(i), *score});
    }
    std::ranges::stable_sort(actions, std::greater(), &Finding::score);
    if (!wanted.isEmpty() && actions.size() > mostOfEach)
        actions.resize(mostOfEach);
    m_findings.insert(m_findings.end(), actions.begin(), actions.end());
}

void CommandPalette::search()
{
    const QString typed = m_field->text();
    m_findings.clear();
    if (m_finder && m_book.numbers())
        m_findings = m_finder->find(*m_book.numbers(), typed, mostOfEach);
    addActions(typed);
    sortByKind(m_findings);
    showFindings();
    if (typed.trimmed().size() < 3 || m_book.state() != OpenBook::State::Ready)
        return;
    m_book.search(typed, mostTexts, this, [this, typed](const std::vector<book::SearchHit>& hits) {
        if (typed == m_field->text())
            addTexts(hits);
    });
}

void CommandPalette::addTexts(const std::vector<book::SearchHit>& hits)
{
    for (const book::SearchHit& hit : hits) {
        const bool isName = hit.entity == Entity::Account || hit.entity == Entity::Contact;
        const AccountFacts* facts = m_book.numbers() ? m_book.numbers()->facts.find(hit.account) : nullptr;
        if (facts && !isName)
            m_findings.push_back({Kind::Text, hit.excerpt.simplified(), facts->account.name, hit.account, -1, 0});
    }
    showFindings();
}

void CommandPalette::showFindings()
{
    m_model.clear();
    std::optional<Kind> section;
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const Finding& finding = m_findings[i];
        if (section != finding.kind) {
            section = finding.kind;
            auto* head = new QStandardItem(sectionOf(finding.kind));
            head->setFlags(Qt::NoItemFlags);
            m_model.appendRow(head);
        }
        auto* item = new QStandardItem(finding.title);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setData(qulonglong(i), findingRole);
        item->setData(finding.note, noteRole);
        item->setData(iconOf(finding.kind), iconRole);
        if (finding.action >= 0)
            item->setData(m_actions.all()[std::size_t(finding.action)]->shortcut().toString(QKeySequence::NativeText),
                          keyRole);
        m_model.appendRow(item);
    }
    if (m_findings.empty() && !m_field->text().trimmed().isEmpty()) {
        auto* nothing =
            new QStandardItem(tr("Nothing is called that: no account, person, command of this view or text."));
        nothing->setFlags(Qt::NoItemFlags);
        m_model.appendRow(nothing);
    }
    m_list->setCurrentIndex(m_model.index(1, 0));
}

void CommandPalette::move(int rows)
{
    int row = m_list->currentIndex().row() + rows;
    while (row >= 0 && row < m_model.rowCount() && !m_model.index(row, 0).data(findingRole).isValid())
        row += rows;
    if (row >= 0 && row < m_model.rowCount())
        m_list->setCurrentIndex(m_model.index(row, 0));
}

void CommandPalette::run(const QModelIndex& index)
{
    const QVariant chosen = index.data(findingRole);
    if (!chosen.isValid())
        return;
    const Finding finding = m_findings[chosen.toULongLong()];
    leave();
    if (finding.action >= 0)
        m_actions.all()[std::size_t(finding.action)]->trigger();
    else
        Q_EMIT accountChosen(finding.account);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Nobody means a command only because the accounts were not there yet.
        m_isRunWanted = m_isPreparing && !m_finder;
        if (!m_isRunWanted)
            run(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void CommandPalette::mousePressEvent(QMouseEvent*) { leave(); }

void CommandPalette::paintEvent(QPaintEvent*)
{
    constexpr int dimmed = 71; // 28 % of 255
    const style::Theme& theme = style::Theme::of(palette());
    QPainter painter(this);
    QColor veil = theme.isDark() ? theme[Tone::Window].darker() : theme[Tone::Text];
    veil.setAlpha(theme.isDark() ? dimmed * 2 : dimmed);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(theme[Tone::SepStrong], 1));
    painter.drawRect(m_box->geometry().adjusted(-1, -1, 0, 0));
}

} // namespace steward::shell
