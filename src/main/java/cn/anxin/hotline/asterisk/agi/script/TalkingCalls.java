package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.TalkListener;
import cn.anxin.hotline.call.CallId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tells a line that its other side began or ceased to speak. */
@Component
final class TalkingCalls implements TalkListener {
    private final Map<CallId, AgiLine> lines = new ConcurrentHashMap<>();

    /** Until closed. */
    Listening listen(AgiLine line) {
        lines.put(line.call(), line);
        return () -> lines.remove(line.call(), line);
    }

    @Override
    public void talkingStarted(CallId call) {
        var line = lines.get(call);
        if (line != null) {
            line.heardVoice();
        }
    }

    @Override
    public void talkingStopped(CallId call, Duration spoken) {
        var line = lines.get(call);
        if (line != null) {
            line.heardVoiceFor(spoken);
        }
    }

    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
