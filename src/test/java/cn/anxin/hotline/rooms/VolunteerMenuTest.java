package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.escalation.IncidentNotes;
import cn.anxin.hotline.people.CommitteeContacts;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.testing.TestRoster;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class VolunteerMenuTest extends MenuStory {
    private static final Ending TO_DESK = new Ending.DutyDesk(Urgency.ROUTINE, "to-duty");
    private static final String DAUGHTER = "+8613611112233";

    @Autowired IncidentNotes notes;
    @Autowired CommitteeContacts contacts;
    @Autowired DataSource dataSource;
    @Autowired TransactionTemplate transaction;

    @Test
    void aVolunteerHearsWhatTheyHaveAndReportsThatAllIsWell() {
        taken();
        var line = pressing(VOLUNTEER, "112");

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        turn.sweep();

        assertThat(line.heard())
                .containsSubsequence(
                        Prompt.of("hotline-greeting"),
                        Prompt.spoken("朱翠花，您好。您名下有1件事。", "volunteer-hello"),
                        Prompt.spoken("这是唐桂兰的事：", "incident-somebody"),
                        Prompt.of("volunteer-what-missed"),
                        Prompt.of("volunteer-settled-well"));
        assertThat(incidentColumn("outcome")).isEqualTo("WELL");
        assertThat(incidentColumn("seen_by")).isEqualTo("volunteer:" + paired());
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void noAddressIsToldToANumberThatCanBeForged() {
        taken();
        var line = pressing(VOLUNTEER, "16");
        turn.hold(line);

        assertThat(line.heard())
                .allSatisfy(prompt -> {
                    if (prompt instanceof Prompt.Spoken(var words, _, _)) {
                        assertThat(words).doesNotContain("住在");
                    }
                });
    }

    @Test
    void whoHasSeenThemAndHelpsOnIsAskedNextTimeWhetherItIsDone() {
        taken();
        turn.hold(pressing(VOLUNTEER, "122"));
        assertThat(incidentState()).isEqualTo("SEEN");

        var line = pressing(VOLUNTEER, "112");
        turn.hold(line);
        assertThat(line.heard("volunteer-seen-already")).isTrue();
        assertThat(incidentColumn("outcome")).isEqualTo("HELPED");
    }

    @ParameterizedTest
    @CsvSource({"1, HELPED, 2", "2, HOSPITAL, 22", "3, AWAY, 22", "4, WRONG_NUMBER, 2"})
    void theOutcomeIsToldByASecondKey(char key, String outcome, String noNoteAndNoPause) {
        taken();
        turn.hold(pressing(VOLUNTEER, "14" + key + noNoteAndNoPause));

        assertThat(incidentColumn("outcome")).isEqualTo(outcome);
        assertThat(incidentColumn("seen_by").isEmpty()).isEqualTo(!outcome.equals("HELPED"));
    }

    @Test
    void thatSomebodyHasDiedIsAskedBackBeforeItIsKept() {
        taken();
        var slip = pressing(VOLUNTEER, "1452");
        turn.hold(slip);
        assertThat(slip.heard("volunteer-died-sure")).isTrue();
        assertThat(incidentState()).isEqualTo("TAKEN");

        turn.hold(pressing(VOLUNTEER, "14512"));
        assertThat(incidentColumn("outcome")).isEqualTo("DIED");
    }

    @Test
    void whoNeedsMoreTimeHasIt() {
        taken();
        jdbc.sql("update incident set asked = 1").update();
        var line = pressing(VOLUNTEER, "13");
        turn.hold(line);

        assertThat(line.heard("volunteer-take-time")).isTrue();
        assertThat(incidentColumn("asked")).isEqualTo("0");
    }

    @Test
    void whoHandsOverHearsThatTheyAnswerForItUntilSomebodyAccepts() {
        taken();
        var line = pressing(VOLUNTEER, "152");
        turn.hold(line);
        telephone.end(CALL, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(line.heard("volunteer-handing-over")).isTrue();
        assertThat(incidentState()).isEqualTo("TAKEN");
        telephone.rings(BACKUP);

        var again = pressing(VOLUNTEER, "152");
        turn.hold(again);
        assertThat(again.heard("volunteer-being-handed-over")).isTrue();
    }

    @Test
    void whatStillLooksForSomebodyCanBeTaken() {
        telephone.end(missAllAttempts(), CallOutcome.NO_ANSWER);
        turn.sweep();
        var backup = telephone.rings(BACKUP);
        var line = pressing(VOLUNTEER, "11");
        turn.hold(line);
        turn.sweep();

        assertThat(line.heard())
                .contains(Prompt.spoken("朱翠花，您好。您名下现在没有要办的事。另外有1件，还在找人去看。", "volunteer-hello"));
        assertThat(line.heard("incident-taken")).isTrue();
        assertThat(incidentColumn("taken_by")).isEqualTo("volunteer:" + paired());
        assertThat(incidentColumn("taken_via")).isEqualTo(CALL.value());
        assertThat(telephone.hungUp()).contains(backup);
    }

    @Test
    void whoComesTooLateHearsKindlyThatSomebodyHasIt() {
        missAllAttempts();
        var line =
                pressing(VOLUNTEER, "11")
                        .meanwhile(() ->
                                jdbc.sql(
                                                """
                                                update incident set state = 'TAKEN', taken_by = 'duty:值班一号',
                                                    taken_at = now(), taken_via = 'console',
                                                    lapses_at = now() + interval '1 h',
                                                    next_action_at = now() + interval '1 h'
                                                """)
                                        .update());
        turn.hold(line);

        assertThat(line.heard("incident-taken-by-other")).isTrue();
    }

    @Test
    void aWordOfTheirsIsKeptWithTheIncident() {
        taken();
        var line = pressing(VOLUNTEER, "111");
        turn.hold(line);

        assertThat(line.heard("volunteer-note-kept")).isTrue();
        var incident = jdbc.sql("select id from incident").query(Long.class).single();
        assertThat(notes.of(incident))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.by()).isEqualTo("volunteer:" + paired());
                    assertThat(note.callId()).isEqualTo(CALL.value());
                    assertThat(note.lengthMs()).isEqualTo(4000);
                });
        assertThat(journalled("incident-note-left")).hasSize(1);
    }

    static Stream<Answer> whatNoMenuUnderstands() {
        return Stream.of(
                new Answer.Silent(),
                new Answer.Spoke(),
                new Answer.Invalid('7'),
                new Answer.Pressed('0'));
    }

    @ParameterizedTest
    @MethodSource("whatNoMenuUnderstands")
    void theFirstQuestionAlreadyLeadsToAPerson(Answer answer) {
        taken();
        assertThat(turn.hold(from(VOLUNTEER, answer))).isEqualTo(TO_DESK);
        assertThat(jdbc.sql("select need from need_case").query(String.class).single())
                .isEqualTo("PERSON");
        assertThat(incidentState()).isEqualTo("TAKEN");
    }

    @ParameterizedTest
    @MethodSource("whatNoMenuUnderstands")
    void andSoDoesEveryOther(Answer answer) {
        taken();
        assertThat(turn.hold(from(VOLUNTEER, new Answer.Pressed('1'), answer))).isEqualTo(TO_DESK);
        assertThat(turn.hold(from(VOLUNTEER, new Answer.Pressed('2'), answer))).isEqualTo(TO_DESK);
        assertThat(
                        turn.hold(
                                from(
                                        VOLUNTEER,
                                        new Answer.Pressed('1'),
                                        new Answer.Pressed('4'),
                                        answer)))
                .isEqualTo(TO_DESK);
    }

    @Test
    void whoHangsUpAtOnceIsOwedACallAndWhoHasReportedIsNot() {
        taken();
        turn.hold(pressing(VOLUNTEER, "112"));
        assertThat(cases()).isZero();

        turn.hold(from(VOLUNTEER, new Answer.HungUp()));
        assertThat(jdbc.sql("select need from need_case").query(String.class).single())
                .isEqualTo("CALL_BACK");
    }

    @Test
    void onceMoreIsTheSameSlower() {
        taken();
        var line = pressing(VOLUNTEER, "*");
        turn.hold(line);

        assertThat(line.asked().getLast()).isEqualTo(line.asked().getFirst().slowly());
    }

    @Test
    void aVolunteerWhoIsCaredForThemselvesIsAskedFirstWhatTheyNeed() {
        taken();
        person("朱翠花", VOLUNTEER);
        var asElder = from(VOLUNTEER, new Answer.Pressed('5'));
        assertThat(turn.hold(asElder))
                .isEqualTo(new Ending.DutyDesk(Urgency.EMERGENCY, "hotline-emergency"));

        var asVolunteer = pressing(VOLUNTEER, "9112");
        turn.hold(asVolunteer);
        assertThat(asVolunteer.heard().indexOf(Prompt.of("hotline-menu-volunteer")))
                .isGreaterThan(asVolunteer.heard().indexOf(Prompt.of("hotline-menu-person")));
        assertThat(
                        jdbc.sql("select outcome from incident where person_id = ?")
                                .param(elder)
                                .query(String.class)
                                .single())
                .isEqualTo("WELL");
    }

    @Test
    void ofTwoWhoShareATelephoneNobodyIsTakenForTheOther() {
        taken();
        committeeContact("沈主任", VOLUNTEER);
        var line = from(VOLUNTEER, new Answer.Silent());

        assertThat(turn.hold(line)).isEqualTo(TO_DESK);
        assertThat(line.heard("hotline-menu")).isTrue();
        assertThat(line.heard("volunteer-menu-list")).isFalse();
    }

    @Test
    void whoIsVolunteerAndOfTheCommitteeIsOneHumanBeing() {
        taken();
        committeeContact("朱翠花", VOLUNTEER);
        turn.hold(pressing(VOLUNTEER, "112"));

        assertThat(incidentColumn("outcome")).isEqualTo("WELL");
    }

    @Test
    void aDaughterHasTheMenuOnlyWhileSomethingIsHers() {
        family("唐小梅", DAUGHTER);
        var before = from(DAUGHTER, new Answer.Silent());
        turn.hold(before);
        assertThat(before.heard("hotline-menu")).isTrue();

        taken();
        jdbc.sql("update incident set taken_by = ?").param("family:" + elder + "/1").update();
        var line = pressing(DAUGHTER, "112");
        turn.hold(line);
        assertThat(line.heard("volunteer-menu-away")).as("she has no people of her own").isFalse();
        assertThat(incidentColumn("settled_by")).isEqualTo("family:" + elder + "/1");
    }

    @Test
    void whatIsOnlyRungForOthersIsNotHers() {
        family("唐小梅", DAUGHTER);
        taken();
        var line = from(DAUGHTER, new Answer.Silent());
        turn.hold(line);

        assertThat(line.heard("volunteer-menu-list")).isFalse();
    }

    @Test
    void whatADatabaseThatStandsStillDoesNotKeepADeskOfficerTakesDown() throws SQLException {
        taken();
        try (var frozen = dataSource.getConnection()) {
            frozen.setAutoCommit(false);
            var line = from(VOLUNTEER, new Answer.Pressed('1'), new Answer.Pressed('1'));
            var ending = turn.hold(line.meanwhile(2, () -> lock(frozen)));

            assertThat(ending).isEqualTo(TO_DESK);
            assertThat(line.heard("volunteer-not-kept")).isTrue();
            assertThat(line.heard("volunteer-settled-well")).isFalse();
            frozen.rollback();
        }
        await("what they waited for is done without them")
                .until(() -> incidentState().equals("SETTLED") && cases() == 1);
    }

    private int cases() {
        return jdbc.sql("select count(*) from need_case").query(Integer.class).single();
    }

    private static void lock(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table incident, need_case in access exclusive mode");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void committeeContact(String name, String number) {
        var contact = new NamedNumber(name, new PhoneNumber(number));
        transaction.executeWithoutResult(_ -> contacts.put("示范一居委", List.of(contact)));
    }

    private void family(String name, String number) {
        new TestRoster(jdbc).family(elder, 1, name, number);
    }
}
