# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # what compare.sh sets
# Part of compare.sh: all accounts scored with evidence, against the same measures as one SQL statement in sqlite3.
# Uses $bench, $work, $results, $here of compare.sh and its functions ratio, single and add.

scores_prepare() { # ACCOUNTS
    scores_accounts=$1
    rm -rf "${work:?}/scores"
    mkdir "$work/scores"
    "$bench" score-tables "$work/scores" "$scores_accounts"
    cat >"$work/scores/create.sql" <<'SQL'
PRAGMA page_size=16384;
CREATE TABLE usage (metric INTEGER, account INTEGER, day INTEGER, value REAL, PRIMARY KEY (metric, account, day)) WITHOUT ROWID;
CREATE TABLE subscription (id INTEGER PRIMARY KEY, account INTEGER, start INTEGER, seats INTEGER);
CREATE TABLE payment_method (id INTEGER PRIMARY KEY, account INTEGER, kind TEXT, expires INTEGER);
CREATE TABLE invoice (id INTEGER PRIMARY KEY, account INTEGER, due INTEGER, paid INTEGER);
CREATE TABLE contact_role (contact INTEGER PRIMARY KEY, account INTEGER, role TEXT);
CREATE TABLE touch (id INTEGER PRIMARY KEY, account INTEGER, kind TEXT, direction TEXT, day INTEGER);
CREATE TABLE touch_contact (touch INTEGER, contact INTEGER, PRIMARY KEY (touch, contact)) WITHOUT ROWID;
CREATE TABLE pulse (id INTEGER PRIMARY KEY, account INTEGER, day INTEGER, rating INTEGER);
CREATE TABLE ticket (id INTEGER PRIMARY KEY, account INTEGER, contact INTEGER, opened INTEGER, closed INTEGER, priority TEXT, csat REAL);
CREATE TABLE survey (id INTEGER PRIMARY KEY, account INTEGER, contact INTEGER, day INTEGER, score REAL);
CREATE TABLE goal (id INTEGER PRIMARY KEY, account INTEGER, status TEXT, due INTEGER, met INTEGER, priority INTEGER);
CREATE TABLE value (id INTEGER PRIMARY KEY, account INTEGER, day INTEGER);
CREATE TABLE risk (id INTEGER PRIMARY KEY, account INTEGER, severity TEXT, due INTEGER);
SQL
    for table in usage subscription payment_method invoice contact_role touch touch_contact pulse ticket survey goal value risk; do
        echo ".import --csv $work/scores/$table.csv $table"
    done >>"$work/scores/create.sql"
    # .import writes an empty cell as an empty text.
    cat >>"$work/scores/create.sql" <<'SQL'
UPDATE invoice SET paid = NULL WHERE paid = '';
UPDATE payment_method SET expires = NULL WHERE expires = '';
UPDATE ticket SET closed = nullif(closed, ''), csat = nullif(csat, '');
UPDATE goal SET met = NULL WHERE met = '';
CREATE INDEX subscription_account ON subscription (account);
CREATE INDEX payment_method_account ON payment_method (account);
CREATE INDEX invoice_account ON invoice (account);
CREATE INDEX contact_role_account ON contact_role (account);
CREATE INDEX touch_account ON touch (account);
CREATE INDEX pulse_account ON pulse (account);
CREATE INDEX ticket_account ON ticket (account);
CREATE INDEX survey_account ON survey (account);
CREATE INDEX goal_account ON goal (account);
CREATE INDEX value_account ON value (account);
CREATE INDEX risk_account ON risk (account);
ANALYZE;
SQL
    sqlite3 "$work/scores.db" <"$work/scores/create.sql"
    # 2,461,344 is 2026-10-30, the day of score_book.cpp.
    {
        printf 'PRAGMA cache_size=-262144;\n.mode csv\n.output %s\n' "$work/scores/peer.csv"
        sed 's/:day/2461344/g' "$here/scores.sql"
    } >"$work/scores/query.sql"
}

scores_run() {
    "$bench" run sqlite-scores "$scores_accounts" "$work/scores/query.sql" sqlite3 "$work/scores.db" >>"$results/sqlite-scores"
    "$bench" scores "$work/scores/steward.csv" "$scores_accounts" >"$work/scores/measured"
    while read -r line; do
        name=${line#*\"name\":\"}
        echo "$line" >>"$results/${name%%\"*}"
    done <"$work/scores/measured"
    "$bench" signals "$scores_accounts" >>"$results/signals"
}

scores_print() {
    ratio "scores of $scores_accounts accounts: sqlite3 / Steward" sqlite-scores scores 5 5
    ratio "26 weeks of all, at most 10 x: one scoring" scores-26-weeks scores 0 0
    ratio "signals of all and their order, at most 3 x: one scoring" signals scores 0 0
    single "one edit published, its account scored" edit-and-score
    # Both must say the same of every account, or the comparison is worth nothing.
    local different
    different=$(paste -d, "$work/scores/steward.csv" "$work/scores/peer.csv" |
        awk -F, '{d = $2 - $4; if ($1 != $3 || d > 0.0001 || d < -0.0001) n++} END {print n + 0}')
    printf '%-44s %10s   %s of %s accounts\n' "scores on which sqlite3 and Steward differ" "" "$different" "$scores_accounts"
    add scores-different "$different"
}
