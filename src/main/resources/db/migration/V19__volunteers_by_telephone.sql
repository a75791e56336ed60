-- What a volunteer can do by telephone: talk with the person at once, report, pause, hand over.

-- whom somebody we rang has been put through to, as long as that lasts
alter table escalation_call add talks_with bigint references person;
create unique index escalation_call_talking on escalation_call (talks_with) where talks_with is not null;

-- At most one live call a person, be it a check or a talk: whoever is about to begin one holds this lock, and then looks.
create function hold_line_to(person bigint) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('line to ' || person, 0))
$$;

create function attempt_finds_line_free() returns trigger language plpgsql as $$
begin
    perform hold_line_to(new.person_id);
    if exists (select from escalation_call where talks_with = new.person_id) then
        raise unique_violation using message = 'somebody has been put through to this person';
    end if;
    return new;
end $$;
create trigger attempt_finds_line_free before insert on attempt
    for each row execute function attempt_finds_line_free();

-- What somebody said of an incident after a report by telephone, for a human ear.
create table incident_note (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident,
    call_id     text        not null,
    -- as actors are written in the journal
    spoken_by   text        not null,
    -- its name under recordings/
    recording   text        not null check (length(recording) between 1 and 100),
    length_ms   int         not null check (length_ms > 0),
    recorded_at timestamptz not null default clock_timestamp()
);
create index incident_note_by_incident on incident_note (incident_id, id);

-- Whoever answers for a person may also say that they are away.
alter table pause
    drop constraint pause_owner_check,
    add constraint pause_owner_check check (owner ~ '^(duty|volunteer|person|family|committee):');

-- 志愿者密码, for whoever rings from another telephone than their own.
create table volunteer_pin (
    volunteer_id bigint      primary key references volunteer on delete cascade,
    -- a slow hash, sealed: neither the database alone nor the keys alone let anybody try all PINs out
    pin          bytea       not null,
    given_at     timestamptz not null default clock_timestamp(),
    given_by     text        not null
);

-- How often a PIN was tried, by the number that was typed and by the one that rang.
create table pin_tries (
    -- keyed hash
    subject      bytea       primary key,
    tries        int         not null check (tries >= 0),
    began_at     timestamptz not null,
    -- each is longer than the one before
    locks        int         not null check (locks >= 0),
    locked_until timestamptz,
    forget_at    timestamptz not null
);
create index pin_tries_to_forget on pin_tries (forget_at);
