-- How somebody is rung where it differs from the town's ways; what the document leaves out is the town's.
create table person_plan (
    person_id  bigint      primary key references person on delete cascade,
    wishes     jsonb       not null check (jsonb_typeof(wishes) = 'object'),
    changed_at timestamptz not null default clock_timestamp(),
    changed_by text        not null,
    -- sealed
    why        bytea
);

-- One daily round a local day, and any number of extra ones for a part of the town.
create table round (
    id         bigint generated always as identity primary key,
    kind       text        not null check (kind in ('DAILY', 'EXTRA')),
    day        date        not null,
    started_by text        not null,
    started_at timestamptz not null default clock_timestamp(),
    -- when everybody had their check; people who come later in the day are still added to a daily one
    planned_at timestamptz,
    reason     text        check (length(reason) between 1 and 200),
    closes_at  timestamptz,
    -- whom an extra round rings: those in all of the lists that are given
    people     bigint[],
    committees bigint[],
    categories text[],
    risks      text[],
    check ((kind = 'EXTRA') = (reason is not null)),
    check ((kind = 'EXTRA') = (closes_at is not null)),
    check (kind = 'EXTRA' or num_nonnulls(people, committees, categories, risks) = 0)
);
create unique index round_one_daily_a_day on round (day) where kind = 'DAILY';
create index round_unplanned on round (id) where planned_at is null;

insert into round (kind, day, started_by, planned_at)
select distinct 'DAILY', day, 'system', now() from wellness_check;

alter table wellness_check
    add round_id       bigint    references round,
    -- who goes first when lines are scarce; higher is sooner
    add precedence     smallint  not null default 0,
    -- its time has come, and it waits for a free line; next_action_at is then the close of its window
    add queued         boolean   not null default false,
    -- the windows of the day that follow the present one
    add later_chances  tstzmultirange not null default '{}',
    -- attempts counted before the present window opened
    add counted_before int       not null default 0,
    -- the kind of evidence, and who stands for it
    add method         text      check (method in ('KEY', 'SPEECH', 'TALKED', 'VISITED', 'REPORTED_WELL',
                                                   'INCIDENT', 'PAUSE', 'PLAN')),
    add ended_by       text,
    -- sealed
    add note           bytea,
    -- the duty desk has just talked with them, and may say how they are
    add desk_talk_at   timestamptz,
    add desk_talk_with text,
    add desk_talk_call text,
    -- and until then they are left in peace
    add quiet_until    timestamptz;

update wellness_check c set round_id = r.id from round r where r.day = c.day;
update wellness_check set method = 'KEY', ended_by = 'person:' || person_id where verdict = 'CONFIRMED';

alter table wellness_check
    alter round_id set not null,
    drop constraint wellness_check_person_id_day_key,
    drop constraint wellness_check_verdict_check,
    add constraint wellness_check_verdict_check
        check (verdict in ('CONFIRMED', 'CLEARED', 'AWAY', 'ESCALATED', 'NOT_DUE')),
    add constraint wellness_check_one_a_person_and_round unique (person_id, round_id),
    add constraint wellness_check_queued_waits check (not queued or state = 'WAITING'),
    add constraint wellness_check_good_news_has_a_name
        check (verdict not in ('CONFIRMED', 'CLEARED')
            or (evidence is not null and method is not null and ended_by is not null));

drop index wellness_check_due;
drop index wellness_check_by_day;
create index wellness_check_by_round on wellness_check (round_id, id);
-- whose time comes next
create index wellness_check_coming on wellness_check (next_action_at, precedence desc)
    where state = 'WAITING' and not queued;
-- who is rung next
create index wellness_check_queue on wellness_check (precedence desc, window_closes_at, id) where queued;
-- whose window closes next
create index wellness_check_closing on wellness_check (window_closes_at) where state = 'WAITING';
create index wellness_check_calling on wellness_check (next_action_at) where state = 'CALLING';

-- Something rather than somebody seems to have answered. Advice only: it never ends a call and never counts.
alter table attempt add maybe_machine boolean not null default false;

-- who has left the roster, and must not be rung any more
create index person_left on person (id) where not enrolled;
-- who is away today, and may come back early
create index wellness_check_paused on wellness_check (round_id) where verdict = 'AWAY' and method = 'PAUSE';
-- what was reported well of late, for whoever looks whether it was proven
create index wellness_check_good_news on wellness_check (ended_at) where verdict in ('CONFIRMED', 'CLEARED');
