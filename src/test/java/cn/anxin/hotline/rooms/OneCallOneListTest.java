package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Prompt;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One volunteer, several missed elders. */
class OneCallOneListTest extends RoomStory {
    private static final String SECOND = "+8613800000002";
    private static final String THIRD = "+8613800000003";

    private long second;
    private long third;

    @BeforeEach
    void theVolunteerLooksAfterThree() {
        second = person("何凤英", SECOND);
        third = person("钱阿大", THIRD);
        pair(second, 1, volunteer());
        pair(third, 1, volunteer());
    }

    private long volunteer() {
        return jdbc.sql("select volunteer_id from pairing where person_id = ? and position = 1")
                .param(elder)
                .query(Long.class)
                .single();
    }

    /** All three have no working number; the volunteer's telephone rings once. */
    private CallId allThreeAtOnce() {
        rounds.startNow(List.of(elder, second, third));
        turn.sweep();
        for (int i = 0; i < 3; i++) {
            telephone.end(telephone.ringsWhoever(), CallOutcome.NO_SUCH_NUMBER);
        }
        turn.sweep();
        return telephone.rings(VOLUNTEER);
    }

    private String state(long person) {
        return jdbc.sql("select state from incident where person_id = ? order by id desc limit 1")
                .param(person)
                .query(String.class)
                .single();
    }

    private static List<String> spoken(ScriptedLine line) {
        return line.heard().stream()
                .filter(Prompt.Spoken.class::isInstance)
                .map(prompt -> ((Prompt.Spoken) prompt).words())
                .toList();
    }

    @Test
    void oneCallTellsOfAllAndOneKeyTakesAll() {
        var call = allThreeAtOnce();
        assertThat(telephone.silent()).isTrue();
        var line = ScriptedLine.pressing(call, '1');
        turn.hold(line);
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(spoken(line).getFirst()).startsWith("有3位：").contains("唐桂兰", "何凤英", "钱阿大");
        assertThat(spoken(line).getLast()).isEqualTo("谢谢您，3位都记在您名下了。");
        assertThat(List.of(state(elder), state(second), state(third))).containsOnly("TAKEN");
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void oneByOneTheFirstIsTakenTheSecondNotAndTheThirdIsLeftWhenTheyHangUp() {
        var call = allThreeAtOnce();
        turn.hold(
                new ScriptedLine(
                        call,
                        null,
                        new Answer.Pressed('2'),
                        new Answer.Pressed('1'),
                        new Answer.Pressed('3'),
                        new Answer.HungUp()));
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(List.of(state(elder), state(second), state(third)))
                .containsExactlyInAnyOrder("TAKEN", "NOTIFYING", "NOTIFYING");
        telephone.rings(DUTY);
        assertThat(telephone.silent()).as("the desk hears of both in one call").isTrue();
    }

    @Test
    void whoDeclinesAllIsAskedForNoneOfThemAgain() {
        turn.hold(ScriptedLine.pressing(allThreeAtOnce(), '3'));
        turn.sweep();

        telephone.rings(BACKUP);
        telephone.rings(DUTY);
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void whatComesWhileTheirTelephoneRingsIsToldInTheSameCall() {
        var call = missAllAttempts();
        rounds.startNow(List.of(second));
        turn.sweep();
        telephone.end(telephone.rings(SECOND), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();

        assertThat(telephone.silent()).isTrue();
        turn.hold(ScriptedLine.pressing(call, '1'));
        assertThat(List.of(state(elder), state(second))).containsOnly("TAKEN");
    }

    @Test
    void whatComesWhileTheyAreListeningGoesToTheNextAtOnce() {
        var call = missAllAttempts();
        var line =
                ScriptedLine.pressing(call, '1')
                        .meanwhile(() -> {
                            rounds.startNow(List.of(second));
                            turn.sweep();
                            telephone.end(telephone.rings(SECOND), CallOutcome.NO_SUCH_NUMBER);
                            turn.sweep();
                            telephone.rings(DUTY);
                        });
        turn.hold(line);

        assertThat(state(elder)).isEqualTo("TAKEN");
        assertThat(state(second)).isEqualTo("NOTIFYING");
    }

    @Test
    void anEmergencyIsNeverOneOfAList() {
        missAllAttempts();
        rounds.startNow(List.of(second));
        turn.sweep();
        turn.hold(ScriptedLine.pressing(telephone.rings(SECOND), '0'));
        turn.sweep();

        assertThat(telephone.silent())
                .as("their volunteer is being rung, the desk by their own call")
                .isTrue();
    }
}
