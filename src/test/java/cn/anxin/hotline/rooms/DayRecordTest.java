package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.keeping.Because;
import cn.anxin.hotline.people.keeping.RosterKeeping;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.wellness.Corrections;
import cn.anxin.hotline.wellness.Corrections.Corrected;
import cn.anxin.hotline.wellness.Corrections.To;
import cn.anxin.hotline.wellness.Corrections.Why;
import cn.anxin.hotline.wellness.day.AmendmentList;
import cn.anxin.hotline.wellness.day.DayRecords;
import cn.anxin.hotline.wellness.day.DayRecords.Asked;
import cn.anxin.hotline.wellness.day.DaySummaries;
import cn.anxin.hotline.wellness.day.DaySummaries.AsOf;
import cn.anxin.hotline.wellness.day.KeptDay;
import cn.anxin.hotline.wellness.day.KeptDay.Kind;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.PersonOfTheDay;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.Who;
import cn.anxin.hotline.wellness.day.Totals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;

/** 每日汇总: kept at its hour, one minute past midnight here; it is noon. */
@TestPropertySource(properties = "hotline.wellness.summary-at=00:01")
class DayRecordTest extends RoomStory {
    private static final Duration LOOKS_AGAIN = Duration.ofMinutes(2);
    private static final String HE = "+8613800000002";

    @Autowired DaySummaries summaries;
    @Autowired DayRecords records;
    @Autowired PeopleOfTheDay people;
    @Autowired AmendmentList amendments;
    @Autowired Incidents incidents;
    @Autowired RosterKeeping keeping;
    @Autowired Corrections corrections;
    @Autowired MovableClock clock;
    private long he;

    @BeforeEach
    void twoOfTheTown() {
        he = person("何凤英", HE);
        new TestRoster(jdbc).pair(he, 1, volunteer("沈阿根", "+8613900000102"));
    }

    @AfterEach
    void forgetWhatWasKept() {
        KeptDays.forget(jdbc);
    }

    private LocalDate today() {
        return jdbc.sql("select (now() at time zone :zone)::date")
                .param("zone", hotline.zone().getId())
                .query(LocalDate.class)
                .single();
    }

    /** The elder presses 1; nobody answers at 何凤英's, who becomes an incident. */
    private void oneIsWellAndOneMisses() {
        turn.hold(ScriptedLine.pressing(check(), '1'));
        rounds.startNow(List.of(he));
        turn.sweep();
        for (int attempt = 0; attempt < 3; attempt++) {
            telephone.end(telephone.rings(HE), CallOutcome.NO_ANSWER);
            turn.sweep();
        }
    }

    /** The round began in time for today's hour. */
    private void theHourComes() {
        jdbc.sql("update round set started_at = day::timestamp at time zone :zone")
                .param("zone", hotline.zone().getId())
                .update();
        looks();
    }

    private void looks() {
        clock.move(LOOKS_AGAIN);
        turn.sweep();
    }

    /** As if all of it had been yesterday. */
    private void aNightPasses() {
        jdbc.sql("alter table day_record disable trigger day_record_is_kept").update();
        for (var table : List.of("round", "wellness_check", "day_record")) {
            jdbc.sql("update %s set day = day - 1".formatted(table)).update();
        }
        jdbc.sql("alter table day_record enable trigger day_record_is_kept").update();
    }

    private KeptDay daily(LocalDate day) {
        return records.daily(day).orElseThrow();
    }

    private List<AmendmentList.Amendment> amended(LocalDate day) {
        return amendments.page(daily(day).id(), 0, 100);
    }

    @Test
    void isKeptAtItsHourOnceHoweverOftenWeLook() {
        oneIsWellAndOneMisses();
        theHourComes();
        looks();

        assertThat(records.of(today())).hasSize(1);
        var kept = daily(today());
        assertThat(kept.keptBy()).isEqualTo("system");
        assertThat(kept.kind()).isEqualTo(Kind.DAILY);
        assertThat(kept.roster()).isEqualTo(2);
        assertThat(kept.totals()).isEqualTo(new Totals(1, 0, 0, 1, 0, 0));
        assertThat(kept.totals().sum()).isEqualTo(kept.roster());
    }

    @Test
    void aRoundThatBeganAfterTheHourIsSummedUpWhenTheDayIsOver() {
        oneIsWellAndOneMisses();
        looks();
        assertThat(records.daily(today())).isEmpty();

        aNightPasses();
        looks();

        assertThat(daily(today().minusDays(1)).totals()).isEqualTo(new Totals(1, 0, 0, 1, 0, 0));
    }

    @Test
    void holdsEachOfTheRosterOnceAndWhoIsStillOpenWithWhom() {
        oneIsWellAndOneMisses();
        turn.hold(ScriptedLine.pressing(telephone.rings("+8613900000102"), '1'));
        theHourComes();
        aNightPasses();
        var yesterday = today().minusDays(1);

        assertThat(people.page(yesterday, Who.EVERYBODY, 0, 100))
                .extracting(PersonOfTheDay::personId)
                .containsExactly(elder, he);
        assertThat(people.page(yesterday, Who.STILL_OPEN, 0, 100))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.personId()).isEqualTo(he);
                    assertThat(open.attempts())
                            .containsExactly("NO_ANSWER", "NO_ANSWER", "NO_ANSWER");
                    assertThat(open.incident()).isEqualTo("TAKEN");
                    assertThat(open.withWhom()).startsWith("volunteer:");
                });
    }

    @Test
    void addsUpByCommitteeCategoryAndVolunteer() {
        jdbc.sql(
                        "insert into person_category values (?, 'VERY_OLD'), (?, 'VERY_OLD'), (?, 'LIVING_ALONE')")
                .params(elder, he, he)
                .update();
        oneIsWellAndOneMisses();
        theHourComes();
        aNightPasses();

        var day = summaries.of(today().minusDays(1));
        assertThat(day.asOf()).isEqualTo(AsOf.KEPT);
        assertThat(day.committees())
                .singleElement()
                .satisfies(committee -> assertThat(committee.totals()).isEqualTo(day.totals()));
        assertThat(day.categories())
                .extracting("category")
                .containsExactly("LIVING_ALONE", "VERY_OLD");
        assertThat(day.categories()).extracting("roster").containsExactly(1, 2);
        assertThat(summaries.volunteers(day.date())).extracting("roster").containsExactly(1, 1);
        assertThat(day.figures().outcomes()).containsEntry("FINE", 1).containsEntry("NO_ANSWER", 3);
    }

    @Test
    void yesterdaysDoesNotChangeWhenPeopleMoveOrAreSortedOtherwise() {
        oneIsWellAndOneMisses();
        theHourComes();
        aNightPasses();
        var yesterday = today().minusDays(1);
        var before = summaries.of(yesterday);
        jdbc.sql("update person set committee_id = ?")
                .param(new TestRoster(jdbc).committee("示范九居委"))
                .update();
        jdbc.sql("insert into person_category values (?, 'VERY_OLD')").param(elder).update();
        jdbc.sql("delete from pairing").update();
        looks();

        assertThat(summaries.of(yesterday)).isEqualTo(before);
        assertThat(summaries.volunteers(yesterday)).hasSize(2);
    }

    @Test
    void whatIsSettledLateIsAnAmendmentAndBothFiguresCanBeRead() {
        oneIsWellAndOneMisses();
        theHourComes();
        aNightPasses();
        var yesterday = today().minusDays(1);
        var incident =
                jdbc.sql("select id from incident where person_id = ?")
                        .param(he)
                        .query(Long.class)
                        .single();
        incidents.settle(incident, Actor.duty("王芳"), IncidentOutcome.HOSPITAL, "");
        looks();
        looks();

        assertThat(amended(yesterday))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.personId()).isEqualTo(he);
                    assertThat(one.name()).isEqualTo("何**");
                    assertThat(one.by()).isEqualTo("duty:王芳");
                    assertThat(one.why()).isEqualTo("INCIDENT_SETTLED");
                    assertThat(one.evidence())
                            .isEqualTo("incident %d: HOSPITAL".formatted(incident));
                    assertThat(one.before()).isEqualTo(new AmendmentList.Stand("ESCALATED", null));
                    assertThat(one.after())
                            .isEqualTo(new AmendmentList.Stand("ESCALATED", "HOSPITAL"));
                });
        assertThat(people.page(yesterday, Who.STILL_OPEN, 0, 10)).as("as it was kept").hasSize(1);
    }

    @Test
    void whatChangesAfterTheHourIsAnAmendmentAndTodayReadsAsItIs() {
        var call = check();
        rounds.startNow(List.of(he));
        turn.sweep();
        theHourComes();
        turn.hold(ScriptedLine.pressing(call, '1'));
        looks();

        var day = summaries.of(today());
        assertThat(day.asOf()).isEqualTo(AsOf.NOW);
        assertThat(day.totals()).isEqualTo(new Totals(1, 0, 0, 0, 1, 0));
        assertThat(daily(today()).totals()).isEqualTo(new Totals(0, 0, 0, 0, 2, 0));
        assertThat(day.amended()).extracting("totals").isEqualTo(day.totals());
        assertThat(amended(today()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.by()).isEqualTo("person:" + elder);
                    assertThat(one.why()).isEqualTo("KEY");
                    assertThat(one.before()).isEqualTo(new AmendmentList.Stand("OPEN", null));
                    assertThat(one.after().standing()).isEqualTo("CONFIRMED");
                });
    }

    @Test
    void whatANamedPersonCorrectsIsAnAmendmentWithTheirName() {
        oneIsWellAndOneMisses();
        theHourComes();
        aNightPasses();
        var yesterday = today().minusDays(1);
        var word = new Corrections.Word(To.VISITED, Why.SOMEBODY_ELSE_PRESSED, "孙子按的");
        assertThat(corrections.correct(yesterday, check(elder), Actor.duty("王芳"), word))
                .isEqualTo(Corrected.DONE);
        assertThat(corrections.correct(yesterday, check(he), Actor.duty("王芳"), word))
                .as("an incident is settled, not corrected")
                .isEqualTo(Corrected.NOT_SO);
        assertThat(corrections.correct(today(), check(elder), Actor.duty("王芳"), word))
                .isEqualTo(Corrected.UNKNOWN);
        looks();

        assertThat(amended(yesterday))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.before()).isEqualTo(new AmendmentList.Stand("CONFIRMED", null));
                    assertThat(one.after()).isEqualTo(new AmendmentList.Stand("CLEARED", null));
                    assertThat(one.by()).isEqualTo("duty:王芳");
                    assertThat(one.why()).isEqualTo("VISITED");
                    assertThat(one.evidence()).isEqualTo("word of duty:王芳: SOMEBODY_ELSE_PRESSED");
                });
        assertThat(
                        jdbc.sql(
                                        "select detail ->> 'before-evidence' from journal where kind = 'check-corrected'")
                                .query(String.class)
                                .single())
                .startsWith("key 1 in chk-");
        assertThat(summaries.of(yesterday).totals().confirmed()).isEqualTo(1);
    }

    @Test
    void whoWasNotWellAfterAllIsAnIncidentAtOnce() {
        oneIsWellAndOneMisses();
        var word = new Corrections.Word(To.ESCALATED, Why.SOMEBODY_ELSE_PRESSED, "");
        corrections.correct(today(), check(elder), Actor.duty("王芳"), word);
        turn.sweep();

        assertThat(checkState()).isEqualTo("ESCALATED");
        telephone.rings("+8613900000102");
        telephone.rings(VOLUNTEER);
    }

    private long check(long person) {
        return jdbc.sql("select id from wellness_check where person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    @Test
    void whoLeavesTheRosterThatDayIsAnAmendment() {
        oneIsWellAndOneMisses();
        theHourComes();
        keeping.leave(elder, new Because(Actor.duty("王芳"), "搬走了"));
        looks();
        looks();

        assertThat(amended(today()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.personId()).isEqualTo(elder);
                    assertThat(one.leftRoster()).isTrue();
                    assertThat(one.why()).isEqualTo("LEFT_THE_ROSTER");
                    assertThat(one.by()).isEqualTo("duty:王芳");
                });
        assertThat(summaries.of(today()).amended())
                .isEqualTo(new AmendmentList.Amended(2, new Totals(1, 0, 0, 1, 0, 0), 1, 1));
    }

    @Test
    void whoLeavesTheDayAfterIsNoneOfThatDaysBusiness() {
        oneIsWellAndOneMisses();
        theHourComes();
        aNightPasses();
        keeping.leave(elder, new Because(Actor.duty("王芳"), "搬走了"));
        looks();

        assertThat(amended(today().minusDays(1))).isEmpty();
    }

    @Test
    void whoJoinsAfterTheHourIsAnAmendmentThatAddsThem() {
        oneIsWellAndOneMisses();
        theHourComes();
        var late = person("沈秀英", "+8613800000003");
        rounds.startNow(List.of(late));
        looks();

        assertThat(amended(today()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.before()).isNull();
                    assertThat(one.after().standing()).isEqualTo("OPEN");
                });
        assertThat(summaries.of(today()).amended()).extracting("roster").isEqualTo(3);
        assertThat(daily(today()).roster()).isEqualTo(2);
    }

    @Test
    void aCheckThatIsTamperedWithInTheDatabaseShows() {
        oneIsWellAndOneMisses();
        theHourComes();
        aNightPasses();
        jdbc.sql("delete from line_sample").update();
        jdbc.sql("delete from attempt where person_id = ?").param(elder).update();
        jdbc.sql("delete from wellness_check where person_id = ?").param(elder).update();
        looks();

        var yesterday = today().minusDays(1);
        assertThat(amended(yesterday))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.why()).isEqualTo("CHECK_REMOVED");
                    assertThat(one.after().standing()).isEqualTo("NOT_DUE");
                });
        assertThat(summaries.of(yesterday).totals().confirmed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update day_record set confirmed = confirmed + 1, roster = roster + 1",
                "update day_record_person set standing = 'CONFIRMED'",
                "delete from day_record_person",
                "delete from day_amendment",
                "truncate day_record cascade"
            })
    void whatWasKeptCanNeitherBeChangedNorDeleted(String attack) {
        oneIsWellAndOneMisses();
        theHourComes();

        assertThatThrownBy(() -> jdbc.sql(attack).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("a day that was kept does not change");
        assertThat(daily(today()).roster()).isEqualTo(2);
    }

    @Test
    void somebodyWithANameMayKeepItEarlier() {
        oneIsWellAndOneMisses();
        var asked = records.keepNow(today(), Actor.duty("王芳"));

        assertThat(asked)
                .isInstanceOfSatisfying(
                        Asked.Kept.class,
                        kept -> {
                            assertThat(kept.record().keptBy()).isEqualTo("duty:王芳");
                            assertThat(kept.record().kind()).isEqualTo(Kind.ON_DEMAND);
                        });
        theHourComes();
        assertThat(records.of(today()))
                .extracting(KeptDay::kind)
                .containsExactly(Kind.DAILY, Kind.ON_DEMAND);
        assertThat(records.keepNow(today().plusDays(1), Actor.duty("王芳")))
                .isEqualTo(new Asked.TooEarly());
    }
}
