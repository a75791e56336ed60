-- 每日汇总 as it was kept: at the town's hour, one a day, or when somebody asked for one.
create table day_record (
    id        bigint generated always as identity primary key,
    day       date        not null,
    kind      text        not null check (kind in ('DAILY', 'ON_DEMAND')),
    kept_at   timestamptz not null default clock_timestamp(),
    kept_by   text        not null,
    roster    int         not null,
    confirmed int         not null,
    cleared   int         not null,
    away      int         not null,
    escalated int         not null,
    open      int         not null,
    not_due   int         not null,
    check (roster = confirmed + cleared + away + escalated + open + not_due)
);
create unique index day_record_one_daily_a_day on day_record (day) where kind = 'DAILY';
create index day_record_by_day on day_record (day, id);

-- Each of the roster once, with all that the sum is made of. No names: whoever has the id finds them.
create table day_record_person (
    record_id      bigint not null references day_record,
    person_id      bigint not null,
    enrolled       boolean not null,
    committee_id   bigint not null,
    committee      text   not null,
    categories     text[] not null,
    volunteer_id   bigint,
    standing       text   not null
        check (standing in ('CONFIRMED', 'CLEARED', 'AWAY', 'ESCALATED', 'OPEN', 'NOT_DUE')),
    method         text,
    evidence       text,
    ended_by       text,
    ended_at       timestamptz,
    attempts_made  int    not null,
    -- what they came to, in their order
    attempts       text[] not null,
    maybe_machines int    not null,
    incident_id    bigint,
    incident_state text,
    outcome        text,
    -- with whom it was
    with_whom      text,
    primary key (record_id, person_id)
);

-- What became another of a day after it was kept. The record stays as it is; both can be read.
create table day_amendment (
    id              bigint generated always as identity primary key,
    record_id       bigint      not null references day_record,
    person_id       bigint      not null,
    noted_at        timestamptz not null default clock_timestamp(),
    -- when, by whom and why it became so
    at              timestamptz not null,
    by_whom         text        not null,
    why             text        not null,
    evidence        text,
    -- null: was not in the record
    standing_before text,
    standing_after  text        not null
        check (standing_after in ('CONFIRMED', 'CLEARED', 'AWAY', 'ESCALATED', 'OPEN', 'NOT_DUE')),
    -- of the incident; null until it is settled
    outcome_before  text,
    outcome_after   text,
    -- on the day itself
    left_roster     boolean     not null
);
create index day_amendment_by_person on day_amendment (record_id, person_id, id);
create index day_amendment_by_record on day_amendment (record_id, id);

create function day_record_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a day that was kept does not change';
end $$;
create trigger day_record_is_kept before update or delete or truncate on day_record
    for each statement execute function day_record_is_kept();
create trigger day_record_is_kept before update or delete or truncate on day_record_person
    for each statement execute function day_record_is_kept();
create trigger day_record_is_kept before update or delete or truncate on day_amendment
    for each statement execute function day_record_is_kept();

-- who has left the roster on a day
create index person_change_left on person_change (at) where kind = 'LEFT';
