-- An incident may be about a line or a part of the town instead of a person.
alter table incident
    alter person_id drop not null,
    drop constraint incident_severity_check,
    add constraint incident_severity_check check (severity in ('MISSED', 'LINE', 'HELP', 'EMERGENCY')),
    add constraint incident_about_a_person_or_a_line check ((person_id is null) = (severity = 'LINE')),
    drop constraint incident_outcome_check,
    add constraint incident_outcome_check check (outcome in ('WELL', 'HELPED', 'HOSPITAL', 'AWAY',
        'WRONG_NUMBER', 'DIED', 'RESTORED', 'FALSE_ALARM'));

-- A part of the round that is paused because it is silent for a common cause.
create table alarm (
    id             bigint generated always as identity primary key,
    kind           text        not null check (kind in ('TRUNK', 'PREFIX', 'BUILDING', 'COMMITTEE')),
    -- '' for the trunk; the digits; a keyed hash of the building; the committee's name
    scope          text        not null,
    state          text        not null check (state in ('OPEN', 'PROBING', 'RESUMED')),
    opened_at      timestamptz not null default clock_timestamp(),
    -- whether failures of the network opened it, or people's silence
    faults         boolean     not null,
    -- what it was opened on: people rung, how many in vain, and how many in vain would have been usual
    rung           int         not null check (rung >= missed),
    missed         int         not null,
    expected       real        not null,
    probes         int         not null default 0,
    -- the next probe; while one is under way, when it is given up
    next_action_at timestamptz,
    incident_id    bigint      not null references incident,
    resumed_at     timestamptz,
    resumed_by     text,
    reason         text        check (length(reason) <= 200),
    check ((state = 'RESUMED') = (next_action_at is null)),
    check ((state = 'RESUMED') = (resumed_at is not null)),
    check ((state = 'RESUMED') = (resumed_by is not null))
);
create unique index alarm_one_open_a_part on alarm (kind, scope) where state <> 'RESUMED';
create index alarm_due on alarm (next_action_at) where next_action_at is not null;
create index alarm_by_incident on alarm (incident_id);

-- Whom the silence touches: those who were rung in vain, and those who wait because of it.
create table alarm_person (
    alarm_id  bigint not null references alarm,
    person_id bigint not null references person on delete cascade,
    primary key (alarm_id, person_id)
);

-- What each call of the round says about the parts that its number and its person belong to. Kept for a day.
create table line_sample (
    call_id      text primary key,
    check_id     bigint      not null references wellness_check on delete cascade,
    person_id    bigint      not null references person on delete cascade,
    prefix       text        not null,
    building     text        not null,
    committee    text        not null,
    -- the share of calls that this person's own history lets us expect to be in vain
    expected     real        not null check (expected > 0 and expected < 1),
    placed_at    timestamptz not null default clock_timestamp(),
    heard        text        check (heard in ('REACHED', 'SILENT', 'FAULT')),
    heard_at     timestamptz,
    -- whether the parts were looked at since
    weighed      boolean     not null default false,
    -- the alarm that explains it, or whose probe it was
    alarm_id     bigint      references alarm,
    check ((heard is null) = (heard_at is null))
);
create index line_sample_unweighed on line_sample (heard_at) where heard is not null and not weighed;
create index line_sample_by_time on line_sample (heard_at) where heard is not null;
create index line_sample_by_prefix on line_sample (prefix, heard_at) where heard is not null;
create index line_sample_by_building on line_sample (building, heard_at) where heard is not null;
create index line_sample_by_committee on line_sample (committee, heard_at) where heard is not null;
create index line_sample_by_alarm on line_sample (alarm_id, heard_at) where alarm_id is not null;
create index line_sample_by_age on line_sample (placed_at);

-- what a person's own history is told from
create index attempt_by_person on attempt (person_id, placed_at desc);

alter table wellness_check
    -- it waits because its part is paused; next_action_at is then the close of its window
    add paused_by          bigint references alarm,
    add paused_at          timestamptz,
    -- when its window would have closed, had it not been extended for the time lost
    add planned_close      timestamptz,
    -- it may be rung although its part is paused, to find out whether that is over
    add probe_of           bigint references alarm,
    add check ((paused_by is null) = (paused_at is null));
create index wellness_check_paused_by on wellness_check (paused_by) where paused_by is not null;
create index wellness_check_probes on wellness_check (next_action_at) where probe_of is not null;
