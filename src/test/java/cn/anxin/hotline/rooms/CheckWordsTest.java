package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.SpokenReplies;
import cn.anxin.hotline.wellness.dialogue.Announcements;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import cn.anxin.hotline.wellness.plan.Proof;
import cn.anxin.hotline.wellness.plan.Wishes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What is said in a check beyond the one question and its three keys. */
@TestPropertySource(
        properties = {
            "hotline.wellness.dialogue.questions[0].name=medicine",
            "hotline.wellness.dialogue.questions[0].words=药还够吃吗？够，请按1。不够，请按2。",
            "hotline.wellness.dialogue.questions[0].need=MEDICAL",
            "hotline.wellness.dialogue.questions[1].name=food",
            "hotline.wellness.dialogue.questions[1].words=饭吃得上吗？吃得上，请按1。吃不上，请按2。",
            "hotline.wellness.dialogue.questions[1].need=LIVING"
        })
class CheckWordsTest extends RoomStory {
    private static final Actor OFFICER = Actor.duty("王芳");
    private static final Prompt MEDICINE = Prompt.spoken("药还够吃吗？够，请按1。不够，请按2。", "check-further");
    private static final Prompt FOOD = Prompt.spoken("饭吃得上吗？吃得上，请按1。吃不上，请按2。", "check-further");
    private static final Prompt HEAT = Prompt.spoken("今天很热，请您少出门，多喝水。", "check-take-care");

    @Autowired SpokenReplies spoken;
    @Autowired PersonPlans plans;
    @Autowired Announcements announcements;
    @Autowired HotlineSettings hotline;
    @Autowired Clock clock;

    @BeforeEach
    void nothingSaid() {
        jdbc.sql("truncate announcement, spoken_reply, person_plan").update();
    }

    @AfterEach
    void nothingLeftToSay() {
        nothingSaid();
    }

    // ---- a voice instead of a key

    @Test
    void whoOnlySpeaksLeavesAWordAndMayHangUp() {
        var call = check();
        var line = speaking(call, new Answer.HungUp());

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        assertThat(line.heard("check-leave-a-word")).isTrue();
        assertThat(line.heard("check-word-kept")).isTrue();
        assertThat(spoken.unheard(10))
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.callId()).isEqualTo(call.value());
                    assertThat(word.personId()).isEqualTo(elder);
                    assertThat(word.lengthMs()).isEqualTo(4000);
                });
    }

    @Test
    void whoStaysOnTheLineGetsAPersonAsWell() {
        var line = speaking(check(), new Answer.Silent());

        assertThat(turn.hold(line)).isEqualTo(new Ending.DutyDesk(Urgency.HELP, "check-to-person"));
    }

    @Test
    void aHumanEarConfirmsTheCheck() {
        var call = spokenTo();

        assertThat(spoken.heard(call, OFFICER, true, "")).isEqualTo(SpokenReplies.Heard.DONE);
        turn.sweep();

        assertThat(checkVerdict()).isEqualTo("CONFIRMED");
        assertThat(check("method")).isEqualTo("SPEECH");
        assertThat(check("ended_by")).isEqualTo(OFFICER.value());
        assertThat(spoken.unheard(10)).isEmpty();
        assertThat(spoken.heard(call, OFFICER, false, ""))
                .as("one ear decides")
                .isEqualTo(SpokenReplies.Heard.TOO_LATE);
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void aHumanEarThatHearsNoGoodNewsRingsTheVolunteer() {
        spoken.heard(spokenTo(), OFFICER, false, "声音很弱");
        turn.sweep();

        assertThat(checkVerdict()).isEqualTo("ESCALATED");
        assertThat(severity()).isEqualTo("HELP");
        telephone.rings(VOLUNTEER);
    }

    @Test
    void asLongAsNobodyListensTheyAreAskedAgain() {
        spokenTo();
        turn.sweep();

        telephone.rings(ELDER);
        assertThat(checkState()).isEqualTo("CALLING");
    }

    private ScriptedLine speaking(CallId call, Answer afterwards) {
        return new ScriptedLine(call, null, new Answer.Spoke(), new Answer.Spoke(), afterwards);
    }

    private CallId spokenTo() {
        var call = check();
        turn.hold(speaking(call, new Answer.HungUp()));
        telephone.end(call, CallOutcome.ANSWERED);
        return call;
    }

    // ---- another digit each time

    @Test
    void ofWhomProofIsWishedTheUsualKeyIsNone() {
        wishProof();
        var call = check();
        var line = new ScriptedLine(call, null, new Answer.Invalid('1'), new Answer.HungUp());
        turn.hold(line);
        telephone.end(call, CallOutcome.ANSWERED);

        assertThat(checkState()).isEqualTo("WAITING");
        assertThat(line.asked()).allMatch(question -> !question.keys().contains("1"));
    }

    @Test
    void theDigitThatTheyAreToldConfirms() {
        wishProof();
        var call = check();
        var line = ScriptedLine.pressingTheFirstKeyAskedFor(call);
        turn.hold(line);

        assertThat(checkVerdict()).isEqualTo("CONFIRMED");
        var digit = line.asked().getFirst().keys().charAt(0);
        assertThat(digit).isBetween('3', '9');
        assertThat(check("evidence")).isEqualTo("key %c in %s".formatted(digit, call));
        assertThat(line.heard("check-question-fine-" + digit)).isTrue();
        assertThat(line.heard("check-question-fine")).isFalse();
    }

    // ---- further questions

    @Test
    void whatSomebodyLacksWhoIsFineBecomesACase() {
        ask("medicine", "food");
        var line = ScriptedLine.pressing(check(), '1', '2', '2');
        turn.hold(line);

        assertThat(checkVerdict()).isEqualTo("CONFIRMED");
        assertThat(line.heard())
                .containsSubsequence(MEDICINE, FOOD, Prompt.of("check-lacking-noted"));
        assertThat(need("need")).isEqualTo("MEDICAL");
        assertThat(need("detail")).isEqualTo("medicine, food");
        assertThat(need("person_id")).isEqualTo(Long.toString(elder));
    }

    @Test
    void whoLacksNothingIsNotKept() {
        ask("food");
        var line = new ScriptedLine(check(), null, new Answer.Pressed('1'), new Answer.Silent());
        turn.hold(line);

        assertThat(line.heard()).contains(FOOD).doesNotContain(MEDICINE);
        assertThat(line.heard("check-lacking-noted")).isFalse();
        assertThat(line.heard("check-goodbye")).isTrue();
        assertThat(jdbc.sql("select count(*) from need_case").query(Integer.class).single())
                .isZero();
    }

    @Test
    void zeroIsAnEmergencyEvenAfterFine() {
        ask("food");
        var ending = turn.hold(ScriptedLine.pressing(check(), '1', '0'));
        turn.sweep();

        assertThat(ending).isEqualTo(new Ending.DutyDesk(Urgency.EMERGENCY, "check-emergency"));
        assertThat(checkVerdict()).isEqualTo("CONFIRMED");
        assertThat(severity()).isEqualTo("EMERGENCY");
        telephone.rings(VOLUNTEER);
    }

    // ---- the town's word of the day

    @Test
    void whoIsFineHearsWhatTheTownTells() {
        announcements.announce("今天很热，请您少出门，多喝水。", today(), today(), OFFICER);
        announcements.announce("明天打疫苗。", today().plusDays(1), today().plusDays(1), OFFICER);
        var line = ScriptedLine.pressing(check(), '1');
        turn.hold(line);

        assertThat(line.heard())
                .containsSubsequence(Prompt.of("check-fine"), HEAT, Prompt.of("check-goodbye"));
        assertThat(line.heard().stream().filter(Prompt.Spoken.class::isInstance)).hasSize(1);
    }

    @Test
    void whatWasWithdrawnIsNotTold() {
        var id = announcements.announce("今天很热，请您少出门，多喝水。", today(), today(), OFFICER);
        assertThat(announcements.withdraw(id, OFFICER)).isTrue();
        assertThat(announcements.withdraw(id, OFFICER)).isFalse();
        var line = ScriptedLine.pressing(check(), '1');
        turn.hold(line);

        assertThat(line.heard()).doesNotContain(HEAT);
    }

    // ---- a voice that they know

    @Test
    void theFirstWordsAreTheirVolunteers() {
        var line = ScriptedLine.pressing(check(), '1');
        turn.hold(line);

        var paired =
                jdbc.sql("select volunteer_id from pairing where person_id = ? and position = 1")
                        .param(elder)
                        .query(Long.class)
                        .single();
        assertThat(line.heard().getFirst())
                .isEqualTo(Prompt.voice("volunteer-" + paired, "check-greeting"));
    }

    private void ask(String... questions) {
        wish(new Wishes(null, null, null, null, null, null, null, Set.of(questions), null));
    }

    private void wishProof() {
        wish(
                new Wishes(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Proof.OTHER_DIGIT_EACH_TIME));
    }

    private void wish(Wishes wishes) {
        plans.put(elder, wishes, OFFICER, "on trial");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), hotline.zone());
    }

    private String checkVerdict() {
        return check("verdict");
    }

    private String check(String column) {
        return jdbc.sql("select %s from wellness_check".formatted(column))
                .query(String.class)
                .single();
    }

    private String need(String column) {
        return jdbc.sql("select %s::text from need_case".formatted(column))
                .query(String.class)
                .single();
    }
}
