package cn.anxin.hotline.console;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.people.EndedAlone;
import cn.anxin.hotline.people.MaskedNames;
import cn.anxin.hotline.people.pause.PauseList;
import cn.anxin.hotline.people.pause.PauseReason;
import cn.anxin.hotline.people.pause.PauseState;
import cn.anxin.hotline.wellness.SpokenReplies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What waits for somebody at the duty desk and rings nobody: none of it leaves anybody unasked. A
 * reply that nobody has heard leaves its check open, and who is back from a pause is in the day's
 * round again.
 */
@Component
class DeskWork {
    private static final int MOST_OF_EACH = 20;

    private final SpokenReplies replies;
    private final PauseList pauses;
    private final EndedAlone alone;
    private final MaskedNames names;
    private final ConsoleSettings settings;
    private final HotlineSettings hotline;

    DeskWork(
            SpokenReplies replies,
            PauseList pauses,
            EndedAlone alone,
            MaskedNames names,
            ConsoleSettings settings,
            HotlineSettings hotline) {
        this.replies = replies;
        this.pauses = pauses;
        this.alone = alone;
        this.names = names;
        this.settings = settings;
        this.hotline = hotline;
    }

    /**
     * @param replies how many wait for an ear; like the others, of all, of which {@code items} are
     *     the oldest
     */
    record Work(int replies, int pauses, int alone, List<Item> items) {}

    enum Kind {
        REPLY,
        PAUSE,
        ALONE
    }

    /**
     * @param id of the reply, the pause or the person
     * @param name masked
     * @param since it waits; in the future while a pause has its last day
     * @param late whether it waits longer than it should
     * @param day of a pause the first one back, of being alone the last one
     * @param reason of a pause
     * @param lengthMs of a reply
     * @param verdict what the reply's check has come to since
     * @param version of a person's record, for a change
     * @param rung whether they are rung at present
     */
    record Item(
            Kind kind,
            String id,
            long personId,
            @Nullable String name,
            Instant since,
            boolean late,
            @Nullable LocalDate day,
            @Nullable PauseReason reason,
            @Nullable Integer lengthMs,
            @Nullable String verdict,
            @Nullable Integer version,
            boolean rung) {

        Item named(@Nullable String masked) {
            return new Item(
                    kind, id, personId, masked, since, late, day, reason, lengthMs, verdict,
                    version, rung);
        }
    }

    Work at(Instant now) {
        var items = new ArrayList<Item>();
        replies.unheard(MOST_OF_EACH).forEach(reply -> items.add(item(reply, now)));
        for (var pause : pauses.ending(MOST_OF_EACH)) {
            var since = begins(pause.backOn());
            items.add(
                    new Item(
                            Kind.PAUSE,
                            Long.toString(pause.id()),
                            pause.personId(),
                            null,
                            since,
                            waits(since, settings.endWaits(), now),
                            pause.backOn(),
                            pause.reason(),
                            null,
                            null,
                            null,
                            pause.state() == PauseState.ENDED));
        }
        alone.list(MOST_OF_EACH).forEach(ended -> items.add(item(ended, now)));
        return new Work(replies.unheardCount(), pauses.endingCount(), alone.count(), named(items));
    }

    private Item item(SpokenReplies.Waiting reply, Instant now) {
        return new Item(
                Kind.REPLY,
                reply.callId(),
                reply.personId(),
                null,
                reply.recordedAt(),
                waits(reply.recordedAt(), settings.replyWaits(), now),
                null,
                null,
                reply.lengthMs(),
                reply.verdict(),
                null,
                reply.verdict() == null);
    }

    private Item item(EndedAlone.Ended ended, Instant now) {
        var since = begins(ended.until().plusDays(1));
        return new Item(
                Kind.ALONE,
                Long.toString(ended.personId()),
                ended.personId(),
                null,
                since,
                waits(since, settings.endWaits(), now),
                ended.until(),
                null,
                null,
                null,
                ended.version(),
                ended.rung());
    }

    private List<Item> named(List<Item> items) {
        var people = items.stream().map(Item::personId).collect(Collectors.toSet());
        var masked = names.ofPeople(people);
        return items.stream().map(item -> item.named(masked.get(item.personId()))).toList();
    }

    private Instant begins(LocalDate day) {
        return day.atStartOfDay(hotline.zone()).toInstant();
    }

    private static boolean waits(Instant since, Duration longest, Instant now) {
        return since.plus(longest).isBefore(now);
    }
}
