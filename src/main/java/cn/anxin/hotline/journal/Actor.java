package cn.anxin.hotline.journal;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who did what the journal tells. At most 60 characters, no personal detail beyond a duty name. */
public record Actor(String value) {
    private static final Pattern FORM =
            Pattern.compile(
                    "system|api|(person|volunteer|committee):[1-9]\\d{0,18}"
                            + "|family:[1-9]\\d{0,18}/[1-9]|duty:[\\p{L}\\p{N} ]{1,40}");

    private static final String VOLUNTEER = "volunteer:";

    /** The service itself: a deadline, a round, a sweep. */
    public static final Actor SYSTEM = new Actor("system");

    /** Whoever holds the token of the REST interface. */
    public static final Actor API = new Actor("api");

    /**
     * @throws IllegalArgumentException if the value has another form
     */
    public Actor {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an actor");
        }
    }

    public static Actor person(long id) {
        return new Actor("person:" + id);
    }

    public static Actor volunteer(long id) {
        return new Actor(VOLUNTEER + id);
    }

    /** Of a volunteer; empty if it is somebody else. */
    public Optional<Long> volunteerId() {
        return value.startsWith(VOLUNTEER)
                ? Optional.of(Long.valueOf(value.substring(VOLUNTEER.length())))
                : Optional.empty();
    }

    /**
     * @param id of whoever is rung for a committee
     */
    public static Actor committee(long id) {
        return new Actor("committee:" + id);
    }

    /**
     * @param position among the person's family, from 1
     */
    public static Actor family(long person, int position) {
        return new Actor("family:" + person + "/" + position);
    }

    /**
     * @param name of the duty phone: letters, digits, blanks, at most 40
     */
    public static Actor duty(String name) {
        return new Actor("duty:" + name);
    }

    @Override
    public String toString() {
        return value;
    }
}
