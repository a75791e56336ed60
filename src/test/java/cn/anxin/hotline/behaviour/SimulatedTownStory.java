package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxin.hotline.behaviour.town.Demonstration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** The demonstration, with its second Asterisk full of people, and one whole round of it. */
@Execution(ExecutionMode.CONCURRENT)
class SimulatedTownStory {
    private static final Duration ROUND_WITHIN = Duration.ofMinutes(5);

    /** By the number's place in the sample roster, who each have one telephone only. */
    private static final List<Tuple> ENDS =
            List.of(
                    tuple(1, "CONFIRMED"), // presses 1
                    tuple(6, "ESCALATED"), // presses 0
                    tuple(8, "ESCALATED"), // busy
                    tuple(9, "ESCALATED"), // rejects
                    tuple(11, "ESCALATED"), // switched off
                    tuple(12, "ESCALATED"), // no such number
                    tuple(18, "ESCALATED"), // hangs up
                    tuple(20, "CONFIRMED"), // answers on the third try
                    tuple(23, "CONFIRMED"), // slow to the telephone
                    tuple(25, "ESCALATED")); // rejects

    @Test
    void everybodyIsAccountedForAndEveryIncidentIsTaken() throws Exception {
        try (var demonstration = new Demonstration()) {
            demonstration.awaitReady();
            demonstration.awaitWords("the round is over", ROUND_WITHIN);

            var day = demonstration.api().get("/api/v1/days/" + dayOf(demonstration));
            var sum = 0;
            for (var total : day.path("totals")) {
                sum += total.asInt();
            }
            assertThat(sum).isEqualTo(day.path("roster").asInt()).isPositive();
            assertThat(items(demonstration, "/api/v1/incidents"))
                    .isNotEmpty()
                    .extracting(incident -> incident.path("state").asString(""))
                    .doesNotContain("OPEN", "NOTIFYING");
            assertThat(items(demonstration, "/api/v1/days/" + dayOf(demonstration) + "/checks"))
                    .extracting(
                            check -> check.path("personId").asInt(),
                            check -> check.path("verdict").asString(""))
                    .containsAll(ENDS);
            assertThat(demonstration.townLog())
                    .anyMatch(line -> line.contains("13800000006 pressed 0"))
                    .anyMatch(line -> line.matches(".* 139000001\\d\\d pressed 1.*"));
        }
    }

    private static String dayOf(Demonstration demonstration) {
        var newest = items(demonstration, "/api/v1/calls").getFirst().path("startedAt");
        return java.time.Instant.parse(newest.asString(""))
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDate()
                .toString();
    }

    private static List<JsonNode> items(Demonstration demonstration, String list) {
        var items = new ArrayList<JsonNode>();
        demonstration.api().get(list + "?limit=500").path("items").forEach(items::add);
        return items;
    }
}
