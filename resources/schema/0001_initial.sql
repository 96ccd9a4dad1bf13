-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first shape of a book. One file, any SQLite tool reads it while it is closed.
--
-- Every fact has: id, stable and never reused; recorded, when the edit that wrote it last was made (UTC milliseconds);
-- import_id, the import it came from, none when typed; archived_on, the day from which figures leave it out.
-- A fact of an account has account_id, or, while the account is not known, unlinked: "entity|source|key".
-- Days are ISO text, instants UTC milliseconds, amounts minor units (cents) of the currency beside them, flags 0 or 1,
-- unknown is NULL. Columns are those of the catalogue (core/model), in its order.
--
-- Rules of this file, kept by a test: STRICT tables; primary keys of NOT NULL columns; references DEFERRABLE INITIALLY
-- DEFERRED without an action, for undo and redo write rows in any order; no triggers; no generated columns; no UNIQUE
-- beside the primary key. A released file never changes: a new step appends columns or tables.

PRAGMA application_id = 0x53745764; -- "StWd"

-- A file that was read: what it was, who read it, what came of its rows.
CREATE TABLE "import" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "file_name"   TEXT,
    "size"        INTEGER,
    "digest"      TEXT,
    "kind"        TEXT,
    "profile"     TEXT,
    "source"      TEXT,
    "actor"       TEXT,
    "at"          INTEGER, -- UTC milliseconds
    "rows"        INTEGER,
    "created"     INTEGER,
    "updated"     INTEGER,
    "unchanged"   INTEGER,
    "rejected"    INTEGER,
    "data_up_to"  TEXT
) STRICT;

-- A tool whose exports are read, per kind of file. data_up_to is the last day its newest import can speak about.
CREATE TABLE "source" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "name"        TEXT,
    "kind"        TEXT,
    "data_up_to"  TEXT,
    "routine"     TEXT -- JSON
) STRICT;

-- Scorecards, segments, journeys, word lists, saved views, import profiles and settings, by kind, name and version.
CREATE TABLE "definition" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "kind"        TEXT,
    "name"        TEXT,
    "version"     INTEGER,
    "text"        TEXT, -- JSON
    "retired_on"  TEXT
) STRICT;

-- One unit of the currency is worth so much of the book's currency from that day on; rate is exact decimal text.
CREATE TABLE "fx_rate" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "currency"    TEXT,
    "day"         TEXT,
    "rate"        TEXT
) STRICT;

-- One of us.
CREATE TABLE "person" (
    "id"                INTEGER NOT NULL PRIMARY KEY,
    "recorded"          INTEGER NOT NULL,
    "import_id"         INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"       TEXT,
    "name"              TEXT,
    "email"             TEXT,
    "level"             TEXT,
    "sits_in"           TEXT,
    "hours_per_quarter" INTEGER,
    "languages"         TEXT, -- JSON array of texts
    "trades"            TEXT, -- JSON array of texts
    "manager_id"        INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Accounts that are looked at as one customer.
CREATE TABLE "customer_group" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "name"        TEXT,
    "account_ids" TEXT, -- JSON array of ids
    "note"        TEXT
) STRICT;

-- What a usage number counts.
CREATE TABLE "metric" (
    "id"           INTEGER NOT NULL PRIMARY KEY,
    "recorded"     INTEGER NOT NULL,
    "import_id"    INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"  TEXT,
    "name"         TEXT,
    "source"       TEXT,
    "unit"         TEXT,
    "grain"        TEXT,
    "aggregate"    TEXT,
    "absence"      TEXT,
    "counts_seats" INTEGER CHECK ("counts_seats" IN (0, 1)),
    "plan_limit"   TEXT,
    "feature"      TEXT,
    "is_primary"   INTEGER CHECK ("is_primary" IN (0, 1))
) STRICT;

-- A price list entry; prices in minor units of its currency.
CREATE TABLE "plan" (
    "id"              INTEGER NOT NULL PRIMARY KEY,
    "recorded"        INTEGER NOT NULL,
    "import_id"       INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"     TEXT,
    "name"            TEXT,
    "currency"        TEXT,
    "monthly_price"   INTEGER, -- minor units of currency
    "quarterly_price" INTEGER, -- minor units of currency
    "yearly_price"    INTEGER, -- minor units of currency
    "features"        TEXT, -- JSON array of texts
    "limits"          TEXT, -- JSON
    "unlimited_seats" INTEGER CHECK ("unlimited_seats" IN (0, 1)),
    "is_free"         INTEGER CHECK ("is_free" IN (0, 1))
) STRICT;

-- A customer firm, or one that may become one. Fields with a history hold their latest value.
CREATE TABLE "account" (
    "id"             INTEGER NOT NULL PRIMARY KEY,
    "recorded"       INTEGER NOT NULL,
    "import_id"      INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"    TEXT,
    "name"           TEXT,
    "domain"         TEXT,
    "parent_id"      INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "group_name"     TEXT,
    "industry"       TEXT,
    "region"         TEXT,
    "country"        TEXT,
    "tier"           TEXT,
    "segment"        TEXT,
    "segment_reason" TEXT,
    "stage"          TEXT,
    "status"         TEXT,
    "csm_id"         INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "employees"      INTEGER,
    "customer_since" TEXT,
    "churned_on"     TEXT,
    "churn_reason"   TEXT,
    "currency"       TEXT,
    "renewal_date"   TEXT,
    "tags"           TEXT, -- JSON array of texts
    "working_week"   TEXT, -- JSON array of texts
    "story"          TEXT,
    "market_notes"   TEXT
) STRICT;

-- When an account moved from one stage of its journey to the next.
CREATE TABLE "stage_move" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "day"         TEXT,
    "from_stage"  TEXT,
    "to_stage"    TEXT,
    "why"         TEXT,
    "by_id"       INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Who of us holds which role for an account, dated.
CREATE TABLE "assignment" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "role"        TEXT,
    "person_id"   INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "from"        TEXT,
    "to"          TEXT,
    "why"         TEXT,
    "handover"    TEXT, -- JSON
    "read_on"     TEXT
) STRICT;

-- A person at the customer.
CREATE TABLE "contact" (
    "id"                   INTEGER NOT NULL PRIMARY KEY,
    "recorded"             INTEGER NOT NULL,
    "import_id"            INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"          TEXT,
    "account_id"           INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"             TEXT,
    "name"                 TEXT,
    "title"                TEXT,
    "email"                TEXT,
    "phone"                TEXT,
    "influence"            INTEGER,
    "view_of_us"           TEXT,
    "preferred_channel"    TEXT,
    "preferred_time"       TEXT,
    "max_frequency"        TEXT,
    "time_zone"            TEXT,
    "language"             TEXT,
    "billing"              INTEGER CHECK ("billing" IN (0, 1)),
    "no_survey"            INTEGER CHECK ("no_survey" IN (0, 1)),
    "reports_to_id"        INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "successor_of_id"      INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "joined_on"            TEXT,
    "left_on"              TEXT,
    "left_how"             TEXT,
    "met_on"               TEXT,
    "last_seen_in_product" TEXT,
    "note"                 TEXT
) STRICT;

-- Which role a contact has in the account, dated.
CREATE TABLE "contact_role" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "contact_id"  INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "role"        TEXT,
    "from"        TEXT,
    "to"          TEXT
) STRICT;

-- What the customer pays for; amount is for one billing period. ended_on is the first day no longer in force.
CREATE TABLE "subscription" (
    "id"                 INTEGER NOT NULL PRIMARY KEY,
    "recorded"           INTEGER NOT NULL,
    "import_id"          INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"        TEXT,
    "account_id"         INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"           TEXT,
    "product"            TEXT,
    "plan_id"            INTEGER REFERENCES "plan" DEFERRABLE INITIALLY DEFERRED,
    "seats"              INTEGER,
    "amount"             INTEGER, -- minor units of currency
    "currency"           TEXT,
    "billing_period"     TEXT,
    "term_months"        INTEGER,
    "start"              TEXT,
    "ended_on"           TEXT,
    "renewal_date"       TEXT,
    "notice_by"          TEXT,
    "notice_given_on"    TEXT,
    "commitment_until"   TEXT,
    "auto_renew"         INTEGER CHECK ("auto_renew" IN (0, 1)),
    "trial"              INTEGER CHECK ("trial" IN (0, 1)),
    "perpetual"          INTEGER CHECK ("perpetual" IN (0, 1)),
    "status"             TEXT,
    "discount_amount"    INTEGER, -- minor units of currency
    "discount_percent"   REAL,
    "price_rule"         TEXT,
    "order_number"       TEXT,
    "needs_order_number" INTEGER CHECK ("needs_order_number" IN (0, 1)),
    "serves_account_ids" TEXT, -- JSON array of ids
    "replaced_by_id"     INTEGER REFERENCES "subscription" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- From that day on the subscription has these seats and this amount.
CREATE TABLE "subscription_phase" (
    "id"              INTEGER NOT NULL PRIMARY KEY,
    "recorded"        INTEGER NOT NULL,
    "import_id"       INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"     TEXT,
    "account_id"      INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"        TEXT,
    "subscription_id" INTEGER REFERENCES "subscription" DEFERRABLE INITIALLY DEFERRED,
    "from"            TEXT,
    "seats"           INTEGER,
    "amount"          INTEGER, -- minor units of currency
    "currency"        TEXT
) STRICT;

-- How the account pays; card_expires is the last day the card is good.
CREATE TABLE "payment_method" (
    "id"           INTEGER NOT NULL PRIMARY KEY,
    "recorded"     INTEGER NOT NULL,
    "import_id"    INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"  TEXT,
    "account_id"   INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"     TEXT,
    "kind"         TEXT,
    "card_expires" TEXT,
    "from"         TEXT,
    "replaced_on"  TEXT
) STRICT;

-- What was billed, when it was due, when it was paid.
CREATE TABLE "invoice" (
    "id"              INTEGER NOT NULL PRIMARY KEY,
    "recorded"        INTEGER NOT NULL,
    "import_id"       INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"     TEXT,
    "account_id"      INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"        TEXT,
    "number"          TEXT,
    "issued"          TEXT,
    "due"             TEXT,
    "paid_on"         TEXT,
    "amount"          INTEGER, -- minor units of currency
    "currency"        TEXT,
    "status"          TEXT,
    "method"          TEXT,
    "subscription_id" INTEGER REFERENCES "subscription" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A movement of recurring revenue as a finance tool lists it, signed by its kind.
CREATE TABLE "movement" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "month"       TEXT,
    "kind"        TEXT,
    "amount"      INTEGER, -- minor units of currency
    "currency"    TEXT
) STRICT;

-- Recurring revenue of an account at the end of a month as another tool counted it.
CREATE TABLE "snapshot" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "month"       TEXT,
    "amount"      INTEGER, -- minor units of currency
    "currency"    TEXT
) STRICT;

-- An account or subscription that was lost, and why.
CREATE TABLE "churn" (
    "id"              INTEGER NOT NULL PRIMARY KEY,
    "recorded"        INTEGER NOT NULL,
    "import_id"       INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"     TEXT,
    "account_id"      INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"        TEXT,
    "day"             TEXT,
    "reason"          TEXT,
    "reason_2"        TEXT,
    "reason_3"        TEXT,
    "words"           TEXT,
    "could_have_kept" TEXT,
    "refund"          INTEGER, -- minor units of currency
    "currency"        TEXT,
    "reactivated"     INTEGER CHECK ("reactivated" IN (0, 1)),
    "subscription_id" INTEGER REFERENCES "subscription" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- A case of support.
CREATE TABLE "ticket" (
    "id"                  INTEGER NOT NULL PRIMARY KEY,
    "recorded"            INTEGER NOT NULL,
    "import_id"           INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"         TEXT,
    "account_id"          INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"            TEXT,
    "contact_id"          INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "subject"             TEXT,
    "opened"              TEXT,
    "opened_at"           INTEGER, -- UTC milliseconds
    "first_reply_at"      INTEGER, -- UTC milliseconds
    "first_reply_minutes" INTEGER,
    "closed"              TEXT,
    "closed_at"           INTEGER, -- UTC milliseconds
    "priority"            TEXT,
    "status"              TEXT,
    "category"            TEXT,
    "escalated"           INTEGER CHECK ("escalated" IN (0, 1)),
    "csat"                REAL,
    "csat_scale"          INTEGER
) STRICT;

-- One answer to a survey.
CREATE TABLE "survey" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "contact_id"  INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "day"         TEXT,
    "kind"        TEXT,
    "score"       REAL,
    "scale_low"   INTEGER,
    "scale_high"  INTEGER,
    "method"      TEXT,
    "comment"     TEXT,
    "touchpoint"  TEXT,
    "themes"      TEXT, -- JSON array of texts
    "replied_on"  TEXT,
    "routed_to"   TEXT,
    "told_on"     TEXT
) STRICT;

-- A survey that went out, answered or not.
CREATE TABLE "survey_sent" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "contact_id"  INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "day"         TEXT,
    "kind"        TEXT,
    "touchpoint"  TEXT
) STRICT;

-- A call, meeting, message or note.
CREATE TABLE "touch" (
    "id"               INTEGER NOT NULL PRIMARY KEY,
    "recorded"         INTEGER NOT NULL,
    "import_id"        INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"      TEXT,
    "account_id"       INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"         TEXT,
    "contact_ids"      TEXT, -- JSON array of ids
    "kind"             TEXT,
    "day"              TEXT,
    "at"               INTEGER, -- UTC milliseconds
    "minutes"          INTEGER,
    "subject"          TEXT,
    "text"             TEXT,
    "sentiment"        TEXT,
    "direction"        TEXT,
    "planned"          INTEGER CHECK ("planned" IN (0, 1)),
    "took_place"       INTEGER CHECK ("took_place" IN (0, 1)),
    "purpose"          TEXT,
    "person_ids"       TEXT, -- JSON array of ids
    "recap_owed_until" INTEGER, -- UTC milliseconds
    "recap_sent_at"    INTEGER -- UTC milliseconds
) STRICT;

-- The CSM's own rating of an account.
CREATE TABLE "pulse" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "day"         TEXT,
    "rating"      INTEGER,
    "reasons"     TEXT, -- JSON array of texts
    "note"        TEXT,
    "by_id"       INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What an account or a customer group wants to achieve.
CREATE TABLE "goal" (
    "id"            INTEGER NOT NULL PRIMARY KEY,
    "recorded"      INTEGER NOT NULL,
    "import_id"     INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"   TEXT,
    "account_id"    INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"      TEXT,
    "group_id"      INTEGER REFERENCES "customer_group" DEFERRABLE INITIALLY DEFERRED,
    "outcome"       TEXT,
    "short_name"    TEXT,
    "category"      TEXT,
    "measure"       TEXT,
    "unit"          TEXT,
    "baseline"      REAL,
    "target"        REAL,
    "current"       REAL,
    "agreed_on"     TEXT,
    "due"           TEXT,
    "status"        TEXT,
    "met_on"        TEXT,
    "value"         INTEGER, -- minor units of currency
    "currency"      TEXT,
    "vendor_goal"   TEXT,
    "priority"      INTEGER,
    "last_reviewed" TEXT,
    "features"      TEXT -- JSON array of texts
) STRICT;

-- A step of the journey, planned and reached.
CREATE TABLE "milestone" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "kind"        TEXT,
    "goal_id"     INTEGER REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
    "name"        TEXT,
    "planned"     TEXT,
    "reached"     TEXT,
    "said_by_id"  INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "said_source" TEXT,
    "known_by"    TEXT,
    "required"    INTEGER CHECK ("required" IN (0, 1))
) STRICT;

-- What stands in the way.
CREATE TABLE "risk" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "kind"        TEXT,
    "severity"    TEXT,
    "opened"      TEXT,
    "text"        TEXT,
    "mitigation"  TEXT,
    "owner_id"    INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "due"         TEXT,
    "closed"      TEXT,
    "outcome"     TEXT
) STRICT;

-- A case that went beyond support.
CREATE TABLE "escalation" (
    "id"                  INTEGER NOT NULL PRIMARY KEY,
    "recorded"            INTEGER NOT NULL,
    "import_id"           INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"         TEXT,
    "account_id"          INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"            TEXT,
    "subject"             TEXT,
    "ticket_id"           INTEGER REFERENCES "ticket" DEFERRABLE INITIALLY DEFERRED,
    "opened"              TEXT,
    "business_effect"     TEXT,
    "owner_id"            INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "next_update_due"     TEXT,
    "cause_told_on"       TEXT,
    "closed"              TEXT,
    "satisfaction_before" REAL,
    "satisfaction_after"  REAL
) STRICT;

-- A renewal or an expansion that may be won.
CREATE TABLE "opportunity" (
    "id"              INTEGER NOT NULL PRIMARY KEY,
    "recorded"        INTEGER NOT NULL,
    "import_id"       INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"     TEXT,
    "account_id"      INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"        TEXT,
    "name"            TEXT,
    "kind"            TEXT,
    "amount"          INTEGER, -- minor units of currency
    "currency"        TEXT,
    "stage"           TEXT,
    "probability"     REAL,
    "created"         TEXT,
    "close_date"      TEXT,
    "closed_on"       TEXT,
    "won"             INTEGER CHECK ("won" IN (0, 1)),
    "outcome_goal_id" INTEGER REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
    "csm_call"        TEXT,
    "owner_id"        INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "product"         TEXT,
    "reason"          TEXT
) STRICT;

-- What one of us expects of a renewal. Never overwritten.
CREATE TABLE "renewal_call" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "cycle"       TEXT,
    "day"         TEXT,
    "by_id"       INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "checkpoint"  TEXT,
    "call"        TEXT,
    "amount"      INTEGER, -- minor units of currency
    "currency"    TEXT,
    "reason"      TEXT
) STRICT;

-- A result in money or another unit; confirmed by a contact or estimated.
CREATE TABLE "value" (
    "id"              INTEGER NOT NULL PRIMARY KEY,
    "recorded"        INTEGER NOT NULL,
    "import_id"       INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"     TEXT,
    "account_id"      INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"        TEXT,
    "day"             TEXT,
    "text"            TEXT,
    "amount"          INTEGER, -- minor units of currency
    "currency"        TEXT,
    "number"          REAL,
    "unit"            TEXT,
    "goal_id"         INTEGER REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
    "confirmed_by_id" INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "method"          TEXT,
    "used_in"         TEXT -- JSON array of texts
) STRICT;

-- What was planned for an account, quarter and line.
CREATE TABLE "plan_figure" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "quarter"     TEXT,
    "line"        TEXT,
    "amount"      INTEGER, -- minor units of currency
    "currency"    TEXT,
    "recorded_on" TEXT
) STRICT;

-- A figure frozen on a day with its definition.
CREATE TABLE "baseline" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "metric"      TEXT,
    "scope"       TEXT,
    "day"         TEXT,
    "number"      REAL,
    "amount"      INTEGER, -- minor units of currency
    "currency"    TEXT,
    "definition"  TEXT,
    "version"     INTEGER
) STRICT;

-- Whether an account wants a feature, and why.
CREATE TABLE "feature_note" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "feature"     TEXT,
    "wanted"      TEXT,
    "why"         TEXT,
    "day"         TEXT,
    "review_on"   TEXT
) STRICT;

-- Low use is expected in these days, both included.
CREATE TABLE "quiet_period" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "from"        TEXT,
    "to"          TEXT,
    "why"         TEXT
) STRICT;

-- What happened at the customer: a merger, new leadership, an award.
CREATE TABLE "account_event" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "kind"        TEXT,
    "day"         TEXT,
    "note"        TEXT
) STRICT;

-- A band set by a person, with reason and end.
CREATE TABLE "override" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "from"        TEXT,
    "band"        TEXT,
    "reason"      TEXT,
    "note"        TEXT,
    "until"       TEXT,
    "by_id"       INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What the customer does for us: a reference, a case study, a review.
CREATE TABLE "advocacy" (
    "id"            INTEGER NOT NULL PRIMARY KEY,
    "recorded"      INTEGER NOT NULL,
    "import_id"     INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"   TEXT,
    "account_id"    INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"      TEXT,
    "kind"          TEXT,
    "contact_id"    INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "day"           TEXT,
    "status"        TEXT,
    "consent_by_id" INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "consent_on"    TEXT,
    "consent_until" TEXT,
    "withdrawn_on"  TEXT,
    "goal_id"       INTEGER REFERENCES "goal" DEFERRABLE INITIALLY DEFERRED,
    "story_goal"    TEXT,
    "story_how"     TEXT,
    "story_result"  TEXT,
    "used_on"       TEXT -- JSON array of texts
) STRICT;

-- Something several customers ask for.
CREATE TABLE "request" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "title"       TEXT,
    "day"         TEXT,
    "decision"    TEXT,
    "decided_on"  TEXT,
    "note"        TEXT,
    "owner_id"    INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- One thing one customer said, and what became of it.
CREATE TABLE "feedback" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "contact_id"  INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "day"         TEXT,
    "source"      TEXT,
    "words"       TEXT,
    "theme"       TEXT,
    "route"       TEXT,
    "state"       TEXT,
    "owner_id"    INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "decision"    TEXT,
    "told_on"     TEXT,
    "request_id"  INTEGER REFERENCES "request" DEFERRABLE INITIALLY DEFERRED,
    "survey_id"   INTEGER REFERENCES "survey" DEFERRABLE INITIALLY DEFERRED,
    "ticket_id"   INTEGER REFERENCES "ticket" DEFERRABLE INITIALLY DEFERRED,
    "sentiment"   TEXT
) STRICT;

-- A business review of an account and quarter.
CREATE TABLE "qbr" (
    "id"                   INTEGER NOT NULL PRIMARY KEY,
    "recorded"             INTEGER NOT NULL,
    "import_id"            INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"          TEXT,
    "account_id"           INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"             TEXT,
    "quarter"              TEXT,
    "status"               TEXT,
    "meeting_start"        INTEGER, -- UTC milliseconds
    "meeting_end"          INTEGER, -- UTC milliseconds
    "date_confirmed_on"    TEXT,
    "decider_confirmed_on" TEXT,
    "agenda_asked_on"      TEXT,
    "draft_shown_on"       TEXT,
    "attendee_ids"         TEXT, -- JSON array of ids
    "parts"                TEXT, -- JSON
    "slides"               TEXT, -- JSON
    "actions"              TEXT, -- JSON
    "refreshed_at"         INTEGER, -- UTC milliseconds
    "recap_sent_at"        INTEGER, -- UTC milliseconds
    "held_on"              TEXT
) STRICT;

-- A playbook at work for an account, with the state of its steps.
CREATE TABLE "playbook_run" (
    "id"          INTEGER NOT NULL PRIMARY KEY,
    "recorded"    INTEGER NOT NULL,
    "import_id"   INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on" TEXT,
    "account_id"  INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"    TEXT,
    "playbook"    TEXT,
    "version"     INTEGER,
    "started"     TEXT,
    "steps"       TEXT, -- JSON
    "ended"       TEXT,
    "outcome"     TEXT,
    "sentence"    TEXT,
    "owner_id"    INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "why"         TEXT
) STRICT;

-- What one of us has to do.
CREATE TABLE "task" (
    "id"             INTEGER NOT NULL PRIMARY KEY,
    "recorded"       INTEGER NOT NULL,
    "import_id"      INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"    TEXT,
    "account_id"     INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"       TEXT,
    "title"          TEXT,
    "category"       TEXT,
    "created"        TEXT,
    "due"            TEXT,
    "due_at"         INTEGER, -- UTC milliseconds
    "priority"       TEXT,
    "assignee_id"    INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "status"         TEXT,
    "done_on"        TEXT,
    "snoozed_to"     TEXT,
    "origin"         TEXT,
    "origin_key"     TEXT,
    "run_id"         INTEGER REFERENCES "playbook_run" DEFERRABLE INITIALLY DEFERRED,
    "waiting_for"    TEXT,
    "promised_to_id" INTEGER REFERENCES "contact" DEFERRABLE INITIALLY DEFERRED,
    "note"           TEXT
) STRICT;

-- What a user decided about a signal: snoozed, dismissed, seen.
CREATE TABLE "signal_decision" (
    "id"               INTEGER NOT NULL PRIMARY KEY,
    "recorded"         INTEGER NOT NULL,
    "import_id"        INTEGER REFERENCES "import" DEFERRABLE INITIALLY DEFERRED,
    "archived_on"      TEXT,
    "account_id"       INTEGER REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "unlinked"         TEXT,
    "signal"           TEXT,
    "key"              TEXT,
    "day"              TEXT,
    "snoozed_to"       TEXT,
    "dismissed_reason" TEXT,
    "by_id"            INTEGER REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
    "figure"           REAL,
    "seen"             INTEGER CHECK ("seen" IN (0, 1))
) STRICT;

-- What the tools call our records. A record has as many keys as there are tools that know it; position is the order in
-- which they were learnt.
CREATE TABLE "external_key" (
    "entity"   TEXT NOT NULL,
    "source"   TEXT NOT NULL,
    "key"      TEXT NOT NULL,
    "record"   INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    PRIMARY KEY ("entity", "source", "key")
) STRICT, WITHOUT ROWID;
CREATE INDEX "external_key_by_record" ON "external_key" ("record");

-- Every value a field with a history had, from that day on. The record's column holds the value of the newest row (by
-- day, then recorded).
CREATE TABLE "change" (
    "entity"   TEXT NOT NULL,
    "record"   INTEGER NOT NULL,
    "field"    TEXT NOT NULL,
    "day"      TEXT NOT NULL,
    "recorded" INTEGER NOT NULL,
    "value"    ANY,
    PRIMARY KEY ("entity", "record", "field", "day", "recorded")
) STRICT, WITHOUT ROWID;

-- What an import carried and no column of ours holds. type is the type seen: text, number, day, flag.
CREATE TABLE "custom_value" (
    "entity" TEXT NOT NULL,
    "record" INTEGER NOT NULL,
    "field"  TEXT NOT NULL,
    "value"  TEXT,
    "type"   TEXT,
    PRIMARY KEY ("entity", "record", "field")
) STRICT, WITHOUT ROWID;

-- Usage is a time series: one row for an account, metric and month ("2026-11"). samples is a JSON array of numbers, one
-- a day from first_day of the month on; null is a day without a sample. The view v_usage unrolls it.
CREATE TABLE "usage" (
    "account_id" INTEGER NOT NULL REFERENCES "account" DEFERRABLE INITIALLY DEFERRED,
    "metric_id"  INTEGER NOT NULL REFERENCES "metric" DEFERRABLE INITIALLY DEFERRED,
    "month"      TEXT NOT NULL,
    "first_day"  INTEGER NOT NULL CHECK ("first_day" BETWEEN 1 AND 31),
    "samples"    TEXT NOT NULL,
    PRIMARY KEY ("account_id", "metric_id", "month")
) STRICT, WITHOUT ROWID;

-- Usage of accounts that nobody knows yet, by the key it came with ("entity|source|key").
CREATE TABLE "unlinked_usage" (
    "unlinked"  TEXT NOT NULL,
    "metric_id" INTEGER NOT NULL REFERENCES "metric" DEFERRABLE INITIALLY DEFERRED,
    "month"     TEXT NOT NULL,
    "first_day" INTEGER NOT NULL CHECK ("first_day" BETWEEN 1 AND 31),
    "samples"   TEXT NOT NULL,
    PRIMARY KEY ("unlinked", "metric_id", "month")
) STRICT, WITHOUT ROWID;

-- The history: one row for each edit, for ever. changeset (SQLite session changeset, zstd) is kept while the edit can
-- be undone or redone. label is a code, label_arguments a JSON array of {type, value}.
CREATE TABLE "edit" (
    "id"              INTEGER NOT NULL PRIMARY KEY,
    "label"           TEXT NOT NULL,
    "label_arguments" TEXT NOT NULL,
    "actor"           TEXT NOT NULL,
    "at"              INTEGER NOT NULL, -- UTC milliseconds
    "rows"            INTEGER NOT NULL,
    "undone"          INTEGER NOT NULL DEFAULT 0 CHECK ("undone" IN (0, 1)),
    "changeset_size"  INTEGER NOT NULL, -- bytes as stored; stays when the changeset is pruned
    "changeset"       BLOB
) STRICT;

-- What a program must know about the file: min_reader is the oldest schema version that may write to it.
CREATE TABLE "meta" (
    "name"  TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" ("name", "value") VALUES ('min_reader', '1');

-- The full-text index: derived from the searchable fields, rebuilt by check. content holds them in catalogue order with
-- U+001E between.
CREATE VIRTUAL TABLE "search" USING fts5 (
    "entity" UNINDEXED,
    "record" UNINDEXED,
    "account_id" UNINDEXED,
    "content",
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Rows are read by account and taken out by what they refer to; without these each removal reads whole tables. People,
-- imports, plans, metrics and sources are few and seldom go.
CREATE INDEX "account_by_parent" ON "account" ("parent_id") WHERE "parent_id" IS NOT NULL;
CREATE INDEX "stage_move_by_account" ON "stage_move" ("account_id");
CREATE INDEX "stage_move_by_unlinked" ON "stage_move" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "assignment_by_account" ON "assignment" ("account_id");
CREATE INDEX "assignment_by_unlinked" ON "assignment" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "contact_by_account" ON "contact" ("account_id");
CREATE INDEX "contact_by_unlinked" ON "contact" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "contact_by_reports_to" ON "contact" ("reports_to_id") WHERE "reports_to_id" IS NOT NULL;
CREATE INDEX "contact_by_successor_of" ON "contact" ("successor_of_id") WHERE "successor_of_id" IS NOT NULL;
CREATE INDEX "contact_role_by_account" ON "contact_role" ("account_id");
CREATE INDEX "contact_role_by_unlinked" ON "contact_role" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "contact_role_by_contact" ON "contact_role" ("contact_id") WHERE "contact_id" IS NOT NULL;
CREATE INDEX "subscription_by_account" ON "subscription" ("account_id");
CREATE INDEX "subscription_by_unlinked" ON "subscription" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "subscription_by_replaced_by" ON "subscription" ("replaced_by_id") WHERE "replaced_by_id" IS NOT NULL;
CREATE INDEX "subscription_phase_by_account" ON "subscription_phase" ("account_id");
CREATE INDEX "subscription_phase_by_unlinked" ON "subscription_phase" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "subscription_phase_by_subscription" ON "subscription_phase" ("subscription_id")
    WHERE "subscription_id" IS NOT NULL;
CREATE INDEX "payment_method_by_account" ON "payment_method" ("account_id");
CREATE INDEX "payment_method_by_unlinked" ON "payment_method" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "invoice_by_account" ON "invoice" ("account_id");
CREATE INDEX "invoice_by_unlinked" ON "invoice" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "invoice_by_subscription" ON "invoice" ("subscription_id") WHERE "subscription_id" IS NOT NULL;
CREATE INDEX "movement_by_account" ON "movement" ("account_id");
CREATE INDEX "movement_by_unlinked" ON "movement" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "snapshot_by_account" ON "snapshot" ("account_id");
CREATE INDEX "snapshot_by_unlinked" ON "snapshot" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "churn_by_account" ON "churn" ("account_id");
CREATE INDEX "churn_by_unlinked" ON "churn" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "churn_by_subscription" ON "churn" ("subscription_id") WHERE "subscription_id" IS NOT NULL;
CREATE INDEX "ticket_by_account" ON "ticket" ("account_id");
CREATE INDEX "ticket_by_unlinked" ON "ticket" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "ticket_by_contact" ON "ticket" ("contact_id") WHERE "contact_id" IS NOT NULL;
CREATE INDEX "survey_by_account" ON "survey" ("account_id");
CREATE INDEX "survey_by_unlinked" ON "survey" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "survey_by_contact" ON "survey" ("contact_id") WHERE "contact_id" IS NOT NULL;
CREATE INDEX "survey_sent_by_account" ON "survey_sent" ("account_id");
CREATE INDEX "survey_sent_by_unlinked" ON "survey_sent" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "survey_sent_by_contact" ON "survey_sent" ("contact_id") WHERE "contact_id" IS NOT NULL;
CREATE INDEX "touch_by_account" ON "touch" ("account_id");
CREATE INDEX "touch_by_unlinked" ON "touch" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "pulse_by_account" ON "pulse" ("account_id");
CREATE INDEX "pulse_by_unlinked" ON "pulse" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "goal_by_account" ON "goal" ("account_id");
CREATE INDEX "goal_by_unlinked" ON "goal" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "goal_by_group" ON "goal" ("group_id") WHERE "group_id" IS NOT NULL;
CREATE INDEX "milestone_by_account" ON "milestone" ("account_id");
CREATE INDEX "milestone_by_unlinked" ON "milestone" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "milestone_by_goal" ON "milestone" ("goal_id") WHERE "goal_id" IS NOT NULL;
CREATE INDEX "milestone_by_said_by" ON "milestone" ("said_by_id") WHERE "said_by_id" IS NOT NULL;
CREATE INDEX "risk_by_account" ON "risk" ("account_id");
CREATE INDEX "risk_by_unlinked" ON "risk" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "escalation_by_account" ON "escalation" ("account_id");
CREATE INDEX "escalation_by_unlinked" ON "escalation" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "escalation_by_ticket" ON "escalation" ("ticket_id") WHERE "ticket_id" IS NOT NULL;
CREATE INDEX "opportunity_by_account" ON "opportunity" ("account_id");
CREATE INDEX "opportunity_by_unlinked" ON "opportunity" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "opportunity_by_outcome_goal" ON "opportunity" ("outcome_goal_id") WHERE "outcome_goal_id" IS NOT NULL;
CREATE INDEX "renewal_call_by_account" ON "renewal_call" ("account_id");
CREATE INDEX "renewal_call_by_unlinked" ON "renewal_call" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "value_by_account" ON "value" ("account_id");
CREATE INDEX "value_by_unlinked" ON "value" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "value_by_goal" ON "value" ("goal_id") WHERE "goal_id" IS NOT NULL;
CREATE INDEX "value_by_confirmed_by" ON "value" ("confirmed_by_id") WHERE "confirmed_by_id" IS NOT NULL;
CREATE INDEX "plan_figure_by_account" ON "plan_figure" ("account_id");
CREATE INDEX "plan_figure_by_unlinked" ON "plan_figure" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "baseline_by_account" ON "baseline" ("account_id");
CREATE INDEX "baseline_by_unlinked" ON "baseline" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "feature_note_by_account" ON "feature_note" ("account_id");
CREATE INDEX "feature_note_by_unlinked" ON "feature_note" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "quiet_period_by_account" ON "quiet_period" ("account_id");
CREATE INDEX "quiet_period_by_unlinked" ON "quiet_period" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "account_event_by_account" ON "account_event" ("account_id");
CREATE INDEX "account_event_by_unlinked" ON "account_event" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "override_by_account" ON "override" ("account_id");
CREATE INDEX "override_by_unlinked" ON "override" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "advocacy_by_account" ON "advocacy" ("account_id");
CREATE INDEX "advocacy_by_unlinked" ON "advocacy" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "advocacy_by_contact" ON "advocacy" ("contact_id") WHERE "contact_id" IS NOT NULL;
CREATE INDEX "advocacy_by_consent_by" ON "advocacy" ("consent_by_id") WHERE "consent_by_id" IS NOT NULL;
CREATE INDEX "advocacy_by_goal" ON "advocacy" ("goal_id") WHERE "goal_id" IS NOT NULL;
CREATE INDEX "feedback_by_account" ON "feedback" ("account_id");
CREATE INDEX "feedback_by_unlinked" ON "feedback" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "feedback_by_contact" ON "feedback" ("contact_id") WHERE "contact_id" IS NOT NULL;
CREATE INDEX "feedback_by_request" ON "feedback" ("request_id") WHERE "request_id" IS NOT NULL;
CREATE INDEX "feedback_by_survey" ON "feedback" ("survey_id") WHERE "survey_id" IS NOT NULL;
CREATE INDEX "feedback_by_ticket" ON "feedback" ("ticket_id") WHERE "ticket_id" IS NOT NULL;
CREATE INDEX "qbr_by_account" ON "qbr" ("account_id");
CREATE INDEX "qbr_by_unlinked" ON "qbr" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "playbook_run_by_account" ON "playbook_run" ("account_id");
CREATE INDEX "playbook_run_by_unlinked" ON "playbook_run" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "task_by_account" ON "task" ("account_id");
CREATE INDEX "task_by_unlinked" ON "task" ("unlinked") WHERE "unlinked" IS NOT NULL;
CREATE INDEX "task_by_run" ON "task" ("run_id") WHERE "run_id" IS NOT NULL;
CREATE INDEX "task_by_promised_to" ON "task" ("promised_to_id") WHERE "promised_to_id" IS NOT NULL;
CREATE INDEX "signal_decision_by_account" ON "signal_decision" ("account_id");
CREATE INDEX "signal_decision_by_unlinked" ON "signal_decision" ("unlinked") WHERE "unlinked" IS NOT NULL;

-- Views: the same facts with names in the place of ids. They are for reading with any SQLite tool; Steward itself does
-- not depend on them.

-- Accounts with their first outside key, parent and CSM by name.
CREATE VIEW "v_accounts" AS
SELECT a."id", k."key", a."name", a."domain", p."name" AS "parent", a."industry", a."region", a."country", a."tier",
       a."segment", a."stage", a."status", c."name" AS "csm", a."employees", a."customer_since", a."churned_on",
       a."churn_reason", a."currency", a."renewal_date", a."archived_on"
FROM "account" AS a
LEFT JOIN "account" AS p ON p."id" = a."parent_id"
LEFT JOIN "person" AS c ON c."id" = a."csm_id"
LEFT JOIN "external_key" AS k ON k."record" = a."id" AND k."entity" = 'account' AND k."position" = 0;

-- One row for each usage sample: account, metric, day, value.
CREATE VIEW "v_usage" AS
SELECT a."name" AS "account", m."name" AS "metric", u."account_id", u."metric_id",
       date(u."month" || '-01', '+' || (u."first_day" - 1 + s."key") || ' days') AS "day", s."value"
FROM "usage" AS u
JOIN json_each(u."samples") AS s
LEFT JOIN "account" AS a ON a."id" = u."account_id"
LEFT JOIN "metric" AS m ON m."id" = u."metric_id"
WHERE s."value" IS NOT NULL;

-- The same for accounts that are not known yet.
CREATE VIEW "v_unlinked_usage" AS
SELECT u."unlinked", m."name" AS "metric", u."metric_id",
       date(u."month" || '-01', '+' || (u."first_day" - 1 + s."key") || ' days') AS "day", s."value"
FROM "unlinked_usage" AS u
JOIN json_each(u."samples") AS s
LEFT JOIN "metric" AS m ON m."id" = u."metric_id"
WHERE s."value" IS NOT NULL;

-- Contacts by account.
CREATE VIEW "v_contacts" AS
SELECT a."name" AS "account", c."name", c."title", c."email", c."phone", c."influence", c."joined_on",
       c."left_on", c."id", c."account_id"
FROM "contact" AS c
LEFT JOIN "account" AS a ON a."id" = c."account_id";

-- Subscriptions with account and plan by name; amount in minor units for one billing period.
CREATE VIEW "v_subscriptions" AS
SELECT a."name" AS "account", s."product", p."name" AS "plan", s."seats", s."amount", s."currency",
       s."billing_period", s."start", s."ended_on", s."renewal_date", s."notice_by", s."auto_renew", s."trial",
       s."status", s."id", s."account_id"
FROM "subscription" AS s
LEFT JOIN "account" AS a ON a."id" = s."account_id"
LEFT JOIN "plan" AS p ON p."id" = s."plan_id";

-- Invoices by account; amount in minor units.
CREATE VIEW "v_invoices" AS
SELECT a."name" AS "account", i."number", i."issued", i."due", i."paid_on", i."amount", i."currency", i."status",
       i."id", i."account_id"
FROM "invoice" AS i
LEFT JOIN "account" AS a ON a."id" = i."account_id";

-- Tickets with account and contact by name.
CREATE VIEW "v_tickets" AS
SELECT a."name" AS "account", c."name" AS "contact", t."subject", t."opened", t."closed", t."priority", t."status",
       t."category", t."escalated", t."csat", t."csat_scale", t."first_reply_minutes", t."id", t."account_id"
FROM "ticket" AS t
LEFT JOIN "account" AS a ON a."id" = t."account_id"
LEFT JOIN "contact" AS c ON c."id" = t."contact_id";

-- Answers to surveys with account and contact by name.
CREATE VIEW "v_surveys" AS
SELECT a."name" AS "account", c."name" AS "contact", s."kind", s."day", s."score", s."scale_low", s."scale_high",
       s."comment", s."touchpoint", s."id", s."account_id"
FROM "survey" AS s
LEFT JOIN "account" AS a ON a."id" = s."account_id"
LEFT JOIN "contact" AS c ON c."id" = s."contact_id";

-- Touches by account, newest first when sorted by day.
CREATE VIEW "v_touches" AS
SELECT a."name" AS "account", t."day", t."kind", t."direction", t."subject", t."text", t."sentiment", t."planned",
       t."took_place", t."id", t."account_id"
FROM "touch" AS t
LEFT JOIN "account" AS a ON a."id" = t."account_id";

-- Goals by account or customer group.
CREATE VIEW "v_goals" AS
SELECT a."name" AS "account", g."name" AS "customer_group", o."outcome", o."measure", o."unit", o."baseline",
       o."target", o."current", o."due", o."status", o."met_on", o."id", o."account_id"
FROM "goal" AS o
LEFT JOIN "account" AS a ON a."id" = o."account_id"
LEFT JOIN "customer_group" AS g ON g."id" = o."group_id";

-- Tasks with account and assignee by name.
CREATE VIEW "v_tasks" AS
SELECT a."name" AS "account", t."title", t."category", t."created", t."due", t."priority", p."name" AS "assignee",
       t."status", t."done_on", t."id", t."account_id"
FROM "task" AS t
LEFT JOIN "account" AS a ON a."id" = t."account_id"
LEFT JOIN "person" AS p ON p."id" = t."assignee_id";

-- Every dated value of a field with a history.
CREATE VIEW "v_changes" AS
SELECT "entity", "record", "field", "day", "value", datetime("recorded" / 1000, 'unixepoch') AS "recorded"
FROM "change";

-- The history: who changed what, when (UTC), and whether it was undone.
CREATE VIEW "v_history" AS
SELECT "id", datetime("at" / 1000, 'unixepoch') AS "at", "actor", "label", "label_arguments", "rows", "undone",
       "changeset" IS NOT NULL AS "is_undoable"
FROM "edit";
