# SPDX-License-Identifier: GPL-3.0-or-later
"""Every point of the score worked out again from the records it names: a second program that knows content.md and the
exported files, and nothing of the first. The rules' numbers (points, states, windows) come from the shipped data.
"""

import bisect
import json
import sys
import unittest
from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from books import SKIPPED, read, shared_data
from health_test import BOOKS, TODAY, InFolder, known

CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
RULES = {each["id"]: each for each in json.loads((CONTENT / "scorecards.json").read_text(encoding="utf-8"))["measures"]}
SEGMENTS = {each["id"]: each for each in json.loads((CONTENT / "segments.json").read_text(encoding="utf-8"))["segments"]}
HELD = ("meeting", "call", "video", "training")
WRITTEN = ("email", "chat", "social", "text_message")
PAID = ("paid", "settled")
DECIDERS = ("sponsor", "decision_maker", "champion", "executive")


def on(points, x):
    """The piecewise-linear rule, exactly."""
    xs = [Fraction(str(point[0])) for point in points]
    at = bisect.bisect_right(xs, x)
    if at in (0, len(xs)):
        return Fraction(points[min(at, len(xs) - 1)][1])
    low, high = points[at - 1], points[at]
    return low[1] + (x - xs[at - 1]) / (xs[at] - xs[at - 1]) * (high[1] - low[1])


def day_of(text):
    return date.fromisoformat(text[:10]) if text else None


def months(start, day):
    return (day.year - start.year) * 12 + day.month - start.month + (day.day >= start.day)


def median(numbers):
    numbers = sorted(numbers)
    return Fraction(numbers[(len(numbers) - 1) // 2] + numbers[len(numbers) // 2], 2)


class Ledger:
    """The exported files of a book, by record."""

    def __init__(self, folder):
        self.rows, self.of = {}, defaultdict(lambda: defaultdict(list))
        for path in folder.glob("*.csv"):
            for row in read(path)[1]:
                if "id" in row:
                    self.rows[path.stem, row["id"]] = row
                if row.get("account_id"):
                    self.of[row["account_id"]][path.stem].append(row)
        self.usage = defaultdict(dict)
        for row in read(folder / "usage.csv")[1]:
            self.usage[row["account_id"], row["metric_id"]][day_of(row["day"])] = Fraction(row["value"])
        self.holidays = set()
        for (kind, _), row in self.rows.items():
            if kind == "definitions" and row["kind"] == "setting" and row["name"] == "holidays":
                self.holidays |= {day_of(each) for each in json.loads(row["text"])}

    def record(self, name):
        entity, number = name.split(":")
        kinds = ("opportunities" if entity == "opportunity" else entity + "s", entity, entity + "es")
        return next((kind, self.rows[kind, number]) for kind in kinds if (kind, number) in self.rows)


class Account:
    """One account as of a day, and what its evidence names."""

    def __init__(self, ledger, score, segment):
        self.ledger, self.score, self.id = ledger, score, score["id"]
        self.day = day_of(score["day"])
        self.row = ledger.rows["accounts", self.id]
        self.segment = SEGMENTS.get(segment)
        starts = [day_of(each["start"]) for each in self.all("subscriptions")
                  if each["start"] and each["trial"] != "true" and not self.is_free(each)]
        self.start = min(starts) if starts else day_of(self.row["customer_since"])
        week = json.loads(self.row["working_week"] or "[]")
        names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        self.week = {names.index(each[:3].lower()) for each in week} or set(range(5))

    def all(self, kind):
        return self.ledger.of[self.id][kind]

    def is_free(self, subscription):
        plan = self.ledger.rows.get(("plans", subscription["plan_id"]))
        return bool(plan) and plan["is_free"] == "true"

    def works(self, day):
        return day.weekday() in self.week and day not in self.ledger.holidays

    def is_quiet(self, day):
        return any((not each["from"] or day_of(each["from"]) <= day) and (not each["to"] or day <= day_of(each["to"]))
                   for each in self.all("quiet_periods"))

    def cadence(self):
        if not self.segment:
            return 30
        touch = self.segment.get("touch")
        if not touch:
            return 0
        late = "until_month" in touch and months(self.start, self.day) > touch["until_month"]
        return touch["then_days"] if late else touch["every_days"]

    def target(self):
        return self.segment["onboarding_days"] if self.segment else 45

    def has_people(self):
        return not self.segment or self.segment["named_person"]

    def holds(self, contact, role):
        person = self.ledger.rows["contacts", contact]
        left = person["left_on"] and day_of(person["left_on"]) <= self.day
        return not left and any(
            each["contact_id"] == contact and each["role"] == role and not (each["to"] and day_of(each["to"]) <= self.day)
            and not (each["from"] and day_of(each["from"]) > self.day) for each in self.all("contact_roles"))

    def is_two_way(self, touch):
        if day_of(touch["day"]) > self.day:
            return False
        if touch["kind"] in HELD:
            return touch["took_place"] == "true" if touch["took_place"] else touch["planned"] != "true"
        return touch["kind"] in WRITTEN and touch["took_place"] != "false" and touch["direction"] in ("in", "both")

    def is_listed(self, contact, touch):
        return int(contact) in json.loads(touch["contact_ids"] or "[]")


class Evidence:
    """What one contribution names."""

    def __init__(self, account, contribution):
        self.account, self.rule = account, RULES[contribution["measure"]]
        self.records = [account.ledger.record(name) for name in contribution["evidence"]["records"]]
        self.end = day_of(contribution["evidence"]["data_to"]) or account.day

    def named(self, *kinds):
        return [row for kind, row in self.records if kind in kinds]

    def only(self, *kinds):
        rows = self.named(*kinds)
        assert len(rows) == len(self.records) == 1, self.records
        return rows[0]

    def samples(self):
        metric = self.named("metrics")[0]
        return metric, {day: value for day, value in self.account.ledger.usage[self.account.id, metric["id"]].items()
                        if day <= min(self.end, self.account.day)}


def last_days(end, count):
    return [end - timedelta(back) for back in range(count)]


# Each takes the evidence of one measure and returns the value that it says.

def usage_trend(it):
    metric, samples = it.samples()
    first, window = min(samples), it.rule["window"]

    def level(end):
        days = [day for day in last_days(end, window) if day >= first]
        if metric["grain"] == "month":
            values = [samples[day] for day in days if day in samples]
            return sum(values), len(values)
        values = [samples[day] for day in days if day in samples and it.account.works(day)]
        every = metric["absence"] == "zero"
        return sum(values), sum(map(it.account.works, days)) if every else len(values)

    def change(end):
        (now, days), (before, days_before) = level(end), level(end - timedelta(window))
        return 100 * (now / days / (before / days_before) - 1) if before and days and days_before else None

    x = change(it.end)
    value = on(it.rule["points"], x)
    then = change(it.end - timedelta(364))
    relief = it.rule["seasonal_relief"]
    if abs(x) >= it.rule["flat_within"] and then is not None and abs(then - x) <= relief["within"]:
        value += (relief["toward"] - value) * Fraction(str(relief["share"]))
    return value


def last_use(it):
    _, samples = it.samples()
    used = [day for day, value in samples.items() if value > 0]
    last = max(used) if used else max(filter(None, [min(samples), it.account.start]))
    gone = (it.end - last).days
    days = [day for day in last_days(it.end, max(0, gone)) if it.account.works(day) and not it.account.is_quiet(day)]
    return on(it.rule["points"], len(days))


def licence_use(it):
    metric, samples = it.samples()
    values = [samples[day] for day in sorted(last_days(it.end, it.rule["window"])) if day in samples]
    length = it.rule["window"] if metric["absence"] == "zero" else len(values)
    used = {"mean": lambda: sum(values) / length, "max": lambda: max(values), "last": lambda: values[-1]}.get(
        metric["aggregate"], lambda: sum(values))()
    bought = 0
    for row in it.named("subscriptions"):
        phases = [each for each in it.account.all("subscription_phases") if each["subscription_id"] == row["id"]
                  and each["seats"] and day_of(each["from"]) <= it.account.day]
        bought += int(max(phases, key=lambda each: each["from"])["seats"] if phases else row["seats"])
    age = (it.end - it.account.start).days
    curve = [name for name, start in it.rule["age_from"].items() if age >= start][-1]
    return on(it.rule["points_by"][curve], 100 * Fraction(round(used * 1000), 1000) / bought)


def breadth(it):
    features = defaultdict(int)
    for metric in it.named("metrics"):
        samples = it.account.ledger.usage[it.account.id, metric["id"]]
        days = sum(samples.get(day, 0) > 0 for day in last_days(it.end, it.rule["window"]))
        name = "".join(c for c in (metric["feature"] or metric["name"]).lower() if c.isalnum())
        features[name] = max(features[name], days)
    return on(it.rule["points"], Fraction(100 * sum(days >= it.rule["min_days"] for days in features.values()), len(features)))


def early_use(it):
    _, samples = it.samples()
    account = it.account
    people = max([value for day, value in samples.items() if day >= account.start], default=0)
    seen = sum(bool(each["last_seen_in_product"]) and account.start <= day_of(each["last_seen_in_product"]) <= account.day
               for each in account.all("contacts"))
    bought = sum(int(each["seats"] or 0) for each in account.all("subscriptions")
                 if each["trial"] != "true" and not (each["ended_on"] and day_of(each["ended_on"]) <= account.day))
    gone = min(max((it.end - account.start).days, 1), account.target())
    return on(it.rule["points"], 100 * Fraction(max(round(people), seen)) / bought / Fraction(gone, account.target()))


def payment(it):
    def is_paid(row):
        return row["paid_on"] or row["status"] in PAID
    if not it.records:
        late = [row for row in it.account.all("invoices") if row["due"] and day_of(row["due"]) < it.end and not is_paid(row)
                and Fraction(row["amount"]) > 0 and row["status"] not in ("void", "draft", "refunded")]
        assert not late, late
        return Fraction(100)
    (_, overdue), *habit = it.records
    assert not is_paid(overdue)
    days = [(day_of(row["paid_on"]) - day_of(row["due"])).days for _, row in habit]
    usual = min(max(median(days), 0), it.rule["habit_most"]) if days else 0
    return on(it.rule["points"], max(0, (it.end - day_of(overdue["due"])).days - usual))


def card(it):
    expires = day_of(it.named("payment_methods")[0]["card_expires"])
    unpaid = it.named("invoices")
    assert all(not row["paid_on"] and expires < day_of(row["due"]) <= it.end for row in unpaid)
    return max(0, on(it.rule["points"], (expires - it.end).days) - (it.rule["unpaid_less"] if unpaid else 0))


def tickets_open(it):
    count = Fraction(0)
    for row in it.named("tickets"):
        assert not row["closed"]
        urgent = row["priority"] == "urgent" or row["escalated"] == "true"
        assert urgent or (it.end - day_of(row["opened"])).days > it.rule["high_after"]
        count += 1 if urgent else Fraction(str(it.rule["high_counts"]))
    return on(it.rule["points"], count)


def tickets_trend(it):
    window = it.rule["window"]
    age = (it.end - it.account.start).days if it.account.start else it.rule["baseline"] + window
    length = min(it.rule["baseline"], age + 1 - window)
    ages = [(it.end - day_of(row["opened"])).days for row in it.named("tickets")]
    now = sum(age < window for age in ages)
    before = sum(window <= age < window + length for age in ages)
    assert now + before == len(ages)
    return on(it.rule["points"], Fraction(now * length, before * window) if before else 10**6)


def risks_open(it):
    if not it.records:
        return Fraction(it.rule["states"]["none"])
    row = it.only("risks")
    late = row["due"] and day_of(row["due"]) < it.account.day
    return max(0, it.rule["states"].get(row["severity"], it.rule["states"]["medium"]) - (it.rule["late_less"] if late else 0))


def goals(it):
    well, all_of_them = Fraction(0), 0
    for row in it.named("goals"):
        assert -it.rule["due_back"] <= (day_of(row["due"]) - it.account.day).days <= it.rule["due_ahead"]
        weight = it.rule["first_priority_counts"] if row["priority"] == "1" else 1
        is_well = row["met_on"] or row["status"] in ("met", "on_track", "agreed")
        well += weight * (1 if is_well else Fraction(1, 2) if row["status"] == "at_risk" else 0)
        all_of_them += weight
    return on(it.rule["points"], 100 * well / all_of_them)


def goal_agreed(it):
    if it.named("goals"):
        row = it.only("goals")
        assert row["outcome"] and row["measure"] and row["target"] and row["due"]
        return Fraction(it.rule["states"]["agreed"])
    return on(it.rule["points"], (it.account.day - it.account.start).days)


def plan_progress(it):
    behind = [(it.account.day - day_of(row["planned"])).days for row in it.named("milestones") if not row["reached"]]
    return on(it.rule["points"], max(behind + [0]))


def time_to_value(it):
    reached = [day_of(row["reached"]) for row in it.named("milestones") if row["reached"]]
    days = ((min(reached) if reached else it.account.day) - it.account.start).days
    return on(it.rule["points"], Fraction(days, it.account.target()))


def value_recent(it):
    rows = [(kind, row) for kind, row in it.records if kind in ("goals", "values", "advocacies", "milestones")]
    done = [day_of(row["reached"]) for _, row in rows if row.get("kind") == "onboarding_done" and row["reached"]]
    said = [row for _, row in rows if row.get("kind") != "onboarding_done"]
    if said:
        (row,) = said
        since = day_of(row.get("met_on") or row.get("reached") or row.get("day"))
    else:
        since = done[0] if done else it.account.start + timedelta(it.account.target())
    return on(it.rule["points"], max(0, (it.account.day - since).days))


def nps(it):
    total = weights = 0
    contacts = [row["contact_id"] for row in it.named("surveys") if row["contact_id"]]
    assert len(contacts) == len(set(contacts)), "one answer of each contact"
    for row in it.named("surveys"):
        assert row["kind"] == "nps" and 0 <= (it.end - day_of(row["day"])).days < it.rule["window"]
        held = [it.rule["weight"][role] for role in DECIDERS if row["contact_id"] and it.account.holds(row["contact_id"], role)]
        weight = max(held + [it.rule["weight"]["other"]])
        total += weight * Fraction(row["score"])
        weights += weight
    return on(it.rule["points"], total / weights)


def csat(it):
    satisfied = 0
    for kind, row in it.records:
        score, high = (row["csat"], row["csat_scale"]) if kind == "tickets" else (row["score"], row["scale_high"])
        low = 1 if kind == "tickets" else int(row["scale_low"] or 1)
        # The two best of five; on another scale as far up.
        satisfied += (Fraction(score) - low) / (int(high or 5) - low) >= Fraction(3, 4)
    return on(it.rule["points"], Fraction(100 * satisfied, len(it.records)))


def ces(it):
    scores = [Fraction(row["score"]) for row in it.named("surveys")]
    return on(it.rule["points"], sum(scores) / len(scores))


def silence(it):
    (kind, row), *_ = it.records
    since = it.account.start if kind in ("subscriptions", "accounts") else day_of(row.get("opened") or row.get("day"))
    later = [day for day in [day_of(each["day"]) for each in it.account.all("surveys") if each["day"]]
             + [day_of(each["opened"]) for each in it.account.all("tickets")]
             + [day_of(each["day"]) for each in it.account.all("touches") if it.account.is_two_way(each)]
             if since < day <= it.account.day]
    assert not later, "nothing was said since"
    return on(it.rule["points"], Fraction(max(0, (it.end - since).days), max(it.account.cadence(), it.rule["floor_days"])))


def touch_cadence(it):
    (kind, row), *_ = it.records
    if kind == "touches":
        assert it.account.is_two_way(row)
    since = day_of(row["day"]) if kind == "touches" else it.account.start
    return on(it.rule["points"], Fraction((it.account.day - since).days, it.account.cadence()))


def role_of(role, left, seen):
    """Sponsor and champion: the people named, and the conversation in which they were seen last."""
    def value(it):
        people, touches = it.named("contacts"), it.named("touches")
        if not people:
            return Fraction(it.rule["states"]["none"])
        here = [each for each in people if it.account.holds(each["id"], role)]
        gone = [each for each in people if each not in here]
        if gone:
            return left(it, gone, here)
        (holder,) = here
        for touch in touches:
            assert it.account.is_two_way(touch) and it.account.is_listed(holder["id"], touch)
        last = max([day_of(each["day"]) for each in touches] + [day_of(holder["met_on"])] * (not touches and bool(holder["met_on"])),
                   default=None)
        return seen(it, last)
    return value


def sponsor_left(it, gone, here):
    successors = [each for each in here + gone if each is not gone[0]]
    if not successors:
        return Fraction(it.rule["states"]["left"])
    met = any(each["met_on"] for each in successors) or any(
        it.account.is_two_way(touch) and touch["kind"] in HELD and it.account.is_listed(successors[0]["id"], touch)
        for touch in it.account.all("touches"))
    return Fraction(it.rule["states"]["replaced" if met else "unmet"])


def sponsor_seen(it, last):
    return on(it.rule["points"], (it.account.day - last).days) if last else Fraction(it.rule["states"]["never_met"])


def champion_seen(it, last):
    days = (it.account.day - last).days if last else 10**6
    states = it.rule["states"]
    return Fraction(states["recent"] if days <= it.rule["recent_days"] else
                    states["known"] if days <= it.rule["known_days"] else states["unseen"])


def threads(it):
    people = it.named("contacts")
    start = it.account.day - timedelta(it.rule["engaged_days"] - 1)
    for each in people:
        spoke = [day_of(row["day"]) for row in it.account.all("touches")
                 if it.account.is_two_way(row) and it.account.is_listed(each["id"], row)]
        spoke += [day_of(row["day"]) for row in it.account.all("surveys") if row["contact_id"] == each["id"] and row["day"]]
        spoke += [day_of(row["opened"]) for row in it.account.all("tickets") if row["contact_id"] == each["id"]]
        assert any(start <= day <= it.account.day for day in spoke), each
    return on(it.rule["points_by"]["with_people" if it.account.has_people() else "without_people"], len(people))


def pulse(it):
    return Fraction(it.rule["states"][it.only("pulses")["rating"]])


VALUES = {each.__name__: each for each in (
    usage_trend, last_use, licence_use, early_use, breadth, payment, card, tickets_open, tickets_trend, risks_open, goals,
    goal_agreed, plan_progress, time_to_value, value_recent, nps, csat, ces, silence, touch_cadence, threads, pulse)}
VALUES["sponsor"] = role_of("sponsor", sponsor_left, sponsor_seen)
VALUES["champion"] = role_of("champion", lambda it, gone, here: Fraction(it.rule["states"]["left"]), champion_seen)


class ByHand(InFolder):
    def follow(self, desk, *words):
        """Every point of every account of the book; how many of each measure."""
        ledger = Ledger(desk.exported(self.folder / f"export-{desk.book.parent.name}"))
        segments = {row["id"]: row["segment"] for row in desk.ask("accounts", *words)}
        followed = Counter()
        for score in desk.scores(*words).values():
            account = Account(ledger, score, segments.get(score["id"]))
            for each in score["contributions"]:
                if not known(each["state"]) or each["measure"] not in VALUES:
                    continue
                by_hand = VALUES[each["measure"]](Evidence(account, each))
                self.assertLess(abs(by_hand - Fraction(each["value"])), Fraction(2, 10**6),
                                (score["name"], float(by_hand), each))
                followed[each["measure"]] += 1
        return followed

    def test_sample(self):
        followed = self.follow(self.desk("sample").sample())
        self.assertEqual(set(VALUES), set(followed), followed)
        self.assertGreater(sum(followed.values()), 800)

    def test_real(self):
        if not shared_data().is_dir():
            self.skipTest("the real exports are not here")
        for name, least in (("customer360", 1500), ("ravenstack", 1500)):
            with self.subTest(name):
                followed = self.follow(self.desk(name).imported(name), "--as-of", BOOKS[name][0])
                self.assertGreater(sum(followed.values()), least)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    all_skipped = result.testsRun > 0 and len(result.skipped) == result.testsRun
    sys.exit(SKIPPED if all_skipped else not result.wasSuccessful())
