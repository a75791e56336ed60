package cn.anxin.hotline.notice;

import cn.anxin.hotline.people.MaskedNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the notices, the latest first, without text or number. Reads only; any thread. */
@Component
public class NoticeList {
    private static final String FAMILY = "family:";
    private static final String PAGE =
            "select * from notice where %s and id < :before order by id desc limit :limit";

    private final JdbcClient jdbc;
    private final MaskedNames names;

    NoticeList(JdbcClient jdbc, MaskedNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * @param messageId what its receiver knows it by
     * @param to masked, whose number it goes to; null: the channel's own readers
     * @param nextActionAt of the next attempt, or when one under way is given up
     * @param fault of the last attempt that failed
     */
    public record ListedNotice(
            long id,
            UUID messageId,
            NoticeState state,
            String channel,
            String kind,
            Urgency urgency,
            String title,
            @Nullable String to,
            @Nullable Long personId,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            int attempts,
            @Nullable Fault fault,
            Instant postedAt,
            Instant staleAt,
            @Nullable Instant nextActionAt,
            @Nullable Instant sentAt,
            @Nullable Instant endedAt) {

        private ListedNotice to(@Nullable String name) {
            return new ListedNotice(
                    id,
                    messageId,
                    state,
                    channel,
                    kind,
                    urgency,
                    title,
                    name,
                    personId,
                    incidentId,
                    caseId,
                    attempts,
                    fault,
                    postedAt,
                    staleAt,
                    nextActionAt,
                    sentAt,
                    endedAt);
        }
    }

    /**
     * @param states empty: all
     * @param before the last id of the page before; {@link Long#MAX_VALUE} for the first
     */
    public List<ListedNotice> page(Set<NoticeState> states, long before, int limit) {
        var pages = states.isEmpty() ? PAGE.formatted("true") : ofEach(states);
        return shown(
                jdbc.sql("select * from (%s) page order by id desc limit :limit".formatted(pages))
                        .param("before", before)
                        .param("limit", limit)
                        .query((row, _) -> listed(row))
                        .list());
    }

    /**
     * The state stands in the statement itself: as a parameter, PostgreSQL may plan for a common
     * one, and look for a rare one through all there are.
     */
    private static String ofEach(Set<NoticeState> states) {
        return states.stream()
                .map(state -> "(" + PAGE.formatted("state = '" + state.name() + "'") + ")")
                .collect(Collectors.joining(" union all "));
    }

    /** The same of one incident. */
    public List<ListedNotice> ofIncident(
            long incident, Set<NoticeState> states, long before, int limit) {
        var wanted = states.isEmpty() ? Set.of(NoticeState.values()) : states;
        return shown(
                jdbc.sql(
                                """
                                select * from notice
                                where incident_id = :incident and id < :before
                                    and state = any(:states)
                                order by id desc
                                limit :limit
                                """)
                        .param("incident", incident)
                        .param("states", wanted.stream().map(Enum::name).toArray(String[]::new))
                        .param("before", before)
                        .param("limit", limit)
                        .query((row, _) -> listed(row))
                        .list());
    }

    private static ListedNotice listed(ResultSet row) throws SQLException {
        var fault = row.getString("fault");
        return new ListedNotice(
                row.getLong("id"),
                row.getObject("message_id", UUID.class),
                NoticeState.valueOf(row.getString("state")),
                row.getString("channel"),
                row.getString("kind"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("title"),
                row.getString("addressee"),
                row.getObject("person_id", Long.class),
                row.getObject("incident_id", Long.class),
                row.getObject("case_id", Long.class),
                row.getInt("attempts"),
                fault == null ? null : Fault.valueOf(fault),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getObject("stale_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_action_at"),
                instant(row, "sent_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private List<ListedNotice> shown(List<ListedNotice> notices) {
        var shown = names.ofActors(actors(notices));
        return notices.stream().map(notice -> shown(notice, shown)).toList();
    }

    private static Collection<String> actors(List<ListedNotice> notices) {
        return notices.stream()
                .map(ListedNotice::to)
                .filter(to -> to != null && !to.startsWith(FAMILY))
                .collect(Collectors.toSet());
    }

    /** Of the family the roster keeps no names in clear. */
    private static ListedNotice shown(ListedNotice notice, Map<String, String> names) {
        var to = notice.to();
        if (to == null || to.isEmpty()) {
            return notice.to(null);
        }
        return notice.to(to.startsWith(FAMILY) ? "家属" : names.getOrDefault(to, to));
    }
}
