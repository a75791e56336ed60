package cn.anxin.hotline.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "+8613800000001, 138",
        "+8619912345678, 199",
        "+862158958808, 0215895",
        "+862150000001, 0215000",
        "+861058958808, 010",
        "+12025550123, 001"
    })
    void sharesItsOperatorOrExchangeWithOthers(String e164, String shared) {
        var number = new PhoneNumber(e164);

        assertThat(number.exchange(new NumberPlan("CN", "021"))).isEqualTo(shared);
    }
}
