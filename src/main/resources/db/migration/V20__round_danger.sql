-- A round that has not begun, is stuck, or will not be over in time: what the duty desk was told of it.
create table round_danger (
    id          bigint generated always as identity primary key,
    day         date        not null,
    -- null: the day's own round, which there may not be
    round_id    bigint      references round,
    kind        text        not null check (kind in ('NOT_BEGUN', 'STUCK', 'WILL_NOT_FINISH')),
    -- since when it has been so without a break; null: it is not so any more
    since       timestamptz,
    -- how many people have no answer yet, and how many of them it will be too late for
    still_open  int         not null,
    late        int         not null,
    told_at     timestamptz,
    -- what was told last
    told        int,
    mended_at   timestamptz,
    check (since is not null or (told_at is not null and mended_at is not null)),
    check ((told_at is null) = (told is null))
);
create unique index round_danger_once on round_danger (day, coalesce(round_id, 0), kind);

create table round_danger_incident (
    incident_id bigint primary key references incident,
    danger_id   bigint not null references round_danger
);
create index round_danger_incident_latest on round_danger_incident (danger_id, incident_id);

-- whether calls are being placed and ended, and how long they take
create index attempt_by_placing on attempt (placed_at);
create index attempt_by_ending on attempt (ended_at) where ended_at is not null;
