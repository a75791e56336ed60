package cn.anxin.hotline.notice.channel;

import java.util.Objects;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A robot in a group of DingTalk (钉钉).
 *
 * @param to the whole address that DingTalk shows for the robot, with its token
 * @param secret with which it wants its messages signed (加签); empty: it wants no signature
 * @param detail how much the group is told
 */
public record DingtalkSettings(
        String name,
        HttpEnd to,
        @DefaultValue("") String secret,
        @DefaultValue("TEXT") Detail detail,
        @DefaultValue Hearing hears,
        @DefaultValue Limits limits) {

    public DingtalkSettings {
        Objects.requireNonNull(to, "hotline.notice: a channel needs to.url");
    }

    public ChannelTerms terms() {
        return new ChannelTerms(name, ChannelKind.DINGTALK, limits, hears);
    }

    @Override
    public String toString() {
        return "DingtalkSettings[" + name + "]";
    }
}
