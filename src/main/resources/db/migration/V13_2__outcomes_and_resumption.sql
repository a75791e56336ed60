-- That a number does not exist is said by the network, and says nothing about a house.
alter table line_sample
    drop constraint line_sample_heard_check,
    add constraint line_sample_heard_check
        check (heard in ('REACHED', 'SILENT', 'NO_SUCH_NUMBER', 'FAULT'));

-- Whoever rings us says it in a call of their own.
alter table wellness_check
    drop constraint wellness_check_method_check,
    add constraint wellness_check_method_check
        check (method in ('KEY', 'CALLED_US', 'SPEECH', 'TALKED', 'VISITED', 'REPORTED_WELL',
                          'INCIDENT', 'PAUSE', 'PLAN'));
update wellness_check set method = 'CALLED_US'
where method = 'KEY'
    and exists (select from call_record
        where call_id = substring(evidence from '^key . in (.+)$') and purpose = 'INBOUND');

-- An alarm whose end has begun: windows are extended some thousands at a time, and it is paused until the last.
alter table alarm
    add extended int not null default 0,
    drop constraint alarm_state_check,
    add constraint alarm_state_check check (state in ('OPEN', 'PROBING', 'RESUMING', 'RESUMED')),
    drop constraint alarm_check3,
    add constraint alarm_ended_by_somebody
        check ((state in ('RESUMING', 'RESUMED')) = (resumed_by is not null));
