package cn.anxin.hotline.behaviour.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anxin.hotline.behaviour.phone.Sound;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final Sound PAUSE = Sound.silence(Duration.ofMillis(300));
    private final Sound greeting = Babble.spoken(1, 40);
    private final Sound menu = Babble.spoken(2, 60);
    private final Sound fine = Babble.spoken(3, 20);
    private final Ear ear = new Ear(Map.of("greeting", greeting, "menu", menu, "fine", fine));

    @Test
    void namesPromptsInTheOrderInWhichTheyWereSaid() {
        var heard = PAUSE.then(greeting).then(PAUSE).then(menu).then(fine).throughALaw();

        assertThat(ear.heard(heard))
                .extracting(Heard::key)
                .containsExactly("greeting", "menu", "fine");
    }

    @Test
    void tellsTheSampleAtWhichAPromptBegan() {
        var heard = PAUSE.then(menu).throughALaw();

        assertThat(ear.first("menu", heard))
                .hasValueSatisfying(h -> assertThat(h.at()).isCloseTo(2400, within(8)));
    }

    @Test
    void knowsAPromptThatAKeyCutOffAfterOneSecond() {
        var cut = Sound.RATE + 1600;
        var heard = menu.cut(0, cut).then(fine).throughALaw();

        assertThat(ear.heard(heard)).extracting(Heard::key).containsExactly("menu", "fine");
        assertThat(ear.first("menu", heard))
                .hasValueSatisfying(h -> assertThat(h.until()).isCloseTo(cut, within(800)));
    }

    @Test
    void bearsLostPackets() {
        var samples = greeting.then(menu).throughALaw().samples();
        var lost = new Random(7);
        for (var packet = 0; packet + 160 <= samples.length; packet += 160) {
            if (lost.nextInt(20) == 0) {
                java.util.Arrays.fill(samples, packet, packet + 160, (short) 0);
            }
        }

        assertThat(ear.heard(new Sound(samples)))
                .extracting(Heard::key)
                .containsExactly("greeting", "menu");
    }

    @Test
    void tellsPromptsThatBeginAlikeByWhatFollows() {
        var hello = Babble.spoken(4, 10);
        var help = hello.then(Babble.spoken(5, 15));
        var goodbye = hello.then(Babble.spoken(6, 15));
        var listener = new Ear(Map.of("help", help, "goodbye", goodbye));

        assertThat(listener.heard(PAUSE.then(goodbye).throughALaw()))
                .extracting(Heard::key)
                .containsExactly("goodbye");
        assertThat(listener.heard(help.cut(0, 7000).throughALaw()))
                .extracting(Heard::key)
                .containsExactly("goodbye", "help");
    }

    @Test
    void waitsUntilAPromptCannotBeAnotherOne() {
        var hello = Babble.spoken(4, 10);
        var help = hello.then(Babble.spoken(5, 15));
        var goodbye = hello.then(Babble.spoken(6, 15));
        var listener = new Ear(Map.of("help", help, "goodbye", goodbye));

        assertThat(listener.first("help", help.cut(0, 7000))).isEmpty();
        assertThat(listener.first("help", help.cut(0, 10000))).isPresent();
        assertThat(listener.first("goodbye", help)).isEmpty();
    }

    @Test
    void hearsTheSamePromptTwice() {
        var heard = fine.then(PAUSE).then(fine).throughALaw();

        assertThat(ear.heard(heard)).extracting(Heard::key).containsExactly("fine", "fine");
    }

    @Test
    void isNotFooledByOtherVoicesTonesAndSilence() {
        var other =
                Babble.spoken(99, 50)
                        .then(Sound.tone(425, Duration.ofSeconds(1)))
                        .then(Sound.silence(Duration.ofSeconds(2)));

        assertThat(ear.heard(other.throughALaw())).isEmpty();
    }
}
