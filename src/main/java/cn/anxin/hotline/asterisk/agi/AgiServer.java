package cn.anxin.hotline.asterisk.agi;

import cn.anxin.hotline.call.NumberPlan;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opening of the FastAGI port: listens, and at the end lets the scripts finish. */
final class AgiServer {
    /** They only pass bytes on. */
    private static final int EVENT_LOOPS = 2;

    /** How long a script may take to notice that its line was cut. */
    private static final Duration NOTICE = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(AgiServer.class);

    private final AgiSettings settings;
    private final Admission admission;
    private final EventLoopGroup loops;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 1).factory());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel port;

    /**
     * @throws IllegalStateException if it cannot listen there, or must not: FastAGI knows no
     *     password, so the address has to be a loopback one
     */
    AgiServer(
            InetSocketAddress address,
            AgiSettings settings,
            NumberPlan plan,
            CallScripts scripts,
            Admission admission,
            AgiMeters meters) {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalStateException(
                    "hotline.asterisk.agi must be a loopback address, not " + address);
        }
        this.settings = settings;
        this.admission = admission;
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        EVENT_LOOPS, new DefaultThreadFactory("agi"), NioIoHandler.newFactory());
        var lags = new LoopLags();
        loops.forEach(lags::watch);
        var refusals = new Refusals(meters, loops.ticker());
        var starter =
                new ScriptStarter(
                        settings, plan, admission, lags, refusals, scripts, threads, meters);
        admission.open();
        this.port = listen(address, new CallPipeline(settings, starter, refusals, connections));
    }

    SocketAddress address() {
        return port.localAddress();
    }

    private Channel listen(InetSocketAddress address, CallPipeline pipeline) {
        var listening =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(pipeline)
                        .bind(address)
                        .awaitUninterruptibly();
        if (!listening.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IllegalStateException(
                    "FastAGI cannot listen on " + address + " (hotline.asterisk.agi)",
                    listening.cause());
        }
        return listening.channel();
    }

    /** Takes no more calls, lets the scripts finish in time, leaves the others to the fallback. */
    void close() {
        admission.close();
        port.close().awaitUninterruptibly();
        threads.shutdown();
        if (!finished(settings.drain())) {
            log.warn("{} calls are left to the native fallback", admission.scripts());
        }
        connections.close().awaitUninterruptibly();
        if (!finished(NOTICE)) {
            threads.shutdownNow();
        }
        loops.shutdownGracefully(0, NOTICE.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }

    private boolean finished(Duration patience) {
        try {
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
