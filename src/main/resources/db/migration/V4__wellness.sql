-- One check a person and local day: a restart, a double start or a missed midnight is harmless.
create table wellness_check (
    id               bigint generated always as identity primary key,
    person_id        bigint      not null references person,
    day              date        not null,
    state            text        not null check (state in ('WAITING', 'CALLING', 'ENDED')),
    verdict          text        check (verdict in ('CONFIRMED', 'CLEARED', 'AWAY', 'ESCALATED')),
    evidence         text,
    attempts_counted int         not null default 0,
    attempts_made    int         not null default 0,
    window_opens_at  timestamptz not null,
    window_closes_at timestamptz not null,
    next_action_at   timestamptz,
    incident_id      bigint      references incident,
    ended_at         timestamptz,
    unique (person_id, day),
    check ((state = 'ENDED') = (next_action_at is null)),
    check ((state = 'ENDED') = (verdict is not null)),
    -- confirmed has evidence
    check (verdict is distinct from 'CONFIRMED' or evidence is not null),
    check (verdict is distinct from 'ESCALATED' or incident_id is not null)
);
create index wellness_check_due on wellness_check (next_action_at) where next_action_at is not null;
create index wellness_check_by_day on wellness_check (day, id);

create table attempt (
    call_id     text primary key,
    check_id    bigint      not null references wellness_check,
    person_id   bigint      not null references person,
    number      text        not null,
    placed_at   timestamptz not null default clock_timestamp(),
    deadline_at timestamptz not null,
    -- what it came to; the first valid word wins: a key, the hangup, the deadline
    result      text,
    q850_cause  int,
    sip_status  int,
    ended_at    timestamptz,
    check (ended_at is null or result is not null)
);
create index attempt_by_check on attempt (check_id);
create index attempt_live on attempt (deadline_at) where ended_at is null;
-- at most one live call a person
create unique index attempt_one_live_a_person on attempt (person_id) where ended_at is null;
