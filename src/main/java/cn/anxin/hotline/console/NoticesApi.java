package cn.anxin.hotline.console;

import cn.anxin.hotline.notice.ChannelList;
import cn.anxin.hotline.notice.ChannelList.ListedChannel;
import cn.anxin.hotline.notice.NoticeList;
import cn.anxin.hotline.notice.NoticeList.ListedNotice;
import cn.anxin.hotline.notice.NoticeState;
import cn.anxin.hotline.notice.Urgency;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told in writing, and through what. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/notices")
class NoticesApi {
    private final NoticeList notices;
    private final ChannelList channels;

    NoticesApi(NoticeList notices, ChannelList channels) {
        this.notices = notices;
        this.channels = channels;
    }

    /**
     * @param messageId what its receiver knows it by
     * @param to masked, whose number it goes to; absent: the channel's own readers
     * @param trouble of the last attempt that failed, or why it was never sent
     */
    record NoticeItem(
            long id,
            UUID messageId,
            NoticeState state,
            String channel,
            String kind,
            Urgency urgency,
            String title,
            @Nullable String to,
            @Nullable Long personId,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            int attempts,
            Instant postedAt,
            Instant staleAt,
            @Nullable Instant nextActionAt,
            @Nullable Instant sentAt,
            @Nullable Instant endedAt,
            @Nullable NoticeTrouble trouble) {

        static NoticeItem of(ListedNotice notice) {
            return new NoticeItem(
                    notice.id(),
                    notice.messageId(),
                    notice.state(),
                    notice.channel(),
                    notice.kind(),
                    notice.urgency(),
                    notice.title(),
                    notice.to(),
                    notice.personId(),
                    notice.incidentId(),
                    notice.caseId(),
                    notice.attempts(),
                    notice.postedAt(),
                    notice.staleAt(),
                    notice.nextActionAt(),
                    notice.sentAt(),
                    notice.endedAt(),
                    NoticeTrouble.of(notice));
        }
    }

    /**
     * @param kind SMS, WECOM, DINGTALK, MAIL or WEBHOOK
     * @param failures in a row
     * @param oldestWaiting since when the oldest message waits
     */
    record ChannelItem(
            String id,
            ChannelList.State state,
            String kind,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant restsUntil,
            @Nullable Instant oldestWaiting,
            @Nullable NoticeTrouble trouble) {

        static ChannelItem of(ListedChannel channel) {
            return new ChannelItem(
                    channel.name(),
                    channel.state(),
                    channel.kind(),
                    channel.failures(),
                    channel.failingSince(),
                    channel.restsUntil(),
                    channel.oldestWaiting(),
                    NoticeTrouble.of(channel));
        }
    }

    @GetMapping
    @Operation(summary = "消息: what was told in writing, the latest first; without text or number")
    Page<NoticeItem> notices(
            @RequestParam(required = false) @Nullable Set<NoticeState> state,
            @RequestParam(required = false) @Positive @Nullable Long incident,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var states = state == null ? Set.<NoticeState>of() : state;
        var page =
                incident == null
                        ? notices.page(states, after, limit)
                        : notices.ofIncident(incident, states, after, limit);
        var next = Page.of(page, limit, notice -> Long.toString(notice.id())).next();
        return new Page<>(page.stream().map(NoticeItem::of).toList(), next);
    }

    @GetMapping("/channels")
    @Operation(summary = "消息通道: the channels that are set up, and how each fares")
    Page<ChannelItem> channels() {
        List<ListedChannel> all = channels.channels();
        return Page.whole(all.stream().map(ChannelItem::of).toList());
    }
}
