package cn.anxin.hotline.behaviour.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.behaviour.ear.Heard;
import cn.anxin.hotline.behaviour.phone.Call;
import cn.anxin.hotline.behaviour.phone.Sound;
import java.time.Duration;
import java.util.Optional;

/** An answered call in the words of a story. What is heard is heard in order. */
public final class Talk {
    private static final Duration SAID_WITHIN = Duration.ofSeconds(40);
    private static final Duration OVER_WITHIN = Duration.ofSeconds(40);
    private static final Duration LISTENING = Duration.ofMillis(150);
    private static final int ONE_SECOND = Sound.RATE;

    private final Call call;
    private final Installation installation;
    private int lastHeard = -ONE_SECOND / 2;
    private long lastKey;

    Talk(Call call, Installation installation) {
        this.call = call;
        this.installation = installation;
    }

    public Call call() {
        return call;
    }

    /** Waits until this prompt of the catalogue is being said. */
    public Talk hears(String prompt) {
        var heard =
                await("\"" + prompt + "\" is said")
                        .atMost(SAID_WITHIN)
                        .pollInterval(LISTENING)
                        .failFast(
                                "the call ended before \"" + prompt + "\"",
                                () -> endedUnheard(prompt))
                        .until(() -> listen(prompt, latest(prompt)), Optional::isPresent);
        lastHeard = heard.orElseThrow().at();
        return this;
    }

    /** Whatever began before was listened for already. */
    private int latest(String prompt) {
        var enough = installation.ear().telling(prompt) + ONE_SECOND;
        return Math.max(next(), call.recording().length() - enough);
    }

    private int next() {
        return lastHeard + ONE_SECOND / 2;
    }

    private boolean endedUnheard(String prompt) {
        return call.hasEnded() && listen(prompt, next()).isEmpty();
    }

    private Optional<Heard> listen(String prompt, int from) {
        var sound = call.recording().sound();
        return installation
                .ear()
                .first(prompt, sound.cut(from, Math.max(from, sound.length())))
                .map(h -> new Heard(h.key(), h.at() + from, h.until() + from));
    }

    /** When the first packet of the prompt that was heard last came ({@link System#nanoTime}). */
    public long heardAt() {
        return call.recording().arrived(Math.max(0, lastHeard));
    }

    public Talk presses(String keys) {
        lastKey = call.press(keys);
        return this;
    }

    /** When the last key was let go ({@link System#nanoTime}). */
    public long lastKey() {
        return lastKey;
    }

    public Talk says(Sound sound) {
        call.say(sound);
        return this;
    }

    public void hangsUp() {
        call.hangUp();
    }

    /** Waits for the other side to hang up. */
    public void isHungUpOn() {
        assertThat(call.endedWithin(OVER_WITHIN)).as("the other side hangs up").isNotNull();
    }

    public Talk isStillOnTheLine() {
        assertThat(call.isUp()).as("still on the line").isTrue();
        return this;
    }
}
