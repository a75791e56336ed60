package cn.anxin.hotline.wellness.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.wellness.dialogue.MachineSign.Shape;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineSignTest {
    private static final Duration LONG = Duration.ofSeconds(6);

    /** Answered after, spoke for, and for how long in the calls before; all in milliseconds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # 喂
                    6000 |  500 |                 | []
                    # 喂，你好，哪位, from whoever holds the telephone in the hand
                     900 | 1800 |                 | []
                    # 喂，你好，哪位, every day
                    6000 | 1800 | 1800 1800 1800  | []
                    # a talker
                    7000 | 4500 | 1200 3000       | []
                    # a voicemail box
                    4000 | 9000 |                 | [LONG_GREETING]
                    # switched off, and the network speaks
                     800 | 3000 |                 | [ANSWERED_AT_ONCE]
                    # a short greeting, always the same
                    5000 | 3100 | 3000 3250 900   | [SAME_GREETING]
                    # once may be chance
                    5000 | 3100 | 3000 900        | []
                     700 | 8000 | 8100 7900       | [LONG_GREETING, ANSWERED_AT_ONCE, SAME_GREETING]
                    """)
    void tellsAMachineFromSomebody(long after, long speech, @Nullable String before, String signs) {
        assertThat(MachineSign.of(shape(after, speech), shapes(before), LONG)).hasToString(signs);
    }

    @Test
    void whoSaysNothingIsNoMachine() {
        assertThat(MachineSign.of(shape(100, 0), List.of(shape(100, 0), shape(100, 0)), LONG))
                .isEmpty();
    }

    private static List<Shape> shapes(@Nullable String speeches) {
        return speeches == null
                ? List.of()
                : Arrays.stream(speeches.split(" "))
                        .map(millis -> shape(5000, Long.parseLong(millis)))
                        .toList();
    }

    private static Shape shape(long after, long speech) {
        return new Shape(Duration.ofMillis(after), Duration.ofMillis(speech));
    }
}
