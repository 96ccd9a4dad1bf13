-- SPDX-License-Identifier: GPL-3.0-or-later
-- The measures of the scorecard "mid_touch" of resources/content/scorecards.json as one statement over the tables that
-- score_book.cpp writes. It leaves out what that book does not hold (people who left, quiet periods, several plans, last year's
-- usage) and the caps, and gives no evidence: all in favour of SQL. :day is a Julian day number; x % 7 = 0 is a Monday.
WITH
use AS (
    SELECT account,
        sum(CASE WHEN day > :day - 28 AND day % 7 < 5 THEN value END) AS now,
        sum(CASE WHEN day <= :day - 28 AND day > :day - 56 AND day % 7 < 5 THEN value END) AS before,
        max(CASE WHEN value > 0 THEN day END) AS used,
        max(CASE WHEN day > :day - 28 THEN value END) AS most
    FROM usage WHERE metric = 1 GROUP BY account),
feature AS (
    SELECT account, sum(days >= 3) AS n FROM (
        SELECT account, metric, count(*) AS days FROM usage WHERE metric > 1 AND day > :day - 28 AND value > 0
        GROUP BY account, metric)
    GROUP BY account),
paid AS (
    SELECT account, late, row_number() OVER (PARTITION BY account ORDER BY late) - 1 AS at,
        count(*) OVER (PARTITION BY account) AS n
    FROM (SELECT account, paid - due AS late, row_number() OVER (PARTITION BY account ORDER BY paid DESC, id DESC) AS newest
          FROM invoice WHERE paid IS NOT NULL)
    WHERE newest <= 6),
habit AS (
    SELECT account, min(60, max(0, (sum(CASE WHEN at = (n - 1) / 2 THEN late ELSE 0 END)
                                    + sum(CASE WHEN at = n / 2 THEN late ELSE 0 END)) / 2.0)) AS days
    FROM paid WHERE n >= 4 GROUP BY account),
overdue AS (
    SELECT account, :day - min(due) AS days FROM invoice WHERE paid IS NULL AND due < :day GROUP BY account),
card AS (
    SELECT m.account, m.expires - :day AS x,
        EXISTS (SELECT 1 FROM invoice i WHERE i.account = m.account AND i.paid IS NULL AND i.due > m.expires
                AND i.due <= :day) AS unpaid
    FROM payment_method m WHERE m.kind = 'card'),
tickets AS (
    SELECT account,
        sum(closed IS NULL AND priority = 'urgent')
            + 0.5 * sum(closed IS NULL AND priority = 'high' AND :day - opened > 7) AS open,
        sum(opened > :day - 28) AS now,
        sum(opened <= :day - 28 AND opened > :day - 196) AS before,
        sum(csat IS NOT NULL AND closed > :day - 90) AS ratings,
        sum(csat >= 4 AND closed > :day - 90) AS satisfied,
        max(opened) AS last
    FROM ticket GROUP BY account),
risks AS (
    SELECT account, min(CASE severity WHEN 'low' THEN 80 WHEN 'medium' THEN 55 WHEN 'high' THEN 25 ELSE 0 END
                        - CASE WHEN due < :day THEN 10 ELSE 0 END) AS score
    FROM risk GROUP BY account),
goals AS (
    SELECT account,
        100.0 * sum((CASE WHEN priority = 1 THEN 2 ELSE 1 END)
                    * CASE status WHEN 'met' THEN 1 WHEN 'on_track' THEN 1 WHEN 'at_risk' THEN 0.5 ELSE 0 END)
            / sum(CASE WHEN priority = 1 THEN 2 ELSE 1 END) AS x,
        max(met) AS met
    FROM goal WHERE due BETWEEN :day - 90 AND :day + 365 GROUP BY account),
confirmed AS (SELECT account, max(day) AS day FROM value GROUP BY account),
answers AS (
    SELECT s.account, sum(s.score * w.weight) / sum(w.weight) AS x
    FROM (SELECT account, contact, score,
              row_number() OVER (PARTITION BY contact ORDER BY day DESC, id DESC) AS newest
          FROM survey WHERE day > :day - 365) s
    JOIN (SELECT a.contact, coalesce(max(CASE r.role WHEN 'sponsor' THEN 3 WHEN 'champion' THEN 2 ELSE 1 END), 1) AS weight
          FROM (SELECT DISTINCT contact FROM survey) a LEFT JOIN contact_role r ON r.contact = a.contact
          GROUP BY a.contact) w ON w.contact = s.contact
    WHERE s.newest = 1 GROUP BY s.account),
answered AS (SELECT account, max(day) AS last FROM survey GROUP BY account),
two_way AS (
    SELECT id, account, day FROM touch WHERE kind IN ('meeting', 'call') OR (kind = 'email' AND direction = 'both')),
talks AS (SELECT account, max(day) AS last FROM two_way GROUP BY account),
seen AS (
    SELECT c.contact, max(t.day) AS day FROM two_way t JOIN touch_contact c ON c.touch = t.id GROUP BY c.contact),
roles AS (
    SELECT r.account, max(CASE WHEN r.role = 'sponsor' THEN s.day END) AS sponsor,
        max(CASE WHEN r.role = 'champion' THEN s.day END) AS champion
    FROM contact_role r LEFT JOIN seen s ON s.contact = r.contact GROUP BY r.account),
engaged AS (
    SELECT account, count(DISTINCT contact) AS n FROM (
        SELECT t.account, c.contact FROM two_way t JOIN touch_contact c ON c.touch = t.id WHERE t.day > :day - 90
        UNION ALL SELECT account, contact FROM survey WHERE day > :day - 90
        UNION ALL SELECT account, contact FROM ticket WHERE opened > :day - 90)
    GROUP BY account),
mood AS (SELECT account, rating FROM pulse WHERE day >= :day - 90),
x AS (
    SELECT s.account,
        CASE WHEN use.before >= 100 THEN 100.0 * (use.now / use.before - 1) END AS trend,
        (5 * ((:day + 1) / 7) + min((:day + 1) % 7, 5)) - (5 * ((use.used + 1) / 7) + min((use.used + 1) % 7, 5)) AS last_use,
        100.0 * use.most / s.seats AS licence,
        100.0 * feature.n / 3 AS breadth,
        CASE WHEN overdue.days IS NULL THEN 0 ELSE max(0, overdue.days - coalesce(habit.days, 0)) END AS payment,
        card.x AS card, card.unpaid AS unpaid,
        coalesce(tickets.open, 0) AS tickets_open,
        CASE WHEN tickets.before * 28 >= 168 OR tickets.now >= 3
             THEN CASE WHEN tickets.before > 0 THEN tickets.now * 168.0 / (tickets.before * 28) ELSE 999 END END AS tickets_trend,
        coalesce(risks.score, 100) AS risks,
        goals.x AS goals,
        :day - max(coalesce(confirmed.day, 0), coalesce(goals.met, 0)) AS value,
        answers.x AS nps,
        CASE WHEN tickets.ratings >= 3 THEN 100.0 * tickets.satisfied / tickets.ratings END AS csat,
        (:day - max(coalesce(talks.last, 0), coalesce(answered.last, 0), coalesce(tickets.last, 0))) / 30.0 AS silence,
        (:day - coalesce(talks.last, s.start)) / 30.0 AS cadence,
        :day - roles.sponsor AS sponsor,
        :day - roles.champion AS champion,
        coalesce(engaged.n, 0) AS threads,
        mood.rating AS pulse
    FROM subscription s
    LEFT JOIN use USING (account) LEFT JOIN feature USING (account) LEFT JOIN habit USING (account)
    LEFT JOIN overdue USING (account) LEFT JOIN card USING (account) LEFT JOIN tickets USING (account)
    LEFT JOIN risks USING (account) LEFT JOIN goals USING (account) LEFT JOIN confirmed USING (account)
    LEFT JOIN answers USING (account) LEFT JOIN answered USING (account) LEFT JOIN talks USING (account)
    LEFT JOIN roles USING (account) LEFT JOIN engaged USING (account) LEFT JOIN mood USING (account)),
score AS (
    SELECT account,
        CASE WHEN trend <= -60 THEN 0 WHEN trend < -40 THEN (trend + 60) * 15 / 20 WHEN trend < -25 THEN 15 + (trend + 40) * 20 / 15
             WHEN trend < -10 THEN 35 + (trend + 25) * 30 / 15 WHEN trend < 0 THEN 65 + (trend + 10) * 15 / 10
             WHEN trend < 10 THEN 80 + trend WHEN trend < 25 THEN 90 + (trend - 10) * 10 / 15 WHEN trend >= 25 THEN 100 END AS usage_trend,
        CASE WHEN last_use <= 2 THEN 100 WHEN last_use < 5 THEN 100 - (last_use - 2) * 20.0 / 3 WHEN last_use < 10 THEN 80 - (last_use - 5) * 6.0
             WHEN last_use < 20 THEN 50 - (last_use - 10) * 4.0 WHEN last_use < 30 THEN 10 - (last_use - 20) * 1.0 ELSE 0 END AS last_use,
        CASE WHEN licence < 10 THEN licence * 5 / 10 WHEN licence < 50 THEN 5 + (licence - 10) * 30 / 40
             WHEN licence < 75 THEN 35 + (licence - 50) * 30 / 25 WHEN licence < 85 THEN 65 + (licence - 75) * 15 / 10
             WHEN licence < 95 THEN 80 + (licence - 85) * 20 / 10 ELSE 100 END AS licence_use,
        CASE WHEN breadth < 25 THEN breadth * 40 / 25 WHEN breadth < 50 THEN 40 + (breadth - 25) * 30 / 25
             WHEN breadth < 75 THEN 70 + (breadth - 50) * 20 / 25 WHEN breadth >= 75 THEN 90 + (breadth - 75) * 10 / 25 END AS breadth,
        CASE WHEN payment < 7 THEN 100 - payment * 15.0 / 7 WHEN payment < 14 THEN 85 - (payment - 7) * 20.0 / 7
             WHEN payment < 30 THEN 65 - (payment - 14) * 35.0 / 16 WHEN payment < 45 THEN 30 - (payment - 30) * 20.0 / 15
             WHEN payment < 60 THEN 10 - (payment - 45) * 10.0 / 15 ELSE 0 END AS payment,
        max(0, CASE WHEN card < -30 THEN 0 WHEN card < -1 THEN (card + 30) * 25.0 / 29 WHEN card < 0 THEN 25 + (card + 1) * 15.0
             WHEN card < 30 THEN 40 + card * 1.0 WHEN card < 60 THEN 70 + (card - 30) * 1.0 ELSE 100 END
             - CASE WHEN unpaid THEN 25 ELSE 0 END) * CASE WHEN card IS NULL THEN NULL ELSE 1 END AS card,
        CASE WHEN tickets_open < 0.5 THEN 100 - tickets_open * 40 WHEN tickets_open < 1 THEN 80 - (tickets_open - 0.5) * 50
             WHEN tickets_open < 2 THEN 55 - (tickets_open - 1) * 30 WHEN tickets_open < 3 THEN 25 - (tickets_open - 2) * 25 ELSE 0 END AS tickets_open,
        CASE WHEN tickets_trend < 1 THEN 90 + tickets_trend * 10 WHEN tickets_trend < 1.5 THEN 100 - (tickets_trend - 1) * 40
             WHEN tickets_trend < 2 THEN 80 - (tickets_trend - 1.5) * 60 WHEN tickets_trend < 3 THEN 50 - (tickets_trend - 2) * 30
             WHEN tickets_trend < 4 THEN 20 - (tickets_trend - 3) * 20 WHEN tickets_trend >= 4 THEN 0 END AS tickets_trend,
        max(risks, 0) AS risks_open,
        CASE WHEN goals < 50 THEN goals WHEN goals < 75 THEN 50 + (goals - 50) * 30 / 25 WHEN goals >= 75 THEN 80 + (goals - 75) * 20 / 25 END AS goals,
        CASE WHEN value < 90 THEN 100 - value * 10.0 / 90 WHEN value < 180 THEN 90 - (value - 90) * 25.0 / 90
             WHEN value < 270 THEN 65 - (value - 180) * 25.0 / 90 WHEN value < 365 THEN 40 - (value - 270) * 25.0 / 95
             WHEN value < 450 THEN 15 - (value - 365) * 15.0 / 85 ELSE 0 END AS value_recent,
        CASE WHEN nps < 6 THEN nps * 5 WHEN nps < 7 THEN 30 + (nps - 6) * 25 WHEN nps < 8 THEN 55 + (nps - 7) * 15
             WHEN nps < 9 THEN 70 + (nps - 8) * 20 WHEN nps >= 9 THEN 90 + (nps - 9) * 10 END AS nps,
        CASE WHEN csat < 50 THEN csat * 30 / 50 WHEN csat < 70 THEN 30 + (csat - 50) * 30 / 20 WHEN csat < 85 THEN 60 + (csat - 70) * 30 / 15
             WHEN csat < 95 THEN 90 + (csat - 85) * 10 / 10 WHEN csat >= 95 THEN 100 END AS csat,
        CASE WHEN silence < 1 THEN 100 WHEN silence < 2 THEN 100 - (silence - 1) * 25 WHEN silence < 3 THEN 75 - (silence - 2) * 30
             WHEN silence < 4 THEN 45 - (silence - 3) * 25 WHEN silence < 6 THEN 20 - (silence - 4) * 10 ELSE 0 END AS silence,
        CASE WHEN cadence < 1 THEN 100 WHEN cadence < 1.5 THEN 100 - (cadence - 1) * 50 WHEN cadence < 2 THEN 75 - (cadence - 1.5) * 50
             WHEN cadence < 3 THEN 50 - (cadence - 2) * 30 WHEN cadence < 4 THEN 20 - (cadence - 3) * 20 ELSE 0 END AS touch_cadence,
        CASE WHEN sponsor IS NULL THEN 30 WHEN sponsor < 60 THEN 100 WHEN sponsor < 120 THEN 100 - (sponsor - 60) * 30.0 / 60
             WHEN sponsor < 180 THEN 70 - (sponsor - 120) * 30.0 / 60 WHEN sponsor < 270 THEN 40 - (sponsor - 180) * 25.0 / 90 ELSE 15 END AS sponsor,
        CASE WHEN champion IS NULL THEN 30 WHEN champion <= 60 THEN 100 WHEN champion <= 120 THEN 65 ELSE 30 END AS champion,
        CASE threads WHEN 0 THEN 0 WHEN 1 THEN 25 WHEN 2 THEN 60 WHEN 3 THEN 85 ELSE 100 END AS threads,
        CASE pulse WHEN 1 THEN 0 WHEN 2 THEN 20 WHEN 3 THEN 45 WHEN 4 THEN 65 WHEN 5 THEN 85 WHEN 6 THEN 100 END AS pulse
    FROM x)
SELECT account,
    round((coalesce(16 * usage_trend, 0) + 6 * last_use + 10 * licence_use + coalesce(6 * breadth, 0) + 7 * payment + coalesce(4 * card, 0)
        + 4 * tickets_open + coalesce(2 * tickets_trend, 0) + 3 * risks_open + coalesce(8 * goals, 0) + 6 * value_recent
        + coalesce(6 * nps, 0) + coalesce(3 * csat, 0) + 3 * silence + 3 * touch_cadence + 4 * sponsor + 1 * champion
        + 4 * threads + coalesce(4 * pulse, 0))
      / (16.0 * (usage_trend IS NOT NULL) + 6 + 10 + 6 * (breadth IS NOT NULL) + 7 + 4 * (card IS NOT NULL) + 4 + 2 * (tickets_trend IS NOT NULL) + 3
        + 8 * (goals IS NOT NULL) + 6 + 6 * (nps IS NOT NULL) + 3 * (csat IS NOT NULL) + 3 + 3 + 4 + 1 + 4
        + 4 * (pulse IS NOT NULL)), 6) AS score,
    usage_trend, last_use, licence_use, breadth, payment, card, tickets_open, tickets_trend, risks_open, goals, value_recent, nps,
    csat, silence, touch_cadence, sponsor, champion, threads, pulse
FROM score ORDER BY account;
