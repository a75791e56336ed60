package cn.anxin.hotline.asterisk.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.NumberPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberFormsTest {
    private static final NumberPlan SHANGHAI = new NumberPlan("CN", "021");

    @Test
    void localNationalAndInternational() {
        assertThat(NumberForms.of("58958808", SHANGHAI, List.of()))
                .containsExactlyInAnyOrder(
                        "58958808",
                        "2158958808",
                        "02158958808",
                        "862158958808",
                        "+862158958808",
                        "00862158958808",
                        "8602158958808",
                        "+8602158958808",
                        "008602158958808");
    }

    @Test
    void andAsTheCarrierWritesIt() {
        assertThat(NumberForms.of("58958808", SHANGHAI, List.of("8808", "+1234")))
                .contains("8808", "+1234");
    }
}
