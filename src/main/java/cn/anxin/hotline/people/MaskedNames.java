package cn.anxin.hotline.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The masked names of people, for screens that know only their ids. Whoever is unknown is left out
 * of the answers. Reads only; any thread.
 */
@Component
public class MaskedNames {
    private static final String PERSON = "person:";
    private static final String VOLUNTEER = "volunteer:";
    private static final String COMMITTEE = "committee:";
    private static final String FAMILY = "family:";
    private static final String DUTY = "duty:";

    private final JdbcClient jdbc;

    public MaskedNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Long, String> ofPeople(Collection<Long> ids) {
        return names("select id, name from person where id = any(:ids)", ids);
    }

    public Map<Long, String> ofVolunteers(Collection<Long> ids) {
        return names("select id, name from volunteer where id = any(:ids)", ids);
    }

    /** Of whoever is rung for a committee. */
    private Map<Long, String> ofCommittees(Collection<Long> ids) {
        return names("select id, name from committee_contact where id = any(:ids)", ids);
    }

    /**
     * By actor as the journal writes it: of people, volunteers and committees the masked name, of
     * the duty desk its own, of a relative that they are one; the service itself and the interface
     * have none.
     */
    public Map<String, String> ofActors(Collection<String> actors) {
        var people = ofPeople(ids(actors, PERSON));
        var volunteers = ofVolunteers(ids(actors, VOLUNTEER));
        var shown = new HashMap<String, String>();
        people.forEach((id, name) -> shown.put(PERSON + id, name));
        volunteers.forEach((id, name) -> shown.put(VOLUNTEER + id, name));
        ofCommittees(ids(actors, COMMITTEE)).forEach((id, name) -> shown.put(COMMITTEE + id, name));
        actors.stream()
                .filter(actor -> actor.startsWith(FAMILY))
                .forEach(actor -> shown.put(actor, "家属"));
        actors.stream()
                .filter(actor -> actor.startsWith(DUTY))
                .forEach(actor -> shown.put(actor, actor.substring(DUTY.length())));
        return shown;
    }

    private static Collection<Long> ids(Collection<String> actors, String prefix) {
        return actors.stream()
                .filter(actor -> actor.startsWith(prefix))
                .map(actor -> Long.valueOf(actor.substring(prefix.length())))
                .collect(Collectors.toSet());
    }

    private Map<Long, String> names(String sql, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<Long, String>();
        jdbc.sql(sql)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), MaskedName.of(row.getString("name")));
                });
        return names;
    }
}
