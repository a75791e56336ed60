package cn.anxin.hotline.asterisk.agi;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Starts the script of a call on a thread of its own, or turns the call away. */
final class ScriptStarter {
    private final AgiSettings settings;
    private final Admission admission;
    private final LoopLags lags;
    private final Refusals refusals;
    private final CallScripts scripts;
    private final Executor threads;
    private final AgiMeters meters;

    ScriptStarter(
            AgiSettings settings,
            Admission admission,
            LoopLags lags,
            Refusals refusals,
            CallScripts scripts,
            Executor threads,
            AgiMeters meters) {
        this.settings = settings;
        this.admission = admission;
        this.lags = lags;
        this.refusals = refusals;
        this.scripts = scripts;
        this.threads = threads;
        this.meters = meters;
    }

    /** Event loop; the context's handler gives its place to the turns of the commands. */
    void start(ChannelHandlerContext ctx, CallRequest request) {
        var channel = ctx.channel();
        var refusal = admission.enter(lags.of(ctx.executor()));
        if (refusal.isPresent()) {
            refusals.turnAway(channel, refusal.get());
            return;
        }
        var turns = new CommandTurns(channel, settings, meters);
        ctx.pipeline().replace(ctx.handler(), "turns", turns);
        var waiting = new WaitingScript(request, new AgiLink(channel, turns), now(ctx));
        try {
            threads.execute(() -> run(ctx, waiting));
        } catch (RejectedExecutionException e) {
            admission.leave();
            refusals.turnAway(channel, Refusal.STOPPING);
        }
    }

    private void run(ChannelHandlerContext ctx, WaitingScript waiting) {
        try {
            var delay = Duration.ofNanos(now(ctx) - waiting.since());
            meters.startDelay(delay);
            if (admission.tooLate(delay)) {
                refusals.turnAway(ctx.channel(), Refusal.LATE);
                return;
            }
            scripts.of(waiting.request(), waiting.link())
                    .ifPresentOrElse(
                            CallScript::run,
                            () -> refusals.turnAway(ctx.channel(), Refusal.NO_DIALOGUE));
        } finally {
            admission.leave();
        }
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }

    private record WaitingScript(CallRequest request, AgiLink link, long since) {}
}
