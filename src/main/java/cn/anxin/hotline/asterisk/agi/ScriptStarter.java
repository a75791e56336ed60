package cn.anxin.hotline.asterisk.agi;

import cn.anxin.hotline.call.NumberPlan;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Starts the script of a call on a thread of its own, or turns the call away. */
final class ScriptStarter {
    private final AgiSettings settings;
    private final NumberPlan plan;
    private final Admission admission;
    private final LoopLags lags;
    private final Refusals refusals;
    private final CallScripts scripts;
    private final Executor threads;
    private final AgiMeters meters;

    ScriptStarter(
            AgiSettings settings,
            NumberPlan plan,
            Admission admission,
            LoopLags lags,
            Refusals refusals,
            CallScripts scripts,
            Executor threads,
            AgiMeters meters) {
        this.settings = settings;
        this.plan = plan;
        this.admission = admission;
        this.lags = lags;
        this.refusals = refusals;
        this.scripts = scripts;
        this.threads = threads;
        this.meters = meters;
    }

    /** Event loop; the context's handler gives its place to the turns of the commands. */
    void start(ChannelHandlerContext ctx, CallHeader header) {
        var channel = ctx.channel();
        var refusal = admission.enter(lags.of(ctx.executor()));
        if (refusal.isPresent()) {
            refusals.turnAway(channel, refusal.get());
            return;
        }
        var turns = new CommandTurns(channel, settings, meters);
        ctx.pipeline().replace(ctx.handler(), "turns", turns);
        var waiting = new WaitingScript(header, new AgiLink(channel, turns), now(ctx));
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
            var request = CallRequest.read(waiting.header(), plan);
            if (request.isEmpty()) {
                refusals.turnAway(ctx.channel(), Refusal.BAD_HEADER);
                return;
            }
            scripts.of(request.get(), waiting.link())
                    .ifPresentOrElse(
                            CallScript::run,
                            () -> refusals.turnAway(ctx.channel(), Refusal.NO_DIALOGUE));
        } finally {
            waiting.link().close();
            admission.leave();
        }
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }

    private record WaitingScript(CallHeader header, AgiLink link, long since) {}
}
