package cn.anxin.hotline.people.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.CategorySettings;
import cn.anxin.hotline.people.CategorySettings.Own;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestRoster;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The town thinks better, or worse, of a category. */
class RiskUpkeepTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestRoster town = new TestRoster(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void followsTheSettingsUnlessSomebodySetItByHand() {
        var none = person();
        var ours = person("EXAM_YEAR");
        var both = person("EXAM_YEAR", "NO_FAMILY");
        var gone = person("NO_LONGER_KNOWN");
        var byHand = person("NO_FAMILY");
        database.jdbc()
                .sql("update person set risk = 'LOW', risk_set = 'LOW' where id = ?")
                .param(byHand)
                .update();

        reckon(RiskLevel.LOW);
        assertThat(risk(none)).isEqualTo("NORMAL");
        assertThat(risk(ours)).isEqualTo("LOW");
        assertThat(risk(both)).isEqualTo("HIGH");
        assertThat(risk(gone)).isEqualTo("NORMAL");
        assertThat(risk(byHand)).isEqualTo("LOW");

        reckon(RiskLevel.HIGH);
        assertThat(risk(ours)).isEqualTo("HIGH");
        assertThat(risk(byHand)).isEqualTo("LOW");
    }

    private void reckon(RiskLevel ofExamYear) {
        var own = new Own("EXAM_YEAR", "考生家庭", List.of(), ofExamYear);
        new RiskUpkeep(database.jdbc(), new Categories(new CategorySettings(List.of(own))))
                .reckon();
    }

    private long person(String... categories) {
        var id = town.person("唐桂兰", "+8613800000001");
        for (var category : categories) {
            database.jdbc()
                    .sql("insert into person_category values (?, ?)")
                    .params(id, category)
                    .update();
        }
        return id;
    }

    private String risk(long person) {
        return database.jdbc()
                .sql("select risk from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }
}
