-- What happened, in the order it was committed. Grows only.
create table journal (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default clock_timestamp(),
    kind        text        not null,
    -- who did it: 'system', 'person:ID', 'volunteer:ID', 'duty:NAME', 'api'
    actor       text        not null,
    person_id   bigint      references person,
    incident_id bigint,
    case_id     bigint,
    call_id     text,
    detail      jsonb       not null default '{}'
);
create index journal_by_person on journal (person_id, id) where person_id is not null;
create index journal_by_incident on journal (incident_id, id) where incident_id is not null;
create index journal_by_call on journal (call_id) where call_id is not null;

create function journal_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the journal only grows';
end $$;
create trigger journal_only_grows before update or delete or truncate on journal
    for each statement execute function journal_only_grows();

-- One row a call, in or out. Its beginning is committed before anything rings.
create table call_record (
    call_id      text primary key,
    purpose      text        not null check (purpose in ('INBOUND', 'CHECK', 'ESCALATION')),
    person_id    bigint      references person,
    volunteer_id bigint      references volunteer,
    -- E.164, or the name of a duty phone; null for a caller who withholds it
    party        text,
    started_at   timestamptz not null default clock_timestamp(),
    ended_at     timestamptz,
    outcome      text,
    q850_cause   int,
    sip_status   int,
    check ((ended_at is null) = (outcome is null))
);
create index call_record_open on call_record (started_at) where ended_at is null;
create index call_record_by_start on call_record (started_at desc, call_id desc);
create index call_record_by_person on call_record (person_id, started_at) where person_id is not null;
