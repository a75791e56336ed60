package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.behaviour.phone.Call;
import cn.anxin.hotline.behaviour.phone.IncomingCall;
import cn.anxin.hotline.behaviour.phone.Manners;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@DisasterStory
class KillNineInTheMiddleStory {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration A_SENTENCE = Duration.ofSeconds(3);
    private static final Duration WHOLE_ROUND_WITHIN = Duration.ofSeconds(90);
    private static final Manners WELL = Manners.answers(SOON, pressesOne());
    private static final Manners HANGS_UP = Manners.answers(SOON, Call::hangUp);
    private static final List<Manners> TOWN =
            List.of(WELL, Manners.neverAnswers(), Manners.refuses(486), HANGS_UP);

    private static Consumer<IncomingCall> pressesOne() {
        return call -> {
            call.linger(A_SENTENCE);
            call.press('1');
            call.linger(A_SENTENCE);
            call.hangUp();
        };
    }

    @Test
    void everybodyOfTheRoundIsAccountedFor(Town town) {
        var service = town.installation().service();
        var people = town.servedPeople(12);
        for (var i = 0; i < people.size(); i++) {
            people.get(i).phone().always(TOWN.get(i % TOWN.size()));
            people.get(i).volunteer().always(Manners.answers(SOON, pressesOne()));
        }

        town.startRound(people);
        await("several calls are up")
                .until(() ->
                        town.installation().asterisk().channels().stream()
                                        .filter(channel -> channel.contains("!Up!"))
                                        .count()
                                >= 3);
        service.kill();
        service.start();
        service.awaitReady();

        await("the round is over")
                .atMost(WHOLE_ROUND_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        people.stream()
                                .allMatch(p -> town.office().check(p).hasNonNull("verdict")));
        for (var i = 0; i < people.size(); i++) {
            var well = TOWN.get(i % TOWN.size()) == WELL;
            town.office().seesCheckEnd(people.get(i), well ? "CONFIRMED" : "ESCALATED");
            if (!well) {
                town.office().seesIncident(people.get(i), "TAKEN");
            }
        }
        var day = town.office().day();
        var sum = 0;
        for (var total : day.path("totals")) {
            sum += total.asInt();
        }
        assertThat(sum).isEqualTo(day.path("roster").asInt()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void anIncidentGoesOnWithTheNextOne(Town town) {
        var service = town.installation().service();
        var elder = town.servedPerson();
        town.neverReached(elder);
        var volunteer = elder.volunteer().picksUp().hears("incident-greeting");

        service.kill();
        volunteer.hears("fallback-placed").hangsUp();
        elder.volunteer().always(Manners.answers(SOON, pressesOne()));
        elder.backup().always(Manners.answers(SOON, pressesOne()));
        service.start();
        service.awaitReady();

        town.office().seesIncident(elder, "TAKEN");
    }
}
