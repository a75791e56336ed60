package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.phone.Moment;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Installation;
import cn.anxin.hotline.behaviour.town.Talk;
import cn.anxin.hotline.behaviour.town.Town;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The service decides nothing any more, and stays like that to the story's end: whoever is in our
 * hands, wherever, is brought to a person, and hanging up leaves no channel behind.
 */
@DisasterStory
abstract class ServiceLostInACall {
    private static final String CALLER = "13700000051";
    private static final String NEXT_CALLER = "13700000052";
    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofSeconds(6);

    abstract void lose(Installation ours);

    /** As the table of figures calls it. */
    abstract String loss();

    @Test
    void whoDialsInIsGreetedAndReachesAPerson(Town town) {
        var desk = town.dutyDesk();
        lose(town.installation());

        var dialled = town.dials(Caller.of(CALLER));
        var call = town.answered(dialled).hears("fallback-inbound");
        var officer = desk.picksUp(CALLER);

        town.figures()
                .took(
                        loss() + ": INVITE to us → first RTP of any sound",
                        dialled.when(Moment.INVITED),
                        dialled.recording().firstHeard());
        town.figures()
                .took(
                        loss() + ": INVITE to us → INVITE to the duty phone",
                        dialled.when(Moment.INVITED),
                        officer.call().when(Moment.INVITED));
        talkAndHangUp(call, officer, town);
    }

    @Test
    void whoListensToTheMenuReachesAPerson(Town town) {
        var desk = town.dutyDesk();
        var call = town.answered(town.dials(Caller.of(CALLER))).hears("hotline-menu");

        lose(town.installation());
        var lost = System.nanoTime();
        call.hears("fallback-inbound");
        var officer = desk.picksUp(CALLER);

        town.figures()
                .took(
                        loss() + " in the menu → INVITE to the duty phone",
                        lost,
                        officer.call().when(Moment.INVITED));
        talkAndHangUp(call, officer, town);
    }

    @Test
    void whoTalksWithTheDeskTalksOnAndWhoWaitsIsNext(Town town) {
        var desk = town.dutyDesk();
        var first = town.answered(town.dials(Caller.of(CALLER)));
        first.hears("hotline-menu").presses("0").hears("to-duty");
        var officer = desk.picksUp(CALLER);
        town.talkTogether(first, officer);
        var second = town.answered(town.dials(Caller.of(NEXT_CALLER)));
        second.hears("hotline-menu").presses("0").hears("to-duty");

        lose(town.installation());
        assertThat(first.call().linger(LONGER_THAN_ANY_LEASE)).as("the talk goes on").isTrue();

        talkAndHangUp(first, officer, town);
        talkAndHangUp(second, desk.picksUp(NEXT_CALLER), town);
    }

    @Test
    void whoIsAskedHowTheyAreReachesAPerson(Town town) {
        var desk = town.dutyDesk();
        var elder = town.servedPerson();
        town.startRound(elder);
        var call = elder.phone().picksUp().hears("check-question");

        lose(town.installation());
        call.hears("fallback-placed");
        var officer = desk.picksUp(elder.phone().number());

        talkAndHangUp(call, officer, town);
    }

    private static void talkAndHangUp(Talk caller, Talk officer, Town town) {
        town.talkTogether(caller, officer);
        caller.hangsUp();
        officer.isHungUpOn();
    }
}
