package cn.anxin.hotline.benchmark;

import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.behaviour.town.Rehearsal;
import cn.anxin.hotline.testing.Noon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A whole round on a real Asterisk, each call of it over SIP to a telephone of a simulated town.
 */
final class TownRound implements AutoCloseable {
    /** Far more than a round needs, so that only the channels bound it. */
    static final int CALLS_PER_SECOND = 20;

    private static final Path EVIDENCE = Path.of("target/hotline/broken-round");
    private static final Duration ROUND_WITHIN = Duration.ofMinutes(20);
    private static final Duration AT_REST_WITHIN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** As a town sets them, where no day has to fit minutes; the reserve beside the round's. */
    private static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("hotline.zone", Noon.zone().getId()),
                    Map.entry("hotline.duty.phones[0].name", "值班室一"),
                    Map.entry("hotline.duty.phones[0].account", "8001"),
                    Map.entry("hotline.duty.phones[1].name", "值班室二"),
                    Map.entry("hotline.duty.phones[1].account", "8002"),
                    Map.entry("hotline.trunk.calls-per-second", String.valueOf(CALLS_PER_SECOND)),
                    Map.entry("hotline.wellness.daily", "false"),
                    Map.entry("hotline.wellness.ring", "15s"),
                    Map.entry("hotline.wellness.patience", "3s"),
                    Map.entry("hotline.wellness.desk-word", "5s"),
                    Map.entry("hotline.wellness.spacing.busy", "8s"),
                    Map.entry("hotline.wellness.spacing.no-answer", "15s"),
                    Map.entry("hotline.wellness.spacing.rejected", "8s"),
                    Map.entry("hotline.wellness.spacing.unreachable", "15s"),
                    Map.entry("hotline.wellness.spacing.unconfirmed", "8s"),
                    Map.entry("hotline.wellness.spacing.line-fault", "2s"));

    private final List<Neighbour> people;
    private final int channels;
    private final Rehearsal rehearsal;
    private String day = "";
    private boolean over;

    /**
     * @param channels of the trunk
     * @param reserve of those, how many the round leaves alone
     */
    TownRound(List<Neighbour> people, int channels, int reserve) {
        this.people = people;
        this.channels = channels;
        var settings = new HashMap<>(SETTINGS);
        settings.put("hotline.trunk.channels", String.valueOf(channels));
        settings.put("hotline.trunk.reserve", String.valueOf(reserve));
        rehearsal = new Rehearsal(settings);
        rehearsal.town(
                people.stream().collect(Collectors.toMap(Neighbour::number, Neighbour::does)));
        rehearsal
                .api()
                .importRoster(
                        people.stream()
                                .map(Neighbour::row)
                                .collect(Collectors.joining("", Neighbour.ROSTER, "")));
    }

    int channels() {
        return channels;
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    JdbcClient sql() {
        return rehearsal.database().sql();
    }

    void begin() {
        day = rehearsal.api().startRound().path("day").asString("");
    }

    /** Until nobody's check is open, every incident is somebody's, and nobody is on the line. */
    void awaitEnd() {
        var progress = new Progress(people.size());
        await("the round is over")
                .atMost(ROUND_WITHIN)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> {
                    var ended = count("wellness_check where state = 'ENDED'");
                    progress.tell(ended, ", " + channelsLeft() + " channels");
                    return ended == people.size();
                });
        await("every incident is taken")
                .atMost(AT_REST_WITHIN)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> count("incident where state in ('OPEN', 'NOTIFYING')") == 0);
        await("every call has ended")
                .atMost(AT_REST_WITHIN)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> channelsLeft() == 0);
        over = true;
    }

    /** As {@code days/{date}} tells it. */
    JsonNode sum() {
        return rehearsal.api().get("/api/v1/days/" + day);
    }

    int count(String what) {
        return sql().sql("select count(*) from " + what).query(Integer.class).single();
    }

    int channelsLeft() {
        return rehearsal.hotline().channels().size() + rehearsal.simulator().channels().size();
    }

    /** How the day ended, by name. */
    Map<String, String> verdicts() {
        var verdicts = new TreeMap<String, String>();
        sql().sql(
                        """
                        select name, coalesce(verdict, c.state) as verdict
                        from person join wellness_check c on c.person_id = person.id
                        """)
                .query((row, _) -> verdicts.put(row.getString(1), row.getString(2)))
                .list();
        return verdicts;
    }

    /** What attempts came to. */
    Map<String, Integer> results() {
        var results = new TreeMap<String, Integer>();
        sql().sql("select result, count(*) from attempt group by result")
                .query((row, _) -> results.put(row.getString(1), row.getInt(2)))
                .list();
        return results;
    }

    /** What the day should come to, by name. */
    Map<String, String> expected() {
        return people.stream().collect(Collectors.toMap(Neighbour::name, Neighbour::end));
    }

    TownLog log() {
        return TownLog.of(rehearsal.townLog());
    }

    /** What a broken round left is to be looked at. */
    void keepEvidence() {
        rehearsal.keepIn(EVIDENCE);
        System.out.println("  what it left is in " + EVIDENCE);
    }

    @Override
    public void close() throws IOException {
        if (!over) {
            keepEvidence();
        }
        rehearsal.close();
    }
}
