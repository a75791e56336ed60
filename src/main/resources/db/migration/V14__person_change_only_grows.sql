-- What a person's record said before is kept as the journal is. Sealing anew writes its two sealed columns otherwise, and
-- changes nothing of what they say.
create function person_change_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the history of a person only grows';
end $$;
create trigger person_change_only_grows
    before update of id, person_id, at, actor, version, kind, fields or delete or truncate on person_change
    for each statement execute function person_change_only_grows();
