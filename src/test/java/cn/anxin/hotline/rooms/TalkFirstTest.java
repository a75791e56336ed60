package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Connected;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.round.Selection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** "2 put me through to the elder now": whoever is rung talks with the person, and then decides. */
class TalkFirstTest extends RoomStory {
    private static final Ending TO_THE_ELDER =
            new Ending.Connect(new PhoneNumber(ELDER), Duration.ofSeconds(30));

    /** The volunteer has asked to be put through. */
    private CallId talking() {
        var call = missAllAttempts();
        assertThat(turn.hold(ScriptedLine.pressing(call, '2'))).isEqualTo(TO_THE_ELDER);
        return call;
    }

    private void extraRound() {
        rounds.startExtra(Selection.EVERYBODY, "台风", Actor.duty("值班一号"), Duration.ofHours(2));
        turn.sweep();
        turn.sweep();
    }

    private ScriptedLine back(CallId call, Connected from, Answer... answers) {
        return new ScriptedLine(call, null, answers).backFrom(from);
    }

    private List<String> journalled() {
        return jdbc.sql("select kind from journal where kind like 'incident-%' order by id")
                .query(String.class)
                .list();
    }

    private String column(String name) {
        return jdbc.sql("select coalesce(%s::text, '') from incident".formatted(name))
                .query(String.class)
                .single();
    }

    @Test
    void wellAfterTheTalkSettlesItAndTheTalkIsTheEvidence() {
        var call = talking();
        var line = back(call, Connected.TALKED, new Answer.Pressed('1'));

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(line.heard("talk-afterwards")).isTrue();
        assertThat(line.heard("incident-settled")).isTrue();
        assertThat(column("outcome")).isEqualTo("WELL");
        assertThat(column("settled_by")).startsWith("volunteer:");
        assertThat(column("seen_by")).as("nobody has seen them").isEmpty();
        assertThat(journalled())
                .containsSubsequence("incident-talk-begins", "incident-talked", "incident-settled");
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void whoGoesAfterTheTalkHasTakenIt() {
        var call = talking();
        turn.hold(back(call, Connected.TALKED, new Answer.Pressed('2')));

        assertThat(incidentState()).isEqualTo("TAKEN");
    }

    @Test
    void whoCannotGoAfterTheTalkIsReplacedAtOnce() {
        turn.hold(back(talking(), Connected.TALKED, new Answer.Pressed('3')));
        turn.sweep();

        telephone.rings(BACKUP);
    }

    @Test
    void whoWantsTheDeskAfterTheTalkGetsItAndTheLadderGoesOn() {
        var ending = turn.hold(back(talking(), Connected.TALKED, new Answer.Pressed('0')));
        turn.sweep();

        assertThat(ending).isInstanceOf(Ending.DutyDesk.class);
        telephone.rings(BACKUP);
    }

    @Test
    void whoHangsUpInTheTalkHasSaidNothing() {
        var call = talking();
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        telephone.rings(BACKUP);
        assertThat(incidentState()).isEqualTo("NOTIFYING");
    }

    @Test
    void anElderWhoDoesNotAnswerLeavesTheChoiceToTheVolunteer() {
        var line = back(talking(), Connected.NOT_REACHED, new Answer.Pressed('1'));
        turn.hold(line);

        assertThat(line.heard("talk-not-reached")).isTrue();
        assertThat(line.asked().getFirst().keys()).isEqualTo("013*");
        assertThat(incidentState()).isEqualTo("TAKEN");
    }

    @Test
    void theLadderWaitsWhileTheyTalkButNotForEver() {
        talking();
        turn.sweep();
        assertThat(telephone.silent()).isTrue();
        assertThat(
                        jdbc.sql(
                                        """
                                        select next_action_at between clock_timestamp() + interval '9 min'
                                            and clock_timestamp() + interval '11 min' from incident
                                        """)
                                .query(Boolean.class)
                                .single())
                .isTrue();

        timePasses();
        turn.sweep();
        telephone.rings(BACKUP);
        assertThat(telephone.hungUp()).as("nobody's talk is cut off").isEmpty();
    }

    @Test
    void nobodyIsPutThroughToSomebodyWhoIsBeingRung() {
        var call = missAllAttempts();
        extraRound();
        telephone.rings(ELDER);
        var line = ScriptedLine.pressing(call, '2', '1');
        turn.hold(line);

        assertThat(line.heard("talk-person-on-the-line")).isTrue();
        assertThat(incidentState()).isEqualTo("TAKEN");
    }

    @Test
    void norIsAnybodyRungWhoTalksWithTheirVolunteer() {
        talking();
        extraRound();

        assertThat(telephone.silent()).isTrue();
        assertThat(catchThrowable(this::attempt))
                .as("PostgreSQL holds it, whatever we forget")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void attempt() {
        jdbc.sql(
                        """
                        insert into attempt (call_id, check_id, person_id, number, deadline_at)
                        select 'chk-1', id, person_id, '\\x00', clock_timestamp()
                        from wellness_check limit 1
                        """)
                .update();
    }

    @Test
    void afterTheTalkThePersonIsRungAsEver() {
        var call = talking();
        turn.hold(back(call, Connected.TALKED, new Answer.Pressed('2')));
        extraRound();

        telephone.rings(ELDER);
    }

    @Test
    void withoutAFreeChannelTheyAreAskedAgain() {
        var call = missAllAttempts();
        telephone.free(0);
        var line = ScriptedLine.pressing(call, '2', '3');
        turn.hold(line);

        assertThat(line.heard("talk-no-free-line")).isTrue();
        assertThat(line.heard("incident-declined")).isTrue();
    }

    @Test
    void whatWasSettledDuringTheTalkNeedsNoAnswer() {
        var call = talking();
        jdbc.sql(
                        """
                        update incident set state = 'SETTLED', next_action_at = null,
                            settled_at = now(), settled_by = 'duty:值班一号', outcome = 'WELL'
                        """)
                .update();
        var line = back(call, Connected.TALKED);

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        assertThat(line.heard("incident-over")).isTrue();
    }
}
