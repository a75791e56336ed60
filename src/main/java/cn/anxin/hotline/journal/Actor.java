package cn.anxin.hotline.journal;

import java.util.regex.Pattern;

/** Who did what the journal tells. At most 60 characters, no personal detail beyond a duty name. */
public record Actor(String value) {
    private static final Pattern FORM =
            Pattern.compile(
                    "system|api|(person|volunteer):[1-9]\\d{0,18}|duty:[\\p{L}\\p{N} ]{1,40}");

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
        return new Actor("volunteer:" + id);
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
