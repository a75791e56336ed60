package cn.anxin.hotline.behaviour.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.behaviour.phone.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the town's office sees of its people, over the service's REST. */
public final class Office {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Api api;
    private final LocalDate opened = LocalDate.now(ZONE);

    Office(Api api) {
        this.api = api;
    }

    /** Today's check of this person, as {@code days/{date}/checks} shows it. */
    public JsonNode check(ServedPerson person) {
        // a story may be told across midnight
        return Stream.of(opened, LocalDate.now(ZONE))
                .distinct()
                .flatMap(day -> about(person, "/api/v1/days/" + day + "/checks").stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(person.name() + " has no check today"));
    }

    /** Waits until today's check has ended, in whatever way. */
    public void seesVerdict(ServedPerson person) {
        await("the verdict on " + person.name())
                .atMost(SOON)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> check(person).hasNonNull("verdict"));
    }

    public void seesCheckEnd(ServedPerson person, String verdict) {
        seesVerdict(person);
        assertThat(check(person).path("verdict").asString("")).isEqualTo(verdict);
    }

    /** Waits until what the latest attempt came to is this. */
    public void seesAttempt(ServedPerson person, String result) {
        await("the attempt to reach " + person.name())
                .atMost(SOON)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> check(person).path("lastResult").asString("").equals(result));
    }

    /** The kinds of all causes of the person's incident. */
    public List<String> causes(ServedPerson person) {
        var causes = new ArrayList<String>();
        incident(person)
                .orElseThrow()
                .path("causes")
                .forEach(cause -> causes.add(cause.path("kind").asString("")));
        return causes;
    }

    public Optional<JsonNode> incident(ServedPerson person) {
        return about(person, "/api/v1/incidents").stream().findFirst();
    }

    /** Waits until the person's incident is in this state. */
    public JsonNode seesIncident(ServedPerson person, String state) {
        await("the incident of " + person.name() + " is " + state)
                .atMost(SOON)
                .pollInterval(BETWEEN_LOOKS)
                .until(() ->
                        incident(person)
                                .filter(i -> i.path("state").asString("").equals(state))
                                .isPresent());
        return incident(person).orElseThrow();
    }

    /** Waits until there is a case of this need for the person, and no other one. */
    public JsonNode seesCase(ServedPerson person, String need) {
        await("a case for " + person.name())
                .atMost(SOON)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> !about(person, "/api/v1/cases").isEmpty());
        var cases = about(person, "/api/v1/cases");
        assertThat(cases).extracting(c -> c.path("need").asString("")).containsExactly(need);
        return cases.getFirst();
    }

    /** Waits until the person's one case, of this need, says that we owe them a call. */
    public JsonNode seesCallBackOwed(ServedPerson person, String need) {
        await("a call back to " + person.name())
                .atMost(SOON)
                .pollInterval(BETWEEN_LOOKS)
                .until(() ->
                        about(person, "/api/v1/cases").stream()
                                .anyMatch(c -> c.path("callBack").asBoolean()));
        return seesCase(person, need);
    }

    public void seesNoCase(ServedPerson person) {
        assertThat(about(person, "/api/v1/cases")).isEmpty();
    }

    /** Plays what the person said instead of pressing a key. */
    public Sound playsSpokenReply(ServedPerson person) {
        var sound = api.sound("/api/v1/spoken-replies/" + spokenReply(person) + "/sound?by=王芳");
        try {
            var wav = Files.createTempFile("reply", ".wav");
            Files.write(wav, sound);
            var played = Sound.read(wav);
            Files.delete(wav);
            return played;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Having listened, says that the person is well. */
    public void hearsThatTheyAreWell(ServedPerson person) {
        api.post("/api/v1/spoken-replies/" + spokenReply(person), "{\"by\":\"王芳\",\"well\":true}");
    }

    private String spokenReply(ServedPerson person) {
        return about(person, "/api/v1/spoken-replies").getFirst().path("id").asString("");
    }

    /** A PIN for whoever has taken the person's incident. */
    public String givesAPinToTheTaker(ServedPerson person) {
        var taker = seesIncident(person, "TAKEN").path("takenBy").asString("");
        var volunteer = taker.substring(taker.indexOf(':') + 1);
        return api.postFor("/api/v1/volunteers/" + volunteer + "/pin", "{\"by\":\"王芳\"}")
                .path("pin")
                .asString("");
    }

    /** The totals of today, and the roster that they have to add up to. */
    public JsonNode day() {
        return api.get("/api/v1/days/" + LocalDate.now(ZONE));
    }

    /** Whether somebody is, or is about to be, called for this person. */
    boolean owesACall(ServedPerson person) {
        return about(person, "/api/v1/days/" + LocalDate.now(ZONE) + "/checks").stream()
                        .anyMatch(check -> !check.hasNonNull("verdict"))
                || incident(person)
                        .map(incident -> incident.path("state").asString(""))
                        .filter(state -> state.equals("OPEN") || state.equals("NOTIFYING"))
                        .isPresent();
    }

    private List<JsonNode> about(ServedPerson person, String list) {
        var found = new ArrayList<JsonNode>();
        String next = "";
        while (next != null) {
            var page = api.get(list + "?limit=500" + next);
            page.path("items")
                    .forEach(item -> {
                        if (personOf(item) == person.id()) {
                            found.add(item);
                        }
                    });
            next = page.hasNonNull("next") ? "&after=" + page.path("next").asString("") : null;
        }
        return found;
    }

    private static long personOf(JsonNode item) {
        var id = item.has("person") ? item.path("person").path("id") : item.path("personId");
        return id.asLong(-1);
    }
}
