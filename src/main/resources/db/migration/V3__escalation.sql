create table incident (
    id             bigint generated always as identity primary key,
    person_id      bigint      not null references person,
    severity       text        not null check (severity in ('MISSED', 'HELP', 'EMERGENCY')),
    state          text        not null check (state in ('OPEN', 'NOTIFYING', 'TAKEN', 'SEEN', 'SETTLED')),
    opened_at      timestamptz not null default clock_timestamp(),
    -- counts every rung ever tried; which rung that is follows from the ladder, which never ends
    step           int         not null default 0 check (step >= 0),
    next_action_at timestamptz,
    taken_at       timestamptz,
    taken_by       text,
    taken_via      text,
    seen_at        timestamptz,
    seen_by        text,
    settled_at     timestamptz,
    settled_by     text,
    outcome        text check (outcome in ('WELL', 'HELPED', 'HOSPITAL', 'AWAY', 'WRONG_NUMBER', 'DIED')),
    note           text check (length(note) <= 1000),
    -- an unsettled incident always has a next step
    check ((state = 'SETTLED') = (next_action_at is null)),
    check (state not in ('TAKEN', 'SEEN') or (taken_by is not null and taken_at is not null and taken_via is not null)),
    check (state <> 'SETTLED' or (settled_by is not null and settled_at is not null and outcome is not null))
);
create unique index incident_one_open_a_person on incident (person_id) where state <> 'SETTLED';
create index incident_due on incident (next_action_at) where next_action_at is not null;
create index incident_by_opening on incident (opened_at desc, id desc);

create table incident_cause (
    incident_id bigint      not null references incident,
    kind        text        not null,
    call_id     text,
    at          timestamptz not null default clock_timestamp()
);
create index incident_cause_by_incident on incident_cause (incident_id);

-- One ring of one phone for one incident.
create table escalation_call (
    call_id      text primary key,
    incident_id  bigint      not null references incident,
    step         int         not null,
    volunteer_id bigint      references volunteer,
    duty_phone   text,
    placed_at    timestamptz not null default clock_timestamp(),
    deadline_at  timestamptz not null,
    answered_at  timestamptz,
    answer       text check (answer in ('TAKEN', 'DECLINED', 'TOO_LATE', 'NO_KEY')),
    outcome      text,
    ended_at     timestamptz,
    check ((volunteer_id is null) <> (duty_phone is null)),
    check ((ended_at is null) = (outcome is null))
);
create index escalation_call_by_incident on escalation_call (incident_id, step);
create index escalation_call_live on escalation_call (deadline_at) where ended_at is null;
-- one step rings one phone once, however many processes run
create unique index escalation_call_once_volunteer on escalation_call (incident_id, step, volunteer_id) where volunteer_id is not null;
create unique index escalation_call_once_duty on escalation_call (incident_id, step, duty_phone) where duty_phone is not null;
