package cn.anxin.hotline.escalation;

import cn.anxin.hotline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open incidents that concern somebody who helps: what they have, and what looks for somebody
 * and is about their people, or was rung for with them. Reads only; any thread.
 */
@Component
public class OwnIncidents {
    /** More nobody bears to be told; the rest comes when these are dealt with. */
    private static final int MOST_OF_A_KIND = 9;

    private final JdbcClient jdbc;
    private final IncidentCauses causes;

    OwnIncidents(JdbcClient jdbc, IncidentCauses causes) {
        this.jdbc = jdbc;
        this.causes = causes;
    }

    /**
     * What they have first, then what they could take; of each at most nine, the worst first.
     *
     * @param capacities in which one and the same human being is known
     */
    public List<OwnIncident> of(Collection<Actor> capacities) {
        var all = new ArrayList<>(had(capacities));
        all.addAll(lookingForSomebody(capacities));
        return all;
    }

    private List<OwnIncident> had(Collection<Actor> capacities) {
        return jdbc.sql(
                        """
                        select id, person_id, state, handing_over, taken_by as capacity
                        from incident
                        where taken_by = any(:actors) and state in ('TAKEN', 'SEEN')
                            and person_id is not null
                        order by urgency desc, id limit :most
                        """)
                .param("actors", values(capacities))
                .param("most", MOST_OF_A_KIND)
                .query((row, _) -> incident(row, true))
                .list();
    }

    /** A volunteer's people, and whatever somebody was rung for since yesterday. */
    private List<OwnIncident> lookingForSomebody(Collection<Actor> capacities) {
        return jdbc.sql(
                        """
                        with concerned as (
                            select incident.id, 'volunteer:' || volunteer_id as capacity
                            from pairing join incident using (person_id)
                            where volunteer_id = any(:volunteers) and state <> 'SETTLED'
                            union
                            select incident_id, contact from escalation_call
                            where contact = any(:actors) and kind = 'SUMMON'
                                and placed_at > now() - interval '24 hours'
                        )
                        select distinct on (urgency, id)
                            id, person_id, state, handing_over, capacity
                        from incident join concerned using (id)
                        where (state in ('OPEN', 'NOTIFYING')
                                or handing_over and taken_by <> all(:actors))
                            and person_id is not null
                        order by urgency desc, id, capacity desc limit :most
                        """)
                .param("actors", values(capacities))
                .param(
                        "volunteers",
                        capacities.stream()
                                .flatMap(actor -> actor.volunteerId().stream())
                                .toArray(Long[]::new))
                .param("most", MOST_OF_A_KIND)
                .query((row, _) -> incident(row, false))
                .list();
    }

    private OwnIncident incident(ResultSet row, boolean theirs) throws SQLException {
        var id = row.getLong("id");
        return new OwnIncident(
                id,
                new Actor(row.getString("capacity")),
                row.getLong("person_id"),
                causes.worst(id).orElse(null),
                IncidentState.valueOf(row.getString("state")),
                row.getBoolean("handing_over"),
                theirs);
    }

    private static String[] values(Collection<Actor> actors) {
        return actors.stream().map(Actor::value).toArray(String[]::new);
    }
}
