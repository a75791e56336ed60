-- Nobody's telephone is rung twice at once, however many processes run: one row of each call stands for it.
alter table escalation_call add leads boolean not null default false;
update escalation_call
set leads = true
from (select distinct on (contact) call_id, incident_id from escalation_call
      where ended_at is null order by contact, placed_at, incident_id) as first
where escalation_call.call_id = first.call_id and escalation_call.incident_id = first.incident_id;
create unique index escalation_call_one_live on escalation_call (contact) where leads and ended_at is null;

-- a call that was lost may never have rung: its step rings that telephone once more
drop index escalation_call_once;
create unique index escalation_call_once on escalation_call (incident_id, step, contact)
    where kind = 'SUMMON' and outcome is distinct from 'LOST';
