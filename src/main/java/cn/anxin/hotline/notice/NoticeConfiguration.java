package cn.anxin.hotline.notice;

import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    RetryPauses retryPauses(NoticeSettings settings) {
        return new RetryPauses(
                settings.firstPause(), settings.longestPause(), RandomGenerator.getDefault());
    }
}
