package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.notice.NoticeSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean(destroyMethod = "close")
    Channels channels(
            NoticeSettings settings,
            NumberPlan plan,
            Clock clock,
            ObjectProvider<SslBundles> bundles) {
        var trust = new Trust(bundles, new RetryAfter(clock));
        var all = new ArrayList<Channel>();
        settings.sms().forEach(s -> all.add(new SmsGateway(s, trust.http(s.to()), plan, clock)));
        settings.wecom().forEach(s -> all.add(WecomRobot.of(s, trust.http(s.to()))));
        settings.dingtalk().forEach(s -> all.add(DingtalkRobot.of(s, trust.http(s.to()), clock)));
        settings.mail().forEach(s -> all.add(mailbox(s, trust)));
        settings.webhooks().forEach(s -> all.add(new Webhook(s, trust.http(s.to()), clock)));
        return new Channels(all, List.copyOf(trust.clients().values()));
    }

    private static Mailbox mailbox(MailSettings settings, Trust trust) {
        var context = trust.context(settings.sslBundle());
        return new Mailbox(settings, context == null ? null : context.getSocketFactory());
    }

    /** One client for all who trust the same. */
    private record Trust(
            ObjectProvider<SslBundles> bundles, RetryAfter retryAfter, Map<String, Http> clients) {

        Trust(ObjectProvider<SslBundles> bundles, RetryAfter retryAfter) {
            this(bundles, retryAfter, new HashMap<>());
        }

        Http http(HttpEnd end) {
            var bundle = end.sslBundle();
            return clients.computeIfAbsent(
                    bundle == null ? "" : bundle, _ -> new Http(context(bundle), retryAfter));
        }

        @Nullable SSLContext context(@Nullable String bundle) {
            return bundle == null ? null : bundles.getObject().getBundle(bundle).createSslContext();
        }
    }
}
