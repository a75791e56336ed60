-- Messages that are not calls, each written in the transaction of what it tells.
create table notice (
    id             bigint generated always as identity primary key,
    -- what a receiver knows it by, the same at every attempt
    message_id     uuid        not null default gen_random_uuid(),
    channel        text        not null,
    -- whose number it goes to: 'volunteer:ID', 'family:PERSON:PLACE', 'duty:NAME'; '' for the channel's own readers
    addressee      text        not null default '',
    happening      text        not null,
    kind           text        not null,
    urgency        text        not null check (urgency in ('ROUTINE', 'URGENT', 'EMERGENCY')),
    precedence     smallint    not null generated always as
                       (case urgency when 'EMERGENCY' then 0 when 'URGENT' then 1 else 2 end) stored,
    -- nothing personal
    title          text        not null check (length(title) <= 60),
    -- sealed
    words          bytea       not null,
    number         bytea,
    person_id      bigint      references person,
    incident_id    bigint      references incident,
    case_id        bigint      references need_case,
    state          text        not null default 'PENDING'
                       check (state in ('PENDING', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'STALE')),
    -- counts every attempt that was begun; what a given-up attempt says of failure is not believed
    attempts       int         not null default 0,
    -- the next attempt; of one under way, when it is given up
    next_action_at timestamptz default clock_timestamp(),
    stale_at       timestamptz not null,
    posted_at      timestamptz not null default clock_timestamp(),
    sent_at        timestamptz,
    ended_at       timestamptz,
    -- of the last attempt that failed
    fault          text,
    -- what the gateway knows it by
    receipt        text,
    check ((addressee = '') = (number is null)),
    check ((state in ('PENDING', 'SENDING')) = (next_action_at is not null)),
    check ((state in ('PENDING', 'SENDING')) = (ended_at is null)),
    check (state not in ('SENT', 'DELIVERED') or sent_at is not null)
);
create unique index notice_once on notice (channel, addressee, happening);
create unique index notice_by_message on notice (message_id);
create index notice_due on notice (channel, precedence, next_action_at) where next_action_at is not null;
create index notice_waiting on notice (channel, posted_at) where next_action_at is not null;
create index notice_stale on notice (stale_at) where next_action_at is not null;
create index notice_by_receipt on notice (channel, receipt) where receipt is not null;
create index notice_by_state on notice (state, id);
create index notice_by_incident on notice (incident_id, id) where incident_id is not null;
create index notice_by_person on notice (person_id) where person_id is not null;
create index notice_by_case on notice (case_id) where case_id is not null;
create index notice_by_end on notice (ended_at) where ended_at is not null;

-- How a channel fares. One that has never failed has no row.
create table notice_channel (
    name            text        primary key,
    -- in a row
    failures        int         not null default 0,
    -- in a row, since it was said to be failing
    successes       int         not null default 0,
    last_failure_at timestamptz,
    fault           text,
    failing_since   timestamptz,
    -- it asked to be left in peace until then
    rests_until     timestamptz
);
