-- That somebody is not alone any more, and so not rung any more, was told: the day before, on the day, and after it.
create table alone_ending (
    person_id   bigint      not null references person on delete cascade,
    alone_until date        not null,
    told        text        not null check (told in ('TOMORROW', 'TODAY', 'OVER')),
    told_at     timestamptz not null default clock_timestamp(),
    primary key (person_id, alone_until, told)
);
create index person_alone_until on person (alone_until) where enrolled and alone_until is not null;
