-- What people said to us: each in a file of its own under recordings/sealed/, named by the id.
create table recording (
    id          bigint generated always as identity primary key,
    kind        text        not null check (kind in ('SPOKEN_REPLY', 'MESSAGE')),
    call_id     text        not null check (length(call_id) between 1 and 80),
    -- sealed: the key of this one file, gone with it
    file_key    bytea,
    recorded_at timestamptz not null,
    deleted_at  timestamptz,
    unique (kind, call_id),
    check ((deleted_at is null) = (file_key is not null))
);
create index recording_kept on recording (recorded_at) where deleted_at is null;
