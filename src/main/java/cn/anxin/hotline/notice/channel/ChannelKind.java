package cn.anxin.hotline.notice.channel;

/** What a channel is, and how much it takes where nothing else is set. */
public enum ChannelKind {
    SMS(600),
    /** Its robots take 20 messages a minute (Tencent's documentation of group robots). */
    WECOM(20),
    /** The same, and whoever sends more is shut out for ten minutes (DingTalk's documentation). */
    DINGTALK(20),
    MAIL(60),
    WEBHOOK(600);

    private final int perMinute;

    ChannelKind(int perMinute) {
        this.perMinute = perMinute;
    }

    int perMinute() {
        return perMinute;
    }
}
