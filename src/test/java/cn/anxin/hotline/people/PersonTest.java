package cn.anxin.hotline.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @ParameterizedTest
    @CsvSource({"听力差，请大声慢说,true", "耳背,true", "只会说上海话,false", "'',false"})
    void theNoteTellsWhoHearsBadly(String note, boolean slowly) {
        assertThat(noted(note).slowSpeech()).isEqualTo(slowly);
    }

    private static Person noted(String note) {
        return new Person(
                1,
                "唐桂兰",
                null,
                null,
                "示范一居委",
                "",
                note,
                Window.of("09:00-11:00"),
                List.of(new PhoneNumber("+8613800000001")),
                Set.of(),
                true);
    }
}
