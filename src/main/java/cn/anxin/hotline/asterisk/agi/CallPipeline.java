package cn.anxin.hotline.asterisk.agi;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;

/** What a connection from Asterisk passes through. */
final class CallPipeline extends ChannelInitializer<Channel> {
    /** Beyond the calls themselves: those being refused, and whoever else knocks. */
    private static final int SPARE_CONNECTIONS = 200;

    private final AgiSettings settings;
    private final ScriptStarter starter;
    private final Refusals refusals;
    private final ChannelGroup connections;

    CallPipeline(
            AgiSettings settings,
            ScriptStarter starter,
            Refusals refusals,
            ChannelGroup connections) {
        this.settings = settings;
        this.starter = starter;
        this.refusals = refusals;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (connections.size() >= settings.maxScripts() + SPARE_CONNECTIONS) {
            refusals.turnAway(channel, Refusal.TOO_MANY_CONNECTIONS);
            return;
        }
        connections.add(channel);
        channel.pipeline()
                .addLast(new LineDecoder())
                .addLast(new AgiDecoder())
                .addLast(new CommandEncoder())
                .addLast(new Reception(settings.header(), starter, refusals));
    }
}
