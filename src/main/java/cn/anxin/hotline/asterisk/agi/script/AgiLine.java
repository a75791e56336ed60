package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.agi.wire.AgiLink;
import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.Connected;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.PromptSounds;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.call.Recording;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as its dialogue sees it. */
final class AgiLine implements Line {
    private final CallRequest request;
    private final AgiLink link;
    private final Handset handset;
    private final PromptSounds sounds;
    private final Recordings recordings;
    private @Nullable Question unanswered;
    private int recorded;
    private volatile boolean voiceHeard;
    private final Speech speech;

    AgiLine(
            CallRequest request,
            AgiLink link,
            Handset handset,
            PromptSounds sounds,
            Recordings recordings,
            Clock clock) {
        this.request = request;
        this.link = link;
        this.handset = handset;
        this.sounds = sounds;
        this.recordings = recordings;
        this.speech = new Speech(clock);
    }

    @Override
    public CallId call() {
        return request.call();
    }

    @Override
    public Optional<PhoneNumber> caller() {
        return request.caller();
    }

    @Override
    public Optional<Connected> connected() {
        return request.connected();
    }

    @Override
    public void say(Prompt... prompts) {
        if (gone()) {
            return;
        }
        // All sounds first: making one may take seconds, and nobody likes a pause in a sentence.
        var all = Arrays.stream(prompts).map(sounds::of).toList();
        all.forEach(handset::play);
    }

    @Override
    public Answer ask(Question question) {
        var lost = link.lost();
        if (lost.isPresent()) {
            return lost.get().answer();
        }
        var all = question.prompts().stream().map(sounds::of).toList();
        voiceHeard = false;
        var answer = new Asking(handset, question, all, repeats(question)).answer();
        unanswered = answer.isPresent() ? null : question;
        return answer.orElseGet(() -> voiceHeard ? new Answer.Spoke() : new Answer.Silent());
    }

    private boolean repeats(Question question) {
        return unanswered != null && unanswered.slowly().equals(question.slowly());
    }

    @Override
    public Optional<Recording> record(Duration longest, Duration silence) {
        if (gone()) {
            return Optional.empty();
        }
        recorded++;
        return recordings.take(call(), recorded, handset, longest, silence);
    }

    @Override
    public Duration longestSpeech() {
        return speech.longest();
    }

    @Override
    public boolean gone() {
        return link.lost().isPresent();
    }

    /** May be called by any thread. */
    void heardVoice() {
        voiceHeard = true;
        speech.began();
    }

    /** The same. */
    void heardVoiceFor(Duration spoken) {
        speech.ceased(spoken);
    }
}
