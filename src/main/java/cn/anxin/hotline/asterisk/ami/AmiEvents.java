package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.ami.calls.AmiEvent;
import cn.anxin.hotline.asterisk.ami.connection.HangupWithSipStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.ChannelTalkingStartEvent;
import org.asteriskjava.manager.event.ChannelTalkingStopEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.jspecify.annotations.Nullable;

/**
 * Translates the library's events on the library's thread and hands them on. The events named here
 * are the ones that {@code manager.conf} has to let through.
 */
final class AmiEvents implements ManagerEventListener {
    // AST_STATE_* of Asterisk's channelstate.h
    private static final int RINGING = 5;
    private static final int UP = 6;

    private final Clock clock;
    private final Consumer<AmiEvent> next;

    /**
     * @param next must not block
     */
    AmiEvents(Clock clock, Consumer<AmiEvent> next) {
        this.clock = clock;
        this.next = next;
    }

    @Override
    public void onManagerEvent(ManagerEvent event) {
        translate(event).ifPresent(next);
    }

    private Optional<AmiEvent> translate(ManagerEvent event) {
        var at = clock.instant();
        return Optional.ofNullable(
                switch (event) {
                    case NewChannelEvent e ->
                            new AmiEvent.ChannelOpened(
                                    known(e.getUniqueId()), known(e.getChannel()), at);
                    case NewStateEvent e -> state(e);
                    case DialStateEvent e ->
                            new AmiEvent.ChannelAlerting(known(e.getDestUniqueId()));
                    case HangupWithSipStatus e ->
                            new AmiEvent.ChannelClosed(
                                    known(e.getUniqueId()),
                                    known(e.getLinkedId()),
                                    known(e.getChannel()),
                                    orZero(e.getChannelState()) == UP,
                                    orZero(e.getCause()),
                                    orZero(e.getTechCause()),
                                    at);
                    case OriginateResponseEvent e ->
                            e.isSuccess()
                                    ? new AmiEvent.ChannelUp(known(e.getUniqueId()), at)
                                    : new AmiEvent.OriginateFailed(known(e.getActionId()), at);
                    case QueueCallerJoinEvent e ->
                            new AmiEvent.CallerQueued(
                                    known(e.getUniqueId()), known(e.getCallerIdNum()), at);
                    case AgentConnectEvent e ->
                            new AmiEvent.CallerAnswered(
                                    known(e.getUniqueId()),
                                    known(e.getCallerIdNum()),
                                    known(e.getMemberName()),
                                    at);
                    case ChannelTalkingStartEvent e ->
                            new AmiEvent.TalkingStarted(known(e.getUniqueId()));
                    case ChannelTalkingStopEvent e ->
                            new AmiEvent.TalkingStopped(
                                    known(e.getUniqueId()), millis(e.getDuration()));
                    default -> null;
                });
    }

    private @Nullable AmiEvent state(NewStateEvent event) {
        return switch (orZero(event.getChannelState())) {
            case RINGING -> new AmiEvent.ChannelAlerting(known(event.getUniqueId()));
            case UP -> new AmiEvent.ChannelUp(known(event.getUniqueId()), clock.instant());
            default -> null;
        };
    }

    private static String known(@Nullable String header) {
        return header == null ? "" : header;
    }

    private static Duration millis(@Nullable Long header) {
        return Duration.ofMillis(header == null ? 0 : Math.max(0, header));
    }

    private static int orZero(@Nullable Integer header) {
        return header == null ? 0 : header;
    }
}
