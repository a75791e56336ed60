package cn.anxin.hotline.behaviour.town;

import java.util.List;
import java.util.stream.Stream;

/**
 * A served person of one story, with telephones that nobody else's story knows.
 *
 * @param handsets in the order in which the roster names their numbers
 * @param volunteers the paired one, then the backup
 */
public record ServedPerson(
        long id, String name, String address, List<Handset> handsets, List<Handset> volunteers) {

    /** As whoever is sent there hears it. */
    public String nameAndAddress() {
        return "%s，住在%s。".formatted(name, address);
    }

    public Handset phone() {
        return handsets.getFirst();
    }

    public Handset secondPhone() {
        return handsets.get(1);
    }

    public Handset volunteer() {
        return volunteers.getFirst();
    }

    public Handset backup() {
        return volunteers.get(1);
    }

    Stream<Handset> telephones() {
        return Stream.concat(handsets.stream(), volunteers.stream());
    }
}
