-- Incidents by the rules of escalation.course: severities by cause and risk, deadlines of whoever took it, handing over.
alter table incident
    drop constraint incident_severity_check,
    add constraint incident_severity_check check (severity in
        ('NO_NUMBER', 'MISSED', 'LINE', 'MISSED_AT_RISK', 'HELP', 'EMERGENCY')),
    add urgency int not null generated always as (array_position(
        array['NO_NUMBER', 'MISSED', 'LINE', 'MISSED_AT_RISK', 'HELP', 'EMERGENCY'], severity)) stored,
    -- the step at which the ladder of its severity began
    add ladder_from int not null default 0 check (ladder_from between 0 and step),
    -- whoever took it answers for it until somebody accepts it from them
    add handing_over boolean not null default false,
    -- how often the taker was asked since they last told us
    add asked int not null default 0 check (asked >= 0),
    -- by when the taker has to tell us more
    add lapses_at timestamptz;

update incident set lapses_at = next_action_at where state in ('TAKEN', 'SEEN');

alter table incident
    add constraint incident_held_until check ((state in ('TAKEN', 'SEEN')) = (lapses_at is not null)),
    add constraint incident_due_before_it_lapses check (next_action_at <= lapses_at),
    add constraint incident_handed_over_by_its_taker check (not handing_over or state in ('TAKEN', 'SEEN'));

-- the worst is claimed first, of them the longest due
drop index incident_due;
create index incident_due on incident (urgency desc, next_action_at) where next_action_at is not null;
create index incident_by_taker on incident (taken_by, id) where state in ('TAKEN', 'SEEN');

-- One call may be about several incidents: one volunteer, several missed elders.
alter table escalation_call
    add kind text not null default 'SUMMON' check (kind in ('SUMMON', 'ASK', 'TELL')),
    -- who was rung, as actors are written in the journal
    add contact text,
    add role text not null default 'DESK' check (role in
        ('PAIRED', 'BACKUP', 'FAMILY', 'COMMITTEE', 'DESK', 'LEAD', 'LAST_RESORT')),
    drop constraint escalation_call_pkey,
    add primary key (call_id, incident_id);
update escalation_call
set contact = coalesce('volunteer:' || volunteer_id, 'duty:' || duty_phone),
    role = case when volunteer_id is null then 'DESK' else 'PAIRED' end;
drop index escalation_call_once_volunteer;
drop index escalation_call_once_duty;
alter table escalation_call
    alter contact set not null,
    alter role drop default,
    alter kind drop default,
    drop volunteer_id,
    drop duty_phone;
-- one step rings one telephone once, however many processes run
create unique index escalation_call_once on escalation_call (incident_id, step, contact) where kind = 'SUMMON';
create index escalation_call_by_contact on escalation_call (contact, placed_at);

-- What somebody is owed to hear who may be on the way; rung until they have heard it.
create table incident_news (
    id             bigint generated always as identity primary key,
    incident_id    bigint      not null references incident,
    contact        text        not null,
    news           text        not null check (news in ('LAPSED', 'SETTLED', 'ACCEPTED', 'WORSE')),
    at             timestamptz not null default clock_timestamp(),
    tries          int         not null default 0,
    -- null once they have heard it, or it was tried often enough
    next_action_at timestamptz default clock_timestamp(),
    told_at        timestamptz
);
create index incident_news_due on incident_news (next_action_at) where next_action_at is not null;
create index incident_news_by_incident on incident_news (incident_id);

-- Whoever answers for a place and can be rung for it, in their order.
create table committee_contact (
    id           bigint generated always as identity primary key,
    committee_id bigint not null references committee,
    position     int    not null check (position between 1 and 9),
    name         text   not null check (length(name) between 1 and 60),
    -- sealed, and its keyed hash
    number       bytea  not null,
    number_index bytea  not null,
    unique (committee_id, position)
);
create index committee_contact_by_number on committee_contact (number_index);

-- A volunteer who is ill or travels is not rung.
alter table volunteer add off_until timestamptz;
