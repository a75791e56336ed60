package cn.anxin.hotline.escalation.ladder;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * 上报级: who is rung together.
 *
 * @param ring how long their telephones ring
 * @param rest before they are rung
 */
public record Rung(List<Contact> contacts, Duration ring, Duration rest) {

    public Rung {
        contacts = List.copyOf(contacts);
    }

    Rung only(Predicate<Contact> wanted) {
        return new Rung(contacts.stream().filter(wanted).toList(), ring, rest);
    }
}
