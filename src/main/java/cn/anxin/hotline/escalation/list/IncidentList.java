package cn.anxin.hotline.escalation.list;

import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.IncidentTitles;
import cn.anxin.hotline.escalation.list.ListedIncident.AboutPerson;
import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.MaskedNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the incidents. Reads only; any thread. */
@Component
public class IncidentList {
    private final JdbcClient jdbc;
    private final IncidentHistory history;
    private final NextActions nextActions;
    private final MaskedNames names;
    private final IncidentTitles titles;

    IncidentList(
            JdbcClient jdbc,
            IncidentHistory history,
            NextActions nextActions,
            MaskedNames names,
            IncidentTitles titles) {
        this.jdbc = jdbc;
        this.history = history;
        this.nextActions = nextActions;
        this.names = names;
        this.titles = titles;
    }

    /**
     * The latest first.
     *
     * @param states none means all
     * @param before the last id of the page before; {@link Long#MAX_VALUE} for the first
     */
    public List<ListedIncident> page(Set<IncidentState> states, long before, int limit) {
        var wanted = states.isEmpty() ? EnumSet.allOf(IncidentState.class) : states;
        // nearly all are settled: where those are not wanted, the small index of the rest serves
        var unsettledOnly =
                wanted.contains(IncidentState.SETTLED) ? "" : "and i.next_action_at is not null ";
        return listed(
                jdbc.sql(
                                IncidentRow.SELECT
                                        + "where i.id < :before and i.state = any(:states) "
                                        + unsettledOnly
                                        + "order by i.id desc limit :limit")
                        .param("before", before)
                        .param("states", wanted.stream().map(Enum::name).toArray(String[]::new))
                        .param("limit", limit)
                        .query(IncidentRow::of)
                        .list());
    }

    /** Those that nobody has taken first; of them the worst, then the oldest. */
    public List<ListedIncident> unsettled(int limit) {
        return listed(
                jdbc.sql(
                                IncidentRow.SELECT
                                        + """
                                        where i.next_action_at is not null
                                        order by i.state in ('TAKEN', 'SEEN'), i.urgency desc, i.id
                                        limit :limit
                                        """)
                        .param("limit", limit)
                        .query(IncidentRow::of)
                        .list());
    }

    public int unsettledCount() {
        return jdbc.sql("select count(*) from incident where next_action_at is not null")
                .query(Integer.class)
                .single();
    }

    private List<ListedIncident> listed(List<IncidentRow> rows) {
        var ids = rows.stream().map(IncidentRow::id).toList();
        var causes = history.causes(ids);
        var rings = history.rings(ids);
        var actors =
                names.ofActors(
                        Stream.concat(
                                        rows.stream().flatMap(IncidentRow::actors),
                                        rings.values().stream()
                                                .flatMap(List::stream)
                                                .map(ListedIncident.Ring::contact))
                                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row ->
                        listed(
                                row,
                                actors,
                                causes.getOrDefault(row.id(), List.of()),
                                rings.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private ListedIncident listed(
            IncidentRow row,
            Map<String, String> actors,
            List<ListedIncident.ListedCause> causes,
            List<ListedIncident.Ring> rings) {
        return new ListedIncident(
                row.id(),
                row.state(),
                row.severity(),
                person(row.person()),
                row.person() == null ? titles.of(row.id()) : null,
                row.openedAt(),
                nextActions.of(row),
                row.lapsesAt(),
                row.handingOver(),
                row.taken().by(),
                shown(row.taken(), actors),
                row.taken().at(),
                row.takenVia(),
                row.seen().by(),
                shown(row.seen(), actors),
                row.seen().at(),
                row.settled().by(),
                shown(row.settled(), actors),
                row.settled().at(),
                row.outcome(),
                causes,
                rings.stream().map(ring -> ring.shownAs(actors.get(ring.contact()))).toList());
    }

    private static @Nullable AboutPerson person(IncidentRow.@Nullable Who who) {
        return who == null
                ? null
                : new AboutPerson(who.id(), MaskedName.of(who.name()), who.committee());
    }

    private static @Nullable String shown(IncidentRow.Done done, Map<String, String> actors) {
        var by = done.by();
        return by == null ? null : actors.get(by);
    }
}
