package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.call.Recording;
import java.time.Duration;
import java.util.Optional;

/** Somebody who presses 1 whatever they are asked: an elder who is fine, a volunteer who goes. */
record PressesOne(CallId call) implements Line {

    @Override
    public Optional<PhoneNumber> caller() {
        return Optional.empty();
    }

    @Override
    public void say(Prompt... prompts) {}

    @Override
    public Answer ask(Question question) {
        return new Answer.Pressed('1');
    }

    @Override
    public boolean gone() {
        return false;
    }

    @Override
    public Optional<Recording> record(Duration longest, Duration silence) {
        return Optional.empty();
    }
}
