package cn.anxin.hotline.behaviour.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ALawTest {

    @Test
    void knownValuesOfTheStandard() {
        assertThat(ALaw.decode((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(ALaw.decode((byte) 0x55)).isEqualTo((short) -8);
        assertThat(ALaw.decode((byte) 0xAA)).isEqualTo((short) 32256);
        assertThat(ALaw.decode((byte) 0x2A)).isEqualTo((short) -32256);
        assertThat(ALaw.encode((short) 0)).isEqualTo((byte) 0xD5);
    }

    @Test
    void everyCodeSurvivesTheWayThereAndBack() {
        for (var code = 0; code < 256; code++) {
            assertThat(ALaw.encode(ALaw.decode((byte) code))).isEqualTo((byte) code);
        }
    }

    @Test
    void noSampleIsOffByMoreThanItsStepAllows() {
        for (var sample = Short.MIN_VALUE; sample < Short.MAX_VALUE; sample++) {
            var error = Math.abs(sample - ALaw.decode(ALaw.encode(sample)));
            assertThat(error).isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 16 + 1));
        }
    }
}
