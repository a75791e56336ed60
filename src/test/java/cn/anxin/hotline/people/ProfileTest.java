package cn.anxin.hotline.people;

import static org.assertj.core.api.Assertions.assertThat;

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
        return TestProfile.of(note, Speaking.UNTOLD);
    }

    private static Profile speaking(Speaking speaking) {
        return TestProfile.of("耳背", speaking);
    }
}
