package cn.anxin.hotline.behaviour.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhoneTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private final Phone elder = Phone.at(new InetSocketAddress("127.0.16.1", 0));
    private final Phone hotline = Phone.at(new InetSocketAddress("127.0.16.2", 0));

    @AfterEach
    void putDown() {
        elder.close();
        hotline.close();
    }

    private PlacedCall dial(Caller caller) {
        return elder.call(hotline.address(), "58958808", caller);
    }

    @Test
    void hearsWhatTheOtherSideSaysSampleBySample() {
        var said = Sound.tone(440, Duration.ofMillis(500));
        hotline.when("58958808", Manners.answers(Duration.ZERO, call -> call.say(said)));

        var call = dial(Caller.of("13800000001"));

        assertThat(call.answeredWithin(SOON)).isTrue();
        await().until(() -> call.recording().length() > said.length() + 1600);
        var heard = call.recording().sound();
        var expected = said.throughALaw().samples();
        var first = 0;
        while (Math.abs(heard.samples()[first]) < 100) {
            first++;
        }
        var start = first - first % 160;
        assertThat(heard.cut(start, start + expected.length).samples()).isEqualTo(expected);
    }

    @Test
    void keysArriveInOrderEvenFortyAtOnce() {
        hotline.when("58958808", Manners.answers(Duration.ZERO, call -> {}));
        var call = dial(Caller.of("13800000001"));
        assertThat(call.answeredWithin(SOON)).isTrue();
        var keys = "0123456789*#1122334455667788990011223344";

        call.press(keys);

        var other = hotline.nextCallTo("58958808", SOON);
        await().untilAsserted(() -> assertThat(other.recording().keys()).isEqualTo(keys));
    }

    @Test
    void aRefusalEndsTheCallWithItsStatus() {
        hotline.when("58958808", Manners.refuses(486));

        assertThat(dial(Caller.anonymous()).endedWithin(SOON)).isEqualTo(new End(false, 486));
    }

    @Test
    void aNumberNobodySpokeForDoesNotExist() {
        assertThat(dial(Caller.anonymous()).endedWithin(SOON)).isEqualTo(new End(false, 404));
    }

    @Test
    void theCallerMayGiveUpWhileItRings() {
        hotline.when("58958808", Manners.neverAnswers());
        var call = dial(Caller.of("13800000001"));
        await().until(() -> call.when(Moment.RINGING).isPresent());

        call.hangUp();

        var other = hotline.nextCallTo("58958808", SOON);
        assertThat(other.endedWithin(SOON)).isEqualTo(new End(false, 487));
        assertThat(call.endedWithin(SOON)).isEqualTo(new End(true, 487));
    }

    @Test
    void eitherSideMayHangUp() {
        hotline.when("58958808", Manners.answers(Duration.ZERO, Call::hangUp));

        assertThat(dial(Caller.of("13800000001")).endedWithin(SOON)).isEqualTo(new End(false, 200));
    }

    @Test
    void aCallersHeadersGoOutAsTheyStand() {
        hotline.when("58958808", Manners.neverAnswers());
        var name = "\"a\\\"b\r\n 👵\"";

        dial(Caller.named(name, "13800000001"));

        var other = hotline.nextCallTo("58958808", SOON);
        assertThat(other.caller()).isEqualTo("13800000001");
        assertThat(other.from()).startsWith("\"a\\\"b 👵\" <sip:13800000001@");
    }

    @Test
    void tellsWhenAKeyWasLetGoAndWhenTheAnswerToItCame() {
        var spoke = new AtomicLong();
        hotline.when(
                "58958808",
                Manners.answers(
                        Duration.ZERO,
                        call -> {
                            await().until(() -> call.recording().keys().equals("1"));
                            spoke.set(System.nanoTime());
                            call.say(Sound.tone(440, Duration.ofMillis(200)));
                        }));
        var call = dial(Caller.of("13800000001"));
        assertThat(call.answeredWithin(SOON)).isTrue();

        var pressed = call.press('1');

        var silent = call.recording().heardBy(pressed);
        await().until(() -> loudFrom(call.recording().sound(), silent) >= 0);
        var heard = call.recording().arrived(loudFrom(call.recording().sound(), silent));
        assertThat(heard).isGreaterThan(spoke.get()).isGreaterThan(pressed);
    }

    private static int loudFrom(Sound sound, int from) {
        var samples = sound.samples();
        for (var i = from; i < samples.length; i++) {
            if (Math.abs(samples[i]) > 100) {
                return i;
            }
        }
        return -1;
    }
}
