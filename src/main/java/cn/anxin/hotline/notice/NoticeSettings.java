package cn.anxin.hotline.notice;

import cn.anxin.hotline.notice.channel.ChannelTerms;
import cn.anxin.hotline.notice.channel.DingtalkSettings;
import cn.anxin.hotline.notice.channel.MailSettings;
import cn.anxin.hotline.notice.channel.SmsSettings;
import cn.anxin.hotline.notice.channel.WebhookSettings;
import cn.anxin.hotline.notice.channel.WecomSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Through what messages leave the house; without an entry nothing does.
 *
 * @param sms gateways; the first that works is used
 * @param firstPause before a message is tried again; each following one is twice as long
 * @param longestPause between two attempts, also if the other side asks for a longer one
 * @param failuresInARow after which a channel counts as failing
 * @param longestWait of a message, after which its channel counts as failing
 * @param successesInARow after which it counts as working again
 * @param calm or, after fewer successes, so long without a failure
 * @param kept how long a message is kept after its end
 */
@ConfigurationProperties("hotline.notice")
public record NoticeSettings(
        @DefaultValue List<SmsSettings> sms,
        @DefaultValue List<WecomSettings> wecom,
        @DefaultValue List<DingtalkSettings> dingtalk,
        @DefaultValue List<MailSettings> mail,
        @DefaultValue List<WebhookSettings> webhooks,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("5") int failuresInARow,
        @DefaultValue("10m") Duration longestWait,
        @DefaultValue("3") int successesInARow,
        @DefaultValue("5m") Duration calm,
        @DefaultValue("90d") Duration kept) {

    public NoticeSettings {
        sms = List.copyOf(sms);
        wecom = List.copyOf(wecom);
        dingtalk = List.copyOf(dingtalk);
        mail = List.copyOf(mail);
        webhooks = List.copyOf(webhooks);
        if (firstPause.toMillis() < 10 || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "hotline.notice: first-pause 10ms or more, longest-pause not shorter");
        }
        if (failuresInARow < 1 || successesInARow < 1 || !longestWait.isPositive()) {
            throw new IllegalArgumentException(
                    "hotline.notice: failures-in-a-row, successes-in-a-row and longest-wait more"
                            + " than nothing");
        }
        if (calm.isNegative() || kept.toHours() < 1) {
            throw new IllegalArgumentException("hotline.notice: kept for an hour or more");
        }
        var names = new HashSet<String>();
        terms(sms, wecom, dingtalk, mail, webhooks)
                .forEach(terms -> {
                    if (!names.add(terms.name())) {
                        throw new IllegalArgumentException(
                                "hotline.notice: two channels are called " + terms.name());
                    }
                });
    }

    private static Stream<ChannelTerms> terms(
            List<SmsSettings> sms,
            List<WecomSettings> wecom,
            List<DingtalkSettings> dingtalk,
            List<MailSettings> mail,
            List<WebhookSettings> webhooks) {
        return Stream.of(
                        sms.stream().map(SmsSettings::terms),
                        wecom.stream().map(WecomSettings::terms),
                        dingtalk.stream().map(DingtalkSettings::terms),
                        mail.stream().map(MailSettings::terms),
                        webhooks.stream().map(WebhookSettings::terms))
                .flatMap(one -> one);
    }
}
