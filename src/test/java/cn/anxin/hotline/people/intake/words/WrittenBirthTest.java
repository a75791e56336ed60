package cn.anxin.hotline.people.intake.words;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.intake.report.Reason;
import cn.anxin.hotline.people.intake.words.WrittenBirth.Result;
import cn.anxin.hotline.people.intake.words.WrittenBirth.Result.Read;
import cn.anxin.hotline.people.intake.words.WrittenBirth.Result.Unreadable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Births and ages as offices write them, in 2026. */
class WrittenBirthTest {
    private static final int THIS_YEAR = 2026;

    static Stream<Arguments> births() {
        return Stream.of(
                birth("1940", 1940, 0, null),
                birth("1940.5", 1940, 0, null),
                birth("1940年生", 1940, 0, null),
                birth("1940/5/1 0:00", 1940, 0, null),
                birth("1940-05-01 00:00:00.0", 1940, 0, null),
                birth("农历1940年5月", 1940, 0, null),
                birth("民国29年", 1940, 0, null),
                birth("14732", 1940, 0, null),
                birth("40年", 1940, 0, BirthReasons.TWO_DIGITS),
                birth("40年5月1日", 1940, 0, BirthReasons.TWO_DIGITS),
                birth("40后", 1945, 5, BirthReasons.ROUGHLY),
                birth("约1940年", 1940, 5, BirthReasons.ROUGHLY),
                birth("1940年左右", 1940, 5, BirthReasons.ROUGHLY),
                birth("82岁", 1944, 1, BirthReasons.AGE_FOR_BIRTH),
                birth("８２周岁", 1944, 1, BirthReasons.AGE_FOR_BIRTH),
                birth("虚岁83", 1944, 1, BirthReasons.NOMINAL),
                birth("83虚岁", 1944, 1, BirthReasons.NOMINAL),
                birth("约80", 1946, 5, BirthReasons.ROUGHLY),
                birth("大约80岁", 1946, 5, BirthReasons.ROUGHLY),
                birth("80岁左右", 1946, 5, BirthReasons.ROUGHLY),
                birth("80多岁", 1941, 5, BirthReasons.ROUGHLY),
                birth("82多", 1944, 5, BirthReasons.ROUGHLY),
                no("属龙", BirthReasons.ZODIAC),
                no("龙", BirthReasons.ZODIAC),
                no("82", BirthReasons.YEAR_OR_AGE),
                no("40.5", BirthReasons.YEAR_OR_AGE),
                no("40-05-01", BirthReasons.YEAR_OR_AGE),
                no("15年", BirthReasons.WHICH_CENTURY),
                no("182岁", BirthReasons.AGE),
                no("2094", BirthReasons.BIRTH),
                no("1840", BirthReasons.BIRTH),
                no("八十二", BirthReasons.BIRTH),
                no("解放前", BirthReasons.BIRTH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("births")
    void birthsAreReadOrNot(String written, Result result) {
        assertThat(WrittenBirth.ofBirth(CellText.figure(written), THIS_YEAR)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"82", "82.0", "82岁", "82周岁", "８２"})
    void anAgeNeedsNoRemarkInItsOwnColumn(String written) {
        assertThat(WrittenBirth.ofAge(CellText.figure(written), THIS_YEAR))
                .isEqualTo(new Read(1944, 1, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1940", "131", "8o", "-1", "82.5", "八十", "属龙"})
    void whatIsNoAgeIsNotTaken(String written) {
        assertThat(WrittenBirth.ofAge(CellText.figure(written), THIS_YEAR))
                .isEqualTo(new Unreadable(BirthReasons.AGE));
    }

    private static Arguments birth(String written, int year, int within, @Nullable Reason remark) {
        return Arguments.of(written, new Read(year, within, remark));
    }

    private static Arguments no(String written, Reason reason) {
        return Arguments.of(written, new Unreadable(reason));
    }
}
