create table committee (
    id   bigint generated always as identity primary key,
    name text not null unique check (length(name) between 1 and 60)
);

create table person (
    id            bigint generated always as identity primary key,
    name          text        not null check (length(name) between 1 and 60),
    gender        text        check (gender in ('female', 'male')),
    birth_year    int         check (birth_year between 1890 and 2100),
    committee_id  bigint      not null references committee,
    address       text        not null check (length(address) <= 200),
    note          text        not null default '' check (length(note) <= 1000),
    -- local time of the town; the round rings between them
    window_opens  time        not null,
    window_closes time        not null,
    enrolled      boolean     not null default true,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    check (window_opens < window_closes)
);
create index person_by_name on person (name);
create index person_enrolled on person (id) where enrolled;

create table person_number (
    person_id bigint not null references person on delete cascade,
    position  int    not null check (position between 1 and 9),
    number    text   not null check (number ~ '^\+[1-9][0-9]{5,14}$'),
    primary key (person_id, position),
    unique (person_id, number)
);
create index person_number_by_number on person_number (number);

create table person_category (
    person_id bigint not null references person on delete cascade,
    category  text   not null,
    primary key (person_id, category)
);

create table volunteer (
    id         bigint generated always as identity primary key,
    name       text        not null check (length(name) between 1 and 60),
    number     text        not null unique check (number ~ '^\+[1-9][0-9]{5,14}$'),
    created_at timestamptz not null default now()
);

-- position 1 is the volunteer paired with the person, the others are the backups in their order
create table pairing (
    person_id    bigint not null references person on delete cascade,
    position     int    not null check (position between 1 and 9),
    volunteer_id bigint not null references volunteer,
    primary key (person_id, position),
    unique (person_id, volunteer_id)
);
create index pairing_by_volunteer on pairing (volunteer_id);
