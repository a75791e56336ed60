package cn.anxin.hotline.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    @ParameterizedTest
    @CsvSource({"听力差，请大声慢说,true", "耳背,true", "只会说上海话,false", "'',false"})
    void theNoteTellsWhoHearsBadly(String note, boolean slowly) {
        assertThat(noted(note).slowSpeech()).isEqualTo(slowly);
    }

    @Test
    void whatSomebodySaidCountsMoreThanTheNote() {
        assertThat(speaking(new Speaking(Language.MANDARIN, false, "")).slowSpeech()).isFalse();
        assertThat(speaking(new Speaking(Language.MANDARIN, null, "右耳听不清")).slowSpeech()).isTrue();
    }

    private static Profile noted(String note) {
        return profile(note, Speaking.UNTOLD);
    }

    private static Profile speaking(Speaking speaking) {
        return profile("耳背", speaking);
    }

    private static Profile profile(String note, Speaking speaking) {
        return new Profile(
                "唐桂兰",
                "示范一居委",
                null,
                null,
                "",
                Window.of("09:00-11:00"),
                List.of(new PhoneNumber("+8613800000001")),
                Set.of(),
                note,
                speaking,
                "",
                null,
                null,
                Consent.UNKNOWN,
                List.of(),
                List.of());
    }
}
