package cn.anxin.hotline.wellness.sheet;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.wellness.WellnessSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom nobody has yet said to be well on a day: their check is open, or led to an incident that is
 * not settled, or they should have one and do not. Reads only; any thread.
 */
@Repository
class OpenPeople {
    /**
     * Everybody open, without what is sealed; :round may be null. Who has no check has one coming
     * only today, unless they are away.
     */
    private static final String OPEN =
            """
            from person
            left join wellness_check c on c.person_id = person.id and c.round_id = :round
            left join incident on incident.id = c.incident_id
            where (c.state <> 'ENDED'
                or (c.verdict = 'ESCALATED' and incident.state <> 'SETTLED')
                or (c.id is null and :missing and person.enrolled
                    and not exists (select from pause where person_id = person.id
                        and begins_on <= :day and back_on > :day)))
            """;

    private static final String CLOSES =
            """
            coalesce(upper(c.later_chances), c.window_closes_at,
                (cast(:day as date) + person.window_closes) at time zone :zone)
            """;

    private final JdbcClient jdbc;
    private final Roster roster;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;

    OpenPeople(JdbcClient jdbc, Roster roster, HotlineSettings hotline, WellnessSettings settings) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.hotline = hotline;
        this.settings = settings;
    }

    /** In the order in which they are to be rung. */
    record Place(long person, @Nullable Long check) {}

    /**
     * Redacts itself.
     *
     * @param closes their last window
     * @param attempts what the calls of the day came to, in their order
     * @param maybeMachine whether something rather than somebody may have answered; advice only
     * @param incident the state of the incident that the check led to
     * @param inHand who has taken it, as the journal names them
     */
    record Open(
            Person person,
            Instant closes,
            List<String> attempts,
            boolean maybeMachine,
            @Nullable String incident,
            @Nullable String inHand) {

        @Override
        public String toString() {
            return "Open[" + person + "]";
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(
                jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant(),
                hotline.zone());
    }

    /** Those at the highest risk first, then those whose last window closes first. */
    List<Place> inOrder(LocalDate day) {
        return about(
                        day,
                        "select person.id as person, c.id as check "
                                + OPEN
                                + """
                                order by array_position(array['HIGH', 'NORMAL', 'LOW'], person.risk),
                                    %s, person.id
                                """
                                        .formatted(CLOSES))
                .query((row, _) ->
                        new Place(row.getLong("person"), row.getObject("check", Long.class)))
                .list();
    }

    /** Whether anybody is to be rung whose window has opened, or does so within that time. */
    boolean anybodyToRing(LocalDate day, Duration within) {
        return about(
                        day,
                        """
                        select exists (select %s
                            and c.verdict is null
                            and coalesce(c.window_opens_at,
                                (cast(:day as date) + person.window_opens) at time zone :zone)
                                <= now() + make_interval(secs => :within))
                        """
                                .formatted(OPEN))
                .param("within", within.toSeconds())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec about(LocalDate day, String sql) {
        return jdbc.sql(sql)
                .param("day", day)
                .param("zone", hotline.zone().getId())
                .param("round", round(day))
                .param("missing", settings.daily() && day.equals(today()));
    }

    private @Nullable Long round(LocalDate day) {
        return jdbc.sql("select id from round where kind = 'DAILY' and day = :day")
                .param("day", day)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** All of these at once, in their order; at most 1,000. Whoever left meanwhile is left out. */
    List<Open> read(LocalDate day, List<Place> places) {
        var people =
                roster.people(places.stream().map(Place::person).toList()).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        var checks = checks(places);
        return places.stream()
                .filter(place -> people.containsKey(place.person()))
                .map(place -> open(day, Objects.requireNonNull(people.get(place.person())), checks))
                .toList();
    }

    private record Tried(
            long person,
            Instant closes,
            List<String> attempts,
            boolean maybeMachine,
            @Nullable String incident,
            @Nullable String inHand) {}

    private Open open(LocalDate day, Person person, Map<Long, Tried> checks) {
        var tried = checks.get(person.id());
        return tried == null
                ? new Open(
                        person,
                        day.atTime(person.window().closes()).atZone(hotline.zone()).toInstant(),
                        List.of(),
                        false,
                        null,
                        null)
                : new Open(
                        person,
                        tried.closes(),
                        tried.attempts(),
                        tried.maybeMachine(),
                        tried.incident(),
                        tried.inHand());
    }

    private Map<Long, Tried> checks(List<Place> places) {
        return jdbc
                .sql(
                        """
                        select c.person_id, coalesce(upper(c.later_chances), c.window_closes_at) as closes,
                            array(select coalesce(result, 'UNDER_WAY') from attempt
                                where check_id = c.id order by placed_at) as attempts,
                            exists (select from attempt where check_id = c.id and maybe_machine)
                                as maybe_machine,
                            incident.state as incident, incident.taken_by
                        from wellness_check c left join incident on incident.id = c.incident_id
                        where c.id = any(:checks)
                        """)
                .param(
                        "checks",
                        places.stream()
                                .map(Place::check)
                                .filter(Objects::nonNull)
                                .toArray(Long[]::new))
                .query((row, _) -> tried(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Tried::person, Function.identity()));
    }

    private static Tried tried(ResultSet row) throws SQLException {
        return new Tried(
                row.getLong("person_id"),
                row.getObject("closes", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("attempts").getArray()),
                row.getBoolean("maybe_machine"),
                row.getString("incident"),
                row.getString("taken_by"));
    }
}
