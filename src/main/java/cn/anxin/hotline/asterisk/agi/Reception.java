package cn.anxin.hotline.asterisk.agi;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives one connection: hears in time which call it is, and has its script started. */
final class Reception extends SimpleChannelInboundHandler<CallHeader> {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Duration patience;
    private final ScriptStarter starter;
    private final Refusals refusals;
    private @Nullable Future<?> deadline;

    Reception(Duration patience, ScriptStarter starter, Refusals refusals) {
        this.patience = patience;
        this.starter = starter;
        this.refusals = refusals;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        deadline =
                ctx.executor()
                        .schedule(
                                () -> refusals.turnAway(ctx.channel(), Refusal.NO_HEADER),
                                patience.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, CallHeader header) {
        starter.start(ctx, header);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        switch (cause) {
            case TooLongFrameException _ -> refusals.turnAway(ctx.channel(), Refusal.BAD_HEADER);
            case IOException _ -> ctx.close();
            default -> {
                log.warn("A connection failed: {}", FaultTrace.of(cause));
                ctx.close();
            }
        }
    }

    /** Also when the script takes over, or the connection ends. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
