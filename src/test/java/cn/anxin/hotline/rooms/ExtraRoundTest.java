package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.day.RoundList;
import cn.anxin.hotline.wellness.day.Totals;
import cn.anxin.hotline.wellness.round.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A typhoon comes, and people are rung although their day is over. */
class ExtraRoundTest extends RoomStory {
    private static final String OTHER = "+8613800000002";

    @Autowired RoundList list;

    private long extra(Selection selection) {
        var round = rounds.startExtra(selection, "台风", Actor.duty("值班一号"), Duration.ofHours(2));
        turn.sweep();
        turn.sweep();
        return round;
    }

    private void isWellToday() {
        var call = check();
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();
    }

    private List<String> verdicts() {
        return jdbc.sql(
                        """
                        select kind || ' ' || coalesce(verdict, state)
                        from wellness_check c join round on round.id = round_id
                        where person_id = ? order by round_id
                        """)
                .param(elder)
                .query(String.class)
                .list();
    }

    @Test
    void ringsPeopleThoughTodaysCheckHasEnded() {
        isWellToday();
        var round = extra(Selection.EVERYBODY);
        var call = telephone.rings(ELDER);

        assertThat(verdicts()).containsExactly("DAILY CONFIRMED", "EXTRA CALLING");
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);

        assertThat(verdicts()).containsExactly("DAILY CONFIRMED", "EXTRA CONFIRMED");
        assertThat(list.totals(round)).isEqualTo(new Totals(1, 0, 0, 0, 0, 0));
    }

    @Test
    void itsMissesGoUpTheLadderTooAndTheDayKeepsItsVerdict() {
        isWellToday();
        extra(Selection.EVERYBODY);
        for (int attempt = 0; attempt < 3; attempt++) {
            telephone.end(telephone.rings(ELDER), CallOutcome.NO_ANSWER);
            turn.sweep();
        }

        assertThat(verdicts()).containsExactly("DAILY CONFIRMED", "EXTRA ESCALATED");
        telephone.rings(VOLUNTEER);
    }

    @Test
    void ringsNobodyWhoIsOnThePhoneWithUs() {
        var call = check();
        extra(Selection.EVERYBODY);
        assertThat(telephone.silent()).isTrue();

        telephone.end(call, CallOutcome.NO_ANSWER);
        turn.sweep();
        telephone.rings(ELDER);
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void oneKeyAnswersEverythingThatIsOpenToday() {
        telephone.end(check(), CallOutcome.NO_ANSWER);
        telephone.free(0);
        extra(Selection.EVERYBODY);
        telephone.free(100);
        turn.sweep();
        turn.hold(ScriptedLine.pressing(telephone.rings(ELDER), '1'));

        assertThat(verdicts()).containsExactly("DAILY CONFIRMED", "EXTRA CONFIRMED");
    }

    @Test
    void aCryForHelpHandsEverythingThatIsOpenToTheIncident() {
        telephone.end(check(), CallOutcome.NO_ANSWER);
        telephone.free(0);
        extra(Selection.EVERYBODY);
        telephone.free(100);
        turn.sweep();
        turn.hold(ScriptedLine.pressing(telephone.rings(ELDER), '2'));

        assertThat(verdicts()).containsExactly("DAILY ESCALATED", "EXTRA ESCALATED");
    }

    @Test
    void ringsOnlyThoseInAllOfItsLists() {
        var other = person("何凤英", OTHER);
        var elsewhere =
                jdbc.sql("insert into committee (name) values ('示范二居委') returning id")
                        .query(Long.class)
                        .single();
        jdbc.sql("update person set committee_id = ?, risk = 'HIGH' where id = ?")
                .params(elsewhere, other)
                .update();
        jdbc.sql("insert into person_category values (?, 'VERY_OLD'), (?, 'VERY_OLD')")
                .params(elder, other)
                .update();

        assertThat(rung(new Selection(null, Set.of(elsewhere), null, null))).containsExactly(other);
        assertThat(rung(new Selection(null, null, null, Set.of("HIGH")))).containsExactly(other);
        assertThat(rung(new Selection(Set.of(elder, 999L), null, null, null)))
                .containsExactly(elder);
        assertThat(rung(new Selection(null, null, Set.of("VERY_OLD"), null)))
                .containsExactly(elder, other);
        assertThat(rung(new Selection(null, null, Set.of("VERY_OLD"), Set.of("NORMAL"))))
                .containsExactly(elder);
        assertThat(rung(new Selection(Set.of(elder), Set.of(elsewhere), null, null))).isEmpty();
    }

    private List<Long> rung(Selection selection) {
        return jdbc.sql("select person_id from wellness_check where round_id = ? order by 1")
                .param(extra(selection))
                .query(Long.class)
                .list();
    }

    @Test
    void whoIsAwayIsAwayInItToo() {
        jdbc.sql(
                        """
                        insert into pause (person_id, begins_on, back_on, owner, reason, next_action_at)
                        values (?, now()::date - 2, now()::date + 2, 'duty:值班一号', 'TRAVEL', now())
                        """)
                .param(elder)
                .update();
        var round = extra(Selection.EVERYBODY);

        assertThat(list.totals(round)).isEqualTo(new Totals(0, 0, 1, 0, 0, 0));
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void closesWithIncidentsOfWhoWasNotReached() {
        telephone.free(0);
        extra(Selection.EVERYBODY);
        jdbc.sql("update wellness_check set window_closes_at = clock_timestamp()").update();
        turn.sweep();

        telephone.rings(VOLUNTEER);
        assertThat(list.page(Long.MAX_VALUE, 10))
                .singleElement()
                .extracting(RoundList.ListedRound::state, RoundList.ListedRound::reason)
                .containsExactly(RoundList.State.OVER, "台风");
    }
}
