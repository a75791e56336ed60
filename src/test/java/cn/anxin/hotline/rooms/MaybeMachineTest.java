package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sounds like a machine is told to whoever looks after the person, and nothing else. */
class MaybeMachineTest extends RoomStory {
    private static final Duration GREETING = Duration.ofSeconds(8);

    /** The telephones of these stories are answered within no time. */
    @BeforeEach
    void theyTakeTheirTimeToAnswer() {
        jdbc.sql(
                        "alter table attempt alter placed_at set default clock_timestamp() - interval '5 s'")
                .update();
    }

    @AfterEach
    void asEverybodyElse() {
        jdbc.sql("alter table attempt alter placed_at set default clock_timestamp()").update();
    }

    private ScriptedLine speaks(CallId call, Duration greeting, Answer... answers) {
        return new ScriptedLine(call, null, answers).speakingFor(greeting);
    }

    private String attempt(CallId call, String column) {
        return jdbc.sql("select (%s)::text from attempt where call_id = ?".formatted(column))
                .param(call.value())
                .query(String.class)
                .single();
    }

    @Test
    void aLongGreetingIsNotedAndIsNoWord() {
        var call = check();
        var line = speaks(call, GREETING, new Answer.Spoke(), new Answer.HungUp());
        turn.hold(line);
        telephone.end(call, CallOutcome.ANSWERED);

        assertThat(attempt(call, "maybe_machine")).isEqualTo("true");
        assertThat(attempt(call, "machine_signs")).isEqualTo("{LONG_GREETING}");
        assertThat(attempt(call, "speech_ms")).isEqualTo("8000");
        assertThat(attempt(call, "answered_after_ms between 4000 and 30000")).isEqualTo("true");
        assertThat(attempt(call, "result")).isEqualTo("UNCONFIRMED");
        assertThat(checkState()).isEqualTo("WAITING");
        assertThat(countedAttempts()).isEqualTo(1);
    }

    @Test
    void threeOfThemAreAMissLikeAnyOther() {
        var call = check();
        for (int attempt = 0; attempt < 3; attempt++) {
            turn.hold(speaks(call, GREETING, new Answer.Spoke(), new Answer.HungUp()));
            telephone.end(call, CallOutcome.ANSWERED);
            turn.sweep();
            if (attempt < 2) {
                call = telephone.rings(ELDER);
            }
        }

        assertThat(checkState()).isEqualTo("ESCALATED");
        telephone.rings(VOLUNTEER);
        assertThat(attempt(call, "machine_signs")).isEqualTo("{LONG_GREETING,SAME_GREETING}");
    }

    @Test
    void whoeverItIsGetsAPersonAllTheSame() {
        var call = check();
        var ending = turn.hold(speaks(call, GREETING, new Answer.Silent(), new Answer.Silent()));

        assertThat(ending).isEqualTo(new Ending.DutyDesk(Urgency.HELP, "check-to-person"));
        assertThat(attempt(call, "maybe_machine")).isEqualTo("true");
    }

    @Test
    void whatIsSaidIsStillKeptForAHumanEar() {
        var call = check();
        turn.hold(
                speaks(
                        call,
                        GREETING,
                        new Answer.Spoke(),
                        new Answer.Spoke(),
                        new Answer.HungUp()));

        assertThat(attempt(call, "result")).isEqualTo("SPOKE");
        assertThat(attempt(call, "maybe_machine")).isEqualTo("true");
    }

    @Test
    void aKeyIsAHandHoweverLongTheySpoke() {
        var call = check();
        turn.hold(speaks(call, GREETING, new Answer.Spoke(), new Answer.Pressed('1')));

        assertThat(attempt(call, "maybe_machine")).isEqualTo("false");
        assertThat(checkState()).isEqualTo("CONFIRMED");
    }

    @Test
    void aShortWordIsNoMachine() {
        var call = check();
        turn.hold(speaks(call, Duration.ofMillis(900), new Answer.Spoke(), new Answer.HungUp()));

        assertThat(attempt(call, "maybe_machine")).isEqualTo("false");
        assertThat(attempt(call, "speech_ms")).isEqualTo("900");
    }
}
