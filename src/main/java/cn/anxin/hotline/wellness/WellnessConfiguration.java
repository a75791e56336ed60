package cn.anxin.hotline.wellness;

import cn.anxin.hotline.wellness.plan.PlanSettings;
import cn.anxin.hotline.wellness.plan.TownPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WellnessConfiguration {

    @Bean
    TownPlan townPlan(PlanSettings plan, WellnessSettings settings) {
        return new TownPlan(plan, settings.attempts(), settings.ring(), settings.spacing());
    }
}
