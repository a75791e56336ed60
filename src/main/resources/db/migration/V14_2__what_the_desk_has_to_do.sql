-- Pauses of whose end nobody has said that they know, and people whose being alone for a time is over.
create index pause_unacknowledged on pause (back_on, id) where acknowledged_at is null;
create index person_alone on person (alone_until, id) where enrolled and alone_until is not null;
