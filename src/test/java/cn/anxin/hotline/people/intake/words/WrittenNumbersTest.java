package cn.anxin.hotline.people.intake.words;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.intake.report.Reason;
import cn.anxin.hotline.people.intake.words.WrittenNumbers.Result;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How people write telephone numbers, and what is made of it. */
class WrittenNumbersTest {
    private static final NumberPlan SHANGHAI = new NumberPlan("CN", "021");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    13812345678                       | +8613812345678
                    138 1234 5678                     | +8613812345678
                    138-1234-5678                     | +8613812345678
                    １３８１２３４５６７８            | +8613812345678
                    +86 13812345678                   | +8613812345678
                    0086-13812345678                  | +8613812345678
                    8613812345678                     | +8613812345678
                    （021）5895-8808                  | +862158958808
                    021 58958808                      | +862158958808
                    58958808                          | +862158958808
                    5895 8808                         | +862158958808
                    2158958808                        | +862158958808
                    0512-65123456                     | +8651265123456
                    400-820-8820                      | +864008208820
                    手机：13812345678                 | +8613812345678
                    13812345678（本人）               | +8613812345678
                    1.3812345678E+10                  | +8613812345678
                    13812345678.0                     | +8613812345678
                    13812345678/58958808              | +8613812345678 +862158958808
                    13812345678、13912345678          | +8613812345678 +8613912345678
                    13812345678；021-58958808，13912345678 | +8613812345678 +862158958808 +8613912345678
                    13812345678 13912345678           | +8613812345678 +8613912345678
                    13812345678-13912345678           | +8613812345678 +8613912345678
                    138 1234 5678 5895 8808           | +8613812345678 +862158958808
                    13812345678或58958808             | +8613812345678 +862158958808
                    手机13812345678 家58958808        | +8613812345678 +862158958808
                    13812345678、13812345678          | +8613812345678
                    """)
    void areRead(String written, String numbers) {
        assertThat(read(written))
                .isInstanceOfSatisfying(
                        Result.Read.class,
                        read ->
                                assertThat(read.numbers())
                                        .containsExactlyElementsOf(
                                                Arrays.stream(numbers.split(" "))
                                                        .map(PhoneNumber::new)
                                                        .toList()));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("1.38E+10", NumberReasons.LOST_DIGITS),
                Arguments.of("1.38123E+10", NumberReasons.LOST_DIGITS),
                Arguments.of("58958808-8012", NumberReasons.EXTENSION),
                Arguments.of("58958808转8012", NumberReasons.EXTENSION),
                Arguments.of("021-58958808 转 8012", NumberReasons.EXTENSION),
                Arguments.of("58958808 ext 12", NumberReasons.EXTENSION),
                Arguments.of("51265123456", NumberReasons.LOST_ZERO),
                Arguments.of("13812345678 女儿", NumberReasons.WORDS_BESIDE),
                Arguments.of("女儿：13812345678", NumberReasons.WORDS_BESIDE),
                Arguments.of("问居委会", NumberReasons.WORDS_BESIDE),
                Arguments.of("1381234567", NumberReasons.BROKEN),
                Arguments.of("138123456789", NumberReasons.BROKEN),
                Arguments.of("1381234567813912345678", NumberReasons.BROKEN),
                Arguments.of("12345", NumberReasons.BROKEN),
                Arguments.of("13812345678、1234", NumberReasons.BROKEN),
                Arguments.of("1 3 8 1 2 3 4 5 6 7 8 9 1", NumberReasons.SEVERAL_READINGS));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void areNotGuessed(String written, Reason reason) {
        assertThat(read(written)).isEqualTo(new Result.Unreadable(reason));
    }

    @ParameterizedTest
    @CsvSource({"2158958808, true", "21-58958808, true", "58958808, false", "13812345678, false"})
    void aRestoredZeroIsTold(String written, boolean restored) {
        assertThat(read(written))
                .isInstanceOfSatisfying(
                        Result.Read.class,
                        read -> assertThat(read.zeroRestored()).isEqualTo(restored));
    }

    private static Result read(String written) {
        return WrittenNumbers.read(written, false, SHANGHAI);
    }
}
