package cn.anxin.hotline.people;

import cn.anxin.hotline.journal.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Absences that are written down here. */
public final class PaperAbsences extends VolunteersAway {
    private final Supplier<Set<Actor>> away;

    @SuppressWarnings("NullAway") // nothing of it is asked
    public PaperAbsences(Supplier<Set<Actor>> away) {
        super(null);
        this.away = away;
    }

    @Override
    public Set<Actor> among(Collection<Actor> contacts, Instant at) {
        return contacts.stream().filter(away.get()::contains).collect(Collectors.toSet());
    }
}
