package cn.anxin.hotline.notice.channel;

import java.util.Objects;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A robot in a group of WeCom (企业微信).
 *
 * @param to the whole address that WeCom shows for the robot, with its key
 * @param detail how much the group is told
 */
public record WecomSettings(
        String name,
        HttpEnd to,
        @DefaultValue("TEXT") Detail detail,
        @DefaultValue Hearing hears,
        @DefaultValue Limits limits) {

    public WecomSettings {
        Objects.requireNonNull(to, "hotline.notice: a channel needs to.url");
    }

    public ChannelTerms terms() {
        return new ChannelTerms(name, ChannelKind.WECOM, limits, hears);
    }
}
