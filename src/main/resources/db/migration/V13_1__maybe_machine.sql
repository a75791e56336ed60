-- What an answered call without a key looked like, and why something rather than somebody may have
-- answered. Advice only: it never ends a call and never counts.
alter table attempt
    -- from the intent to the answer
    add answered_after_ms int,
    -- the longest that was spoken at a stretch into the first question
    add speech_ms         int,
    add machine_signs     text[] not null default '{}';
