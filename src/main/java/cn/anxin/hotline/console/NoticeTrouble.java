package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Trouble.Words;
import cn.anxin.hotline.notice.ChannelList;
import cn.anxin.hotline.notice.ChannelList.ListedChannel;
import cn.anxin.hotline.notice.Fault;
import cn.anxin.hotline.notice.NoticeList.ListedNotice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a message is not with its reader, told like any {@link Trouble}. */
record NoticeTrouble(String code, Words zh, Words en) {
    private static final String STILL_TRIED_ZH = "消息还在，过一会儿会自动再发；该打的电话照常在打";
    private static final String STILL_TRIED_EN =
            "The message is kept and tried again by itself; the telephone calls go on";
    private static final String OVER_ZH = "该打的电话照常在打，事件和工单都在";
    private static final String OVER_EN =
            "The telephone calls go on, and incident and case are where they were";

    static @Nullable NoticeTrouble of(ListedNotice notice) {
        return switch (notice.state()) {
            case PENDING, SENDING ->
                    notice.fault() == null
                            ? null
                            : of(notice.fault(), STILL_TRIED_ZH, STILL_TRIED_EN);
            case FAILED ->
                    of(notice.fault() == null ? Fault.OUR_FAULT : notice.fault(), OVER_ZH, OVER_EN);
            case STALE -> stale();
            case SENT, DELIVERED -> null;
        };
    }

    static @Nullable NoticeTrouble of(ListedChannel channel) {
        var fault = channel.fault();
        if (channel.state() == ChannelList.State.WORKING && channel.failures() == 0) {
            return null;
        }
        return fault == null ? piledUp() : of(fault, STILL_TRIED_ZH, STILL_TRIED_EN);
    }

    private static NoticeTrouble stale() {
        return new NoticeTrouble(
                "stale",
                new Words("过了有用的时间还没发出去，不再发了", OVER_ZH, "还需要告诉对方的，请打电话；再看看这个通道的状态"),
                new Words(
                        "It could not be sent while it was of use, and is not sent any more",
                        OVER_EN,
                        "Ring whoever still has to know; look at the state of its channel"));
    }

    private static NoticeTrouble piledUp() {
        return new NoticeTrouble(
                "piled-up",
                new Words("要发的消息太多，排队太久", STILL_TRIED_ZH, "急的请先打电话；经常这样，请调高设置里的 limits"),
                new Words(
                        "There is more to send than the channel takes, and messages wait long",
                        STILL_TRIED_EN,
                        "Ring where it is urgent; if it happens often, raise its limits"));
    }

    private static NoticeTrouble of(Fault fault, String notLostZh, String notLostEn) {
        var words = FaultWords.of(fault);
        return new NoticeTrouble(
                fault.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                new Words(words.happenedZh(), notLostZh, words.nextZh()),
                new Words(words.happenedEn(), notLostEn, words.nextEn()));
    }
}
