package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.behaviour.phone.Manners;
import cn.anxin.hotline.behaviour.phone.Moment;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Installation;
import cn.anxin.hotline.behaviour.town.Town;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The service is dead for good while a round is open: the shell and Asterisk tell the desk. */
@DisasterStory
class WatchdogRingsTheDeskStory {
    private static final Duration SHEET_WITHIN = Duration.ofSeconds(15);
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(60);
    private static final Duration LONGER_THAN_THE_REST_BETWEEN_ROUNDS = Duration.ofSeconds(8);

    @Test
    void theDutyPhonesRingUntilSomebodyPressesOne(Town town) {
        var ours = town.installation();
        var person = town.servedPerson();
        person.phone().always(Manners.neverAnswers());
        try (var watchdog = ours.watchdog()) {
            town.startRound(person);
            await("the sheet is laid out").atMost(SHEET_WITHIN).until(watchdog::seesASheet);

            ours.service().kill();
            var dead = System.nanoTime();
            var officer = town.dutyDesk().picksUp(Installation.NUMBER);
            town.figures()
                    .took(
                            "service dead in a round → INVITE to the duty phone (patience 3 s)",
                            dead,
                            officer.call().when(Moment.INVITED));
            officer.hears("watchdog-dead").presses("1").hears("watchdog-heard");

            await("nobody is rung any more")
                    .atMost(QUIET_WITHIN)
                    .until(() ->
                            watchdog.callsOut().isEmpty() && ours.asterisk().channels().isEmpty());
            await("and stays so")
                    .during(LONGER_THAN_THE_REST_BETWEEN_ROUNDS)
                    .atMost(LONGER_THAN_THE_REST_BETWEEN_ROUNDS.multipliedBy(2))
                    .until(() ->
                            watchdog.callsOut().isEmpty() && ours.asterisk().channels().isEmpty());
            assertThat(watchdog.log()).containsOnlyOnce("ringing the duty desk");
        }
    }
}
