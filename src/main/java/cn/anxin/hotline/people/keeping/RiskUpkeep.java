package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Category;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * After each start, for the settings may say something else of a category: reckons the risk of
 * everybody anew for whom none was set by hand. One statement, a second for a hundred thousand.
 */
@Component
class RiskUpkeep {
    private static final Logger log = LoggerFactory.getLogger(RiskUpkeep.class);

    private final JdbcClient jdbc;
    private final Categories categories;

    RiskUpkeep(JdbcClient jdbc, Categories categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    @EventListener(ApplicationReadyEvent.class)
    void reckon() {
        var all = categories.all();
        var changed =
                jdbc.sql(
                                """
                                with town as (
                                    select * from unnest(:codes, :places) as town (code, place)
                                ), reckoned as (
                                    select person.id,
                                        -- places as in RiskLevel, from 1; without a category normal
                                        (array['LOW', 'NORMAL', 'HIGH'])[coalesce(max(place), 2)] as risk
                                    from person
                                    left join person_category on person_id = person.id
                                    left join town on code = category
                                    where risk_set is null
                                    group by person.id
                                )
                                update person set risk = reckoned.risk
                                from reckoned
                                where person.id = reckoned.id and person.risk <> reckoned.risk
                                """)
                        .param("codes", all.stream().map(Category::code).toArray(String[]::new))
                        .param(
                                "places",
                                all.stream()
                                        .map(one -> categories.risk(List.of(one)).ordinal() + 1)
                                        .toArray(Integer[]::new))
                        .update();
        if (changed > 0) {
            log.info("{} people have another risk by the settings' categories", changed);
        }
    }
}
