create table need_case (
    id        bigint generated always as identity primary key,
    need      text        not null,
    state     text        not null check (state in ('NEW', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'CLOSED')),
    urgent    boolean     not null default false,
    -- they hung up before a person answered: we owe them a call
    call_back boolean     not null default false,
    person_id bigint      references person,
    -- E.164; null for a caller who withholds it
    caller    text,
    call_id   text,
    recording text,
    opened_at timestamptz not null default clock_timestamp()
);
create index need_case_by_opening on need_case (opened_at desc, id desc);
create index need_case_by_person on need_case (person_id, opened_at) where person_id is not null;
-- one call opens one case, and one message is filed once
create unique index need_case_one_a_call on need_case (call_id) where call_id is not null;
