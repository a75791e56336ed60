package cn.anxin.hotline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

    @Test
    void tellsNoDetailInLogs() {
        var entry = Entry.of("case-opened", Actor.API).with("caller", "+8613800000001");

        assertThat(entry.toString()).contains("case-opened", "caller").doesNotContain("138");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Check", "check confirmed", "-x", "check_confirmed"})
    void kindsAreWordsJoinedByDashes(String kind) {
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.of(kind, Actor.API));
    }

    @Test
    void twentyDetailsAreEnough() {
        var details = new HashMap<String, String>();
        for (int number = 0; number < 21; number++) {
            details.put("key" + number, "");
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entry("full", Actor.API, null, null, null, null, details));
    }

    @Test
    void knowsItsActors() {
        assertThat(Actor.SYSTEM).hasToString("system");
        assertThat(Actor.API).hasToString("api");
        assertThat(Actor.person(3)).hasToString("person:3");
        assertThat(Actor.volunteer(4)).hasToString("volunteer:4");
        assertThat(Actor.duty("值班 1")).hasToString("duty:值班 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.duty("a\r\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.person(0));
    }
}
