package cn.anxin.hotline.behaviour.ear;

import cn.anxin.hotline.behaviour.phone.Sound;
import java.util.Random;

/** Something like speech: syllables of 100 ms, each a hum with overtones of changing strength. */
final class Babble {
    private static final int SYLLABLE = 800;

    private Babble() {}

    /** Always the same for the same seed; the pitch is the same for all, as of one speaker. */
    static Sound spoken(long seed, int syllables) {
        var random = new Random(seed);
        var samples = new short[syllables * SYLLABLE];
        for (var syllable = 0; syllable < syllables; syllable++) {
            var pitch = 90 + random.nextInt(60);
            var strengths = random.doubles(12).toArray();
            for (var i = 0; i < SYLLABLE; i++) {
                var value = 0.0;
                for (var overtone = 0; overtone < strengths.length; overtone++) {
                    var angle = 2 * Math.PI * pitch * (overtone + 1) * i / Sound.RATE;
                    value += strengths[overtone] * Math.sin(angle);
                }
                var swell = Math.sin(Math.PI * i / SYLLABLE);
                samples[syllable * SYLLABLE + i] = (short) (1200 * swell * value);
            }
        }
        return new Sound(samples);
    }
}
