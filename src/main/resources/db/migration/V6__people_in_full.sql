alter table person
    -- counts the changes, so that of two who edit at once the second is told
    add version        int     not null default 1,
    add language       text    not null default 'MANDARIN' check (language in ('MANDARIN', 'SHANGHAINESE')),
    -- null: nobody said, and the notes decide
    add slow_speech    boolean,
    -- in force; the round and the ladder order by it
    add risk           text    not null default 'NORMAL' check (risk in ('LOW', 'NORMAL', 'HIGH')),
    -- set by hand; null: what the categories amount to
    add risk_set       text    check (risk_set in ('LOW', 'NORMAL', 'HIGH')),
    -- of whoever is only temporarily alone
    add alone_until    date,
    add consent        text    not null default 'UNKNOWN' check (consent in ('GIVEN', 'REFUSED', 'UNKNOWN')),
    add consent_on     date,
    -- sealed, like every bytea of this file
    add hearing        bytea,
    add condition      bytea,
    add consent_told_by bytea,
    -- nobody is rung who refused it
    add check (not (enrolled and consent = 'REFUSED'));

update person set risk = 'HIGH'
where id in (select person_id from person_category
             where category in ('NO_FAMILY', 'SEVERELY_DISABLED', 'DISABLED', 'GRAVELY_ILL',
                                'MENTALLY_ILL', 'CHILD_IN_DIFFICULTY', 'ORPHAN'));

create table family_contact (
    person_id bigint not null references person on delete cascade,
    position  int    not null check (position between 1 and 9),
    name      bytea  not null,
    relation  text   not null,
    number    bytea  not null,
    -- keyed hash, for look-up
    number_index bytea not null,
    primary key (person_id, position)
);
create index family_contact_by_number on family_contact (number_index);

-- What a person's record said before each change, why it was changed, and who had it shown.
create table person_change (
    id        bigint generated always as identity primary key,
    person_id bigint      not null references person,
    at        timestamptz not null default clock_timestamp(),
    -- as in the journal
    actor     text        not null,
    -- that the change led to
    version   int         not null,
    kind      text        not null check (kind in ('ADDED', 'CHANGED', 'ENROLLED', 'LEFT', 'SHOWN')),
    fields    text[]      not null,
    -- sealed: the reason, and the fields' old values
    reason    bytea       not null,
    before    bytea
);
create index person_change_by_person on person_change (person_id, id);

-- When a person is away and not rung; always with an end, an owner and a reason.
create table pause (
    id             bigint generated always as identity primary key,
    person_id      bigint      not null references person,
    -- the first day away, and the first day back: they are not rung from the one to before the other
    begins_on      date        not null,
    back_on        date        not null,
    -- somebody with a name, as actors are written in the journal
    owner          text        not null check (owner ~ '^(duty|volunteer|person):'),
    reason         text        not null check (reason in ('HOSPITAL', 'TRAVEL', 'FAMILY', 'OTHER')),
    -- sealed
    remark         bytea,
    created_at     timestamptz not null default clock_timestamp(),
    -- somebody knows that they are back, or ended it early
    acknowledged_at timestamptz,
    acknowledged_by text,
    -- when to say (again) that they are back and nobody knows
    next_action_at timestamptz,
    check (begins_on <= back_on),
    check ((acknowledged_at is null) = (acknowledged_by is null)),
    check ((acknowledged_at is null) = (next_action_at is not null))
);
create index pause_by_person on pause (person_id, back_on);
create index pause_due on pause (next_action_at) where next_action_at is not null;
create index pause_by_end on pause (back_on, id);
