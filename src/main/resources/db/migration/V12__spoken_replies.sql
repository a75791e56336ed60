-- What people said in a check instead of pressing a key; waits for a human ear.
create table spoken_reply (
    call_id     text        primary key,
    check_id    bigint      not null references wellness_check,
    person_id   bigint      not null references person,
    -- its name under recordings/
    recording   text        not null check (length(recording) between 1 and 80),
    length_ms   int         not null check (length_ms > 0),
    recorded_at timestamptz not null default clock_timestamp(),
    heard_at    timestamptz,
    heard_by    text,
    -- whether it was the person, and they are well
    well        boolean,
    note        text        check (length(note) <= 1000),
    check ((heard_at is null) = (heard_by is null) and (heard_at is null) = (well is null))
);
create index spoken_reply_unheard on spoken_reply (recorded_at, call_id) where heard_at is null;
create index spoken_reply_by_check on spoken_reply (check_id);

-- 当日播报: said to everybody who has pressed fine, between two days.
create table announcement (
    id           bigint generated always as identity primary key,
    words        text        not null check (length(words) between 1 and 200),
    from_day     date        not null,
    until_day    date        not null,
    made_by      text        not null,
    made_at      timestamptz not null default clock_timestamp(),
    withdrawn_at timestamptz,
    withdrawn_by text,
    check (from_day <= until_day),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index announcement_in_force on announcement (until_day, from_day) where withdrawn_at is null;

-- in which words the need came up, where nobody spoke them: names of questions, nothing personal
alter table need_case add detail text check (length(detail) <= 400);
