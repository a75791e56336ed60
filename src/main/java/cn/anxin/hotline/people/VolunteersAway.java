package cn.anxin.hotline.people;

import cn.anxin.hotline.journal.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Volunteers who are ill or travel and are not rung meanwhile. Reads only; any thread. */
@Component
public class VolunteersAway {
    private final JdbcClient jdbc;

    VolunteersAway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of them who are away at that time. */
    public Set<Actor> among(Collection<Actor> contacts, Instant at) {
        var ids =
                contacts.stream()
                        .flatMap(contact -> contact.volunteerId().stream())
                        .toArray(Long[]::new);
        return jdbc
                .sql("select id from volunteer where id = any(:ids) and off_until > :at")
                .param("ids", ids)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .stream()
                .map(Actor::volunteer)
                .collect(Collectors.toUnmodifiableSet());
    }
}
