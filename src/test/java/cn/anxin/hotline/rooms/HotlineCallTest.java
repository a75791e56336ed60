package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.cases.CaseSounds;
import cn.anxin.hotline.journal.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class HotlineCallTest extends RoomStory {
    private static final CallId CALL = new CallId("1795298480.17");
    private static final Path MESSAGES = Path.of("target/rooms/messages");

    @Autowired CaseSounds sounds;

    private static ScriptedLine calling(@Nullable String number, Answer answer) {
        return new ScriptedLine(CALL, number == null ? null : new PhoneNumber(number), answer);
    }

    private String cases(String column) {
        return jdbc.sql("select %s::text from need_case".formatted(column))
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "1, LIVING, hotline-need-noted",
        "2, MEDICAL, hotline-need-noted",
        "3, CARE, hotline-need-noted",
        "4, COMFORT, hotline-need-noted",
        "6, VACCINATION, hotline-need-noted",
        "0, PERSON, to-duty"
    })
    void eachKeyIsANeedAndLeadsToThePersonOnDuty(char key, String need, String said) {
        var ending = turn.hold(calling(ELDER, new Answer.Pressed(key)));

        assertThat(ending).isEqualTo(new Ending.DutyDesk(Urgency.ROUTINE, said));
        assertThat(cases("need")).isEqualTo(need);
        assertThat(cases("person_id")).isEqualTo(Long.toString(elder));
    }

    @Test
    void whoRingsBackWhileTheirCheckIsOpenSaysThereAndThenThatTheyAreWell() {
        telephone.end(check(), CallOutcome.NO_ANSWER);
        var line =
                new ScriptedLine(
                        CALL, new PhoneNumber(ELDER), new Answer.Pressed('8'), new Answer.Silent());

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        turn.sweep();

        assertThat(line.heard("hotline-check-awaited")).isTrue();
        assertThat(line.heard("check-fine")).isTrue();
        assertThat(checkState()).isEqualTo("CONFIRMED");
        assertThat(jdbc.sql("select evidence from wellness_check").query(String.class).single())
                .isEqualTo("key 8 in " + CALL);
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void whoIsWellAndWantsSomethingElseStillGetsAPerson() {
        telephone.end(check(), CallOutcome.NO_ANSWER);
        var line =
                new ScriptedLine(
                        CALL,
                        new PhoneNumber(ELDER),
                        new Answer.Pressed('8'),
                        new Answer.Pressed('2'));

        assertThat(turn.hold(line)).isInstanceOf(Ending.DutyDesk.class);
        assertThat(cases("need")).isEqualTo("MEDICAL");
        assertThat(checkState()).isEqualTo("CONFIRMED");
    }

    @Test
    void whoIsNotAwaitedIsNotAskedHowTheyAre() {
        var elder = calling(ELDER, new Answer.Pressed('0'));
        turn.hold(elder);
        assertThat(elder.heard("hotline-check-awaited")).isFalse();

        telephone.end(check(), CallOutcome.NO_ANSWER);
        var volunteer = calling(VOLUNTEER, new Answer.Pressed('0'));
        turn.hold(volunteer);
        assertThat(volunteer.heard("hotline-check-awaited")).isFalse();
    }

    @Test
    void ofTwoWhoShareATelephoneNobodyIsTakenForTheOther() {
        person("何凤英", ELDER);
        telephone.end(check(), CallOutcome.NO_ANSWER);
        var line = calling(ELDER, new Answer.Pressed('0'));
        turn.hold(line);

        assertThat(line.heard("hotline-check-awaited")).isFalse();
    }

    static Stream<Answer> whatNoMenuUnderstands() {
        return Stream.of(new Answer.Silent(), new Answer.Spoke(), new Answer.Invalid('7'));
    }

    @ParameterizedTest
    @MethodSource("whatNoMenuUnderstands")
    void silenceAVoiceAndAWrongKeyLeadToAPerson(Answer answer) {
        assertThat(turn.hold(calling(null, answer)))
                .isEqualTo(new Ending.DutyDesk(Urgency.ROUTINE, "to-duty"));
        assertThat(cases("need")).isEqualTo("PERSON");
    }

    @Test
    void anEmergencyOfAServedPersonGoesFirstAndRingsTheVolunteer() {
        var ending = turn.hold(calling(ELDER, new Answer.Pressed('5')));
        turn.sweep();

        assertThat(ending).isEqualTo(new Ending.DutyDesk(Urgency.EMERGENCY, "hotline-emergency"));
        assertThat(cases("urgent")).isEqualTo("true");
        assertThat(severity()).isEqualTo("EMERGENCY");
        telephone.rings(VOLUNTEER);
    }

    @Test
    void hangingUpInTheGreetingIsOwedACall() {
        turn.hold(calling(ELDER, new Answer.HungUp()));

        assertThat(cases("need")).isEqualTo("CALL_BACK");
        assertThat(cases("call_back")).isEqualTo("true");
    }

    @Test
    void hangingUpRightAfterTheKeyIsOwedACall() {
        turn.hold(calling(ELDER, new Answer.Pressed('2')).thenGone());

        assertThat(cases("need")).isEqualTo("MEDICAL");
        assertThat(cases("call_back")).isEqualTo("true");
    }

    @Test
    void givingUpInTheQueueIsOwedACallAndALook() throws IOException {
        turn.hold(calling(ELDER, new Answer.Pressed('2')));
        leaveNote(CALL.value(), "13800000001 1795298480 nothing\n");
        turn.sweep();
        turn.sweep();

        assertThat(cases("need")).isEqualTo("MEDICAL");
        assertThat(cases("call_back")).isEqualTo("true");
        assertThat(
                        jdbc.sql("select count(*) from journal where kind = 'call-back-owed'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        telephone.rings(VOLUNTEER);
    }

    @Test
    void aMessageLeftWhileWeWereDeadIsFiledOnceAndAsksTheVolunteer() throws IOException {
        leaveMessage("1795298480.18", "13800000001 1795298480 message\n");
        turn.sweep();
        turn.sweep();

        assertThat(cases("need")).isEqualTo("MESSAGE");
        assertThat(cases("recording")).isEqualTo("1795298480.18.wav");
        assertThat(severity()).isEqualTo("HELP");
        telephone.rings(VOLUNTEER);

        assertThat(MESSAGES.resolve("filed/1795298480.18.wav")).as("sealed").doesNotExist();
        var needCase = jdbc.sql("select id from need_case").query(Long.class).single();
        assertThat(sounds.message(needCase, Actor.duty("王芳")))
                .hasValueSatisfying(sound -> assertThat(sound).asString().isEqualTo("RIFF"));
        assertThat(
                        jdbc.sql(
                                        """
                                        select actor from journal
                                        where kind = 'message-played' and case_id = :case
                                            and call_id = '1795298480.18' and person_id is not null
                                        """)
                                .param("case", needCase)
                                .query(String.class)
                                .list())
                .containsExactly("duty:王芳");
    }

    @Test
    void aMessageOfNobodyWeKnowIsACaseAndAStrangeFileIsPutAside() throws IOException {
        leaveMessage("1795298480.19", "unknown 1795298480 message\n");
        leaveMessage("no call at all", "");
        turn.sweep();

        assertThat(cases("need")).isEqualTo("MESSAGE");
        assertThat(incidentState()).isEqualTo("none");
        assertThat(MESSAGES.resolve("strange/no call at all.txt")).exists();
    }

    @Test
    void whoGaveUpWaitingWhileWeWereDeadIsOwedACall() throws IOException {
        Files.createDirectories(MESSAGES);
        var marker = MESSAGES.resolve("1795298480.20.txt");
        Files.writeString(marker, "13800000001 17952");
        turn.sweep();
        assertThat(incidentState()).as("half a line is not read").isEqualTo("none");
        Files.writeString(marker, "13800000001 1795298480 nothing\n");
        turn.sweep();
        turn.sweep();

        assertThat(cases("need")).isEqualTo("CALL_BACK");
        assertThat(cases("call_back")).isEqualTo("true");
        telephone.rings(VOLUNTEER);
    }

    private static void leaveMessage(String id, String marker) throws IOException {
        Files.createDirectories(MESSAGES);
        Files.writeString(MESSAGES.resolve(id + ".wav"), "RIFF");
        leaveNote(id, marker);
    }

    private static void leaveNote(String id, String marker) throws IOException {
        Files.createDirectories(MESSAGES);
        Files.writeString(MESSAGES.resolve(id + ".txt"), marker);
    }
}
