package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.TalkListener;
import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.call.LiveCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** Keeps what it is told; can be made to take its time. */
public final class Recorder implements CallWatcher, DutyWatcher, TalkListener {
    public final BlockingQueue<CallEnded> ends = new LinkedBlockingQueue<>();
    public final BlockingQueue<LiveCalls> looks = new LinkedBlockingQueue<>();
    public final BlockingQueue<String> duty = new LinkedBlockingQueue<>();
    public final BlockingQueue<CallId> voices = new LinkedBlockingQueue<>();
    public final BlockingQueue<Duration> speeches = new LinkedBlockingQueue<>();
    public final Semaphore gate = new Semaphore(Integer.MAX_VALUE);

    @Override
    public void ended(CallEnded end) {
        gate.acquireUninterruptibly();
        gate.release();
        ends.add(end);
    }

    @Override
    public void resynchronised(LiveCalls live) {
        looks.add(live);
    }

    @Override
    public void answered(CallId caller, String dutyPhone, Instant at) {
        duty.add(caller + " answered by " + dutyPhone);
    }

    @Override
    public void talkingStarted(CallId call) {
        voices.add(call);
    }

    @Override
    public void talkingStopped(CallId call, Duration spoken) {
        speeches.add(spoken);
    }
}
