package cn.anxin.hotline.rooms;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.Connected;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.call.Recording;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Somebody on the phone who answers each question as written, and remembers what was said. */
class ScriptedLine implements Line {
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    private final CallId call;
    private final @Nullable PhoneNumber caller;
    private final Queue<Answer> answers;
    private final List<Prompt> heard = new ArrayList<>();
    private final List<Question> asked = new ArrayList<>();
    private boolean obedient;
    private Runnable meanwhile = () -> {};
    private int meanwhileIn = 1;
    private @Nullable Connected connected;
    private boolean gone;
    private Duration speech = Duration.ZERO;

    ScriptedLine(CallId call, @Nullable PhoneNumber caller, Answer... answers) {
        this.call = call;
        this.caller = caller;
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    /** Hangs up right after the last answer. */
    ScriptedLine thenGone() {
        gone = true;
        return this;
    }

    static ScriptedLine pressing(CallId call, char... keys) {
        var answers = new Answer[keys.length];
        Arrays.setAll(answers, i -> new Answer.Pressed(keys[i]));
        return new ScriptedLine(call, null, answers);
    }

    /** Comes back from the connection that it was given. */
    ScriptedLine backFrom(Connected talk) {
        connected = talk;
        return this;
    }

    /** Does as it is told first. */
    static ScriptedLine pressingTheFirstKeyAskedFor(CallId call) {
        var line = new ScriptedLine(call, null);
        line.obedient = true;
        return line;
    }

    /** What happens in the world before the first answer. */
    ScriptedLine meanwhile(Runnable event) {
        return meanwhile(1, event);
    }

    /** What happens in the world before the answer to this question, counted from 1. */
    ScriptedLine meanwhile(int question, Runnable event) {
        meanwhileIn = question;
        meanwhile = event;
        return this;
    }

    @Override
    public CallId call() {
        return call;
    }

    @Override
    public Optional<PhoneNumber> caller() {
        return Optional.ofNullable(caller);
    }

    @Override
    public Optional<Connected> connected() {
        return Optional.ofNullable(connected);
    }

    @Override
    public void say(Prompt... prompts) {
        heard.addAll(List.of(prompts));
    }

    @Override
    public Answer ask(Question question) {
        heard.addAll(question.prompts());
        asked.add(question);
        if (asked.size() == meanwhileIn) {
            meanwhile.run();
        }
        if (obedient) {
            return new Answer.Pressed(question.keys().charAt(0));
        }
        var answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("asked once more than expected, after " + heard);
        }
        return answer;
    }

    /** Speaks for as long as is listened to, at most four seconds. */
    @Override
    public Optional<Recording> record(Duration longest, Duration silence) {
        var spoken = longest.compareTo(FOUR_SECONDS) < 0 ? longest : FOUR_SECONDS;
        return gone ? Optional.empty() : Optional.of(new Recording(call + ".wav", spoken));
    }

    /** Speaks so long at a stretch. */
    ScriptedLine speakingFor(Duration longest) {
        speech = longest;
        return this;
    }

    @Override
    public Duration longestSpeech() {
        return speech;
    }

    @Override
    public boolean gone() {
        return gone;
    }

    List<Prompt> heard() {
        return List.copyOf(heard);
    }

    List<Question> asked() {
        return List.copyOf(asked);
    }

    boolean heard(String key) {
        return heard.contains(Prompt.of(key));
    }
}
