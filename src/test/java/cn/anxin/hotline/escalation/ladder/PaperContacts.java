package cn.anxin.hotline.escalation.ladder;

import cn.anxin.hotline.journal.Actor;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Telephones that are written down here. */
public final class PaperContacts extends Contacts {
    private final Map<Actor, Contact> contacts;

    @SuppressWarnings("NullAway") // nothing of it is asked
    public PaperContacts(Map<Actor, Contact> contacts) {
        super(null, null, null, null, Clock.tickMillis(ZoneOffset.UTC));
        this.contacts = contacts;
    }

    @Override
    public Optional<Contact> find(Actor actor) {
        return Optional.ofNullable(contacts.get(actor));
    }
}
