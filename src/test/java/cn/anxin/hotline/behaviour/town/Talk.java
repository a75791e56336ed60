package cn.anxin.hotline.behaviour.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.behaviour.ear.Ear;
import cn.anxin.hotline.behaviour.ear.Heard;
import cn.anxin.hotline.behaviour.phone.Call;
import cn.anxin.hotline.behaviour.phone.IncomingCall;
import cn.anxin.hotline.behaviour.phone.Sound;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An answered call in the words of a story. What is heard is heard in order. */
public final class Talk {
    private static final Duration SAID_WITHIN = Duration.ofSeconds(90);
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

    /** The number that whoever rang us shows; empty if none, or if we rang. */
    public String caller() {
        return call instanceof IncomingCall incoming ? incoming.caller() : "";
    }

    /** Waits until this prompt of the catalogue is being said. */
    public Talk hears(String prompt) {
        return hears(installation.ear(), prompt);
    }

    /** The same from a person, who takes as long as they like. */
    Talk hearsAPerson(String words) {
        lastKey = 0;
        return hears(words);
    }

    /** Waits until these words, made for this call, are being said. */
    public Talk hearsWords(String words) {
        return hears(new Ear(Map.of(words, installation.spoken(words))), words);
    }

    private Talk hears(Ear ear, String prompt) {
        var window = ear.telling(prompt) + ONE_SECOND;
        var listened = new AtomicInteger(next());
        var heard =
                await("\"" + prompt + "\" is said")
                        .atMost(SAID_WITHIN)
                        .pollInterval(LISTENING)
                        .failFast(
                                "the call ended before \"" + prompt + "\"",
                                () -> endedUnheard(ear, prompt))
                        .until(
                                () -> {
                                    var now = call.recording().length();
                                    var from = listened.get();
                                    listened.set(Math.max(from, now - window));
                                    return listen(ear, prompt, from);
                                },
                                Optional::isPresent);
        lastHeard = heard.orElseThrow().at();
        measure();
        return this;
    }

    private void measure() {
        if (lastKey != 0 && heardAt() > lastKey) {
            installation.figures().took("key let go → its answer's first RTP", lastKey, heardAt());
        }
        lastKey = 0;
    }

    private int next() {
        return lastHeard + ONE_SECOND / 2;
    }

    private boolean endedUnheard(Ear ear, String prompt) {
        return call.hasEnded() && listen(ear, prompt, next()).isEmpty();
    }

    private Optional<Heard> listen(Ear ear, String prompt, int from) {
        var sound = call.recording().sound();
        return ear.first(prompt, sound.cut(from, Math.max(from, sound.length())))
                .map(heard -> new Heard(prompt, heard.at() + from, heard.until() + from));
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

    /** Listens to the end of a prompt that it hears already. */
    public Talk listensToTheEndOf(String prompt) {
        var end = lastHeard + installation.catalogued(prompt).length();
        await("the end of \"" + prompt + "\"")
                .atMost(SAID_WITHIN)
                .pollInterval(LISTENING)
                .until(() -> call.recording().length() >= end);
        return this;
    }

    /** Reads this text of the catalogue aloud. */
    public Talk says(String prompt) {
        return says(installation.catalogued(prompt));
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
