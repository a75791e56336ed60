package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.escalation.Taking;
import cn.anxin.hotline.escalation.Via;
import cn.anxin.hotline.journal.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * "I take it" is not "I have seen her": whoever took it is asked, and others are sent if need be.
 */
class TakerTest extends RoomStory {
    @Autowired Incidents incidents;

    /** The volunteer has taken it and hung up. */
    private void taken() {
        var call = missAllAttempts();
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();
    }

    /** Their time is half over, and their telephone rings. */
    private CallId asked() {
        halfTheTimeIsOver();
        turn.sweep();
        return telephone.rings(VOLUNTEER);
    }

    private void halfTheTimeIsOver() {
        jdbc.sql("update incident set next_action_at = clock_timestamp() where state <> 'SETTLED'")
                .update();
    }

    private String outcome() {
        return jdbc.sql("select outcome from incident where person_id = ?")
                .param(elder)
                .query(String.class)
                .single();
    }

    private Actor volunteer() {
        return Actor.volunteer(
                jdbc.sql("select volunteer_id from pairing where person_id = ? and position = 1")
                        .param(elder)
                        .query(Long.class)
                        .single());
    }

    @Test
    void seenAndWellSettlesIt() {
        taken();
        var line = ScriptedLine.pressing(asked(), '1');
        turn.hold(line);
        turn.sweep();

        assertThat(line.heard("incident-settled")).isTrue();
        assertThat(incidentState()).isEqualTo("SETTLED");
        assertThat(outcome()).isEqualTo("WELL");
        assertThat(jdbc.sql("select seen_by from incident").query(String.class).single())
                .isEqualTo(volunteer().value());
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void seenButNotDoneIsAskedAgainUntilItIsSettled() {
        taken();
        var first = asked();
        turn.hold(ScriptedLine.pressing(first, '2'));
        telephone.end(first, CallOutcome.ANSWERED);
        assertThat(incidentState()).isEqualTo("SEEN");

        turn.hold(ScriptedLine.pressing(asked(), '1'));
        assertThat(outcome()).isEqualTo("HELPED");
    }

    @Test
    void whoNeedsMoreTimeHasItAndIsAskedAgain() {
        taken();
        var first = asked();
        turn.hold(ScriptedLine.pressing(first, '3'));
        telephone.end(first, CallOutcome.ANSWERED);
        turn.sweep();
        assertThat(telephone.silent()).isTrue();

        asked();
    }

    @Test
    void whoCannotAfterAllIsReplacedAtOnce() {
        taken();
        var call = asked();
        turn.hold(ScriptedLine.pressing(call, '4'));
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        telephone.rings(BACKUP);
        assertThat(incidentState()).isEqualTo("NOTIFYING");
    }

    @Test
    void whoIsAskedTwiceInVainLapsesAndIsToldSo() {
        taken();
        for (int i = 0; i < 2; i++) {
            telephone.end(asked(), CallOutcome.NO_ANSWER);
        }
        timePasses();
        turn.sweep();

        telephone.rings(BACKUP);
        var news = telephone.rings(VOLUNTEER);
        var line = ScriptedLine.pressing(news, '1');
        turn.hold(line);
        telephone.end(news, CallOutcome.ANSWERED);
        turn.sweep();
        assertThat(line.heard("incident-news-lapsed")).isTrue();
        assertThat(owedNews()).isZero();
    }

    @Test
    void newsThatNobodyHeardIsToldAgainAtMostThreeTimes() {
        taken();
        incidents.settle(incident(), Actor.duty("值班一号"), IncidentOutcome.WELL, "");
        for (int i = 0; i < 3; i++) {
            jdbc.sql("update incident_news set next_action_at = clock_timestamp()").update();
            turn.sweep();
            var call = telephone.rings(VOLUNTEER);
            turn.hold(new ScriptedLine(call, null, new Answer.HungUp()));
            telephone.end(call, CallOutcome.ANSWERED);
        }
        jdbc.sql("update incident_news set next_action_at = clock_timestamp()").update();
        turn.sweep();

        assertThat(telephone.silent()).isTrue();
        assertThat(owedNews()).isZero();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from journal where kind = 'incident-news-not-heard'")
                                .query(Integer.class)
                                .single())
                .isOne();
    }

    private int owedNews() {
        return jdbc.sql("select count(*) from incident_news where next_action_at is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    void theElderWhoRingsBackWellEndsItAndTheVolunteerOnTheWayIsTold() {
        taken();
        var call = new CallId("1700000000.7");
        assertThat(call.purpose()).isEqualTo(CallPurpose.INBOUND);
        var line =
                new ScriptedLine(
                        call, new PhoneNumber(ELDER), new Answer.Pressed('8'), new Answer.HungUp());
        turn.hold(line);
        turn.sweep();

        assertThat(line.heard("hotline-check-awaited")).isTrue();
        assertThat(incidentState()).isEqualTo("SETTLED");
        assertThat(outcome()).isEqualTo("WELL");
        var news = ScriptedLine.pressing(telephone.rings(VOLUNTEER), '1');
        turn.hold(news);
        assertThat(news.heard("incident-news-settled")).isTrue();
    }

    @Test
    void theElderWhoAskedForHelpIsNotSettledByAKey() {
        turn.hold(ScriptedLine.pressing(check(), '2'));
        turn.sweep();
        turn.hold(
                new ScriptedLine(
                        new CallId("1700000000.8"), new PhoneNumber(ELDER), new Answer.HungUp()));

        assertThat(incidentState()).isEqualTo("NOTIFYING");
    }

    @Test
    void whoHandsOverAnswersForItUntilSomebodyAccepts() {
        taken();
        assertThat(incidents.handOver(incident(), volunteer(), Via.CONSOLE)).isTrue();
        turn.sweep();
        var backup = telephone.rings(BACKUP);
        assertThat(incidentState()).isEqualTo("TAKEN");
        turn.hold(ScriptedLine.pressing(backup, '1'));
        telephone.end(backup, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(jdbc.sql("select taken_by from incident").query(String.class).single())
                .isNotEqualTo(volunteer().value());
        var news = ScriptedLine.pressing(telephone.rings(VOLUNTEER), '1');
        turn.hold(news);
        assertThat(news.heard("incident-news-accepted")).isTrue();
    }

    @Test
    void whatIsHandedOverAndNobodyAcceptsLapsesAllTheSame() {
        taken();
        incidents.handOver(incident(), volunteer(), Via.CONSOLE);
        turn.sweep();
        telephone.end(telephone.rings(BACKUP), CallOutcome.NO_ANSWER);
        timePasses();
        turn.sweep();

        assertThat(incidentState()).isEqualTo("NOTIFYING");
        assertThat(jdbc.sql("select handing_over from incident").query(Boolean.class).single())
                .isFalse();
    }

    @Test
    void takingTwiceIsOneTaking() {
        taken();
        assertThat(incidents.take(incident(), volunteer(), Via.CONSOLE))
                .isInstanceOf(Taking.Taken.class);
        assertThat(incidents.take(incident(), Actor.duty("值班一号"), Via.CONSOLE))
                .isEqualTo(new Taking.TooLate(volunteer().value()));
    }
}
