package cn.anxin.hotline.wellness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.ScreenSignal;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.testing.TestWishes;
import cn.anxin.hotline.wellness.dialogue.DialogueSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class KnownQuestionsTest {

    private static KnownQuestions with(Map<String, String> plan) {
        var settings = new HashMap<>(plan);
        settings.put("dialogue.questions[0].name", "medicine");
        settings.put("dialogue.questions[0].words", "药还够吃吗？");
        settings.put("dialogue.questions[0].need", "MEDICAL");
        var binder = new Binder(new MapConfigurationPropertySource(settings));
        return new KnownQuestions(
                binder.bindOrCreate("dialogue", DialogueSettings.class),
                binder.bindOrCreate("plan", PlanSettings.class));
    }

    @Test
    void knowsWhatCanBeAsked() {
        var questions = with(Map.of("plan.questions", "medicine"));

        assertThat(questions.knowsAllOf(Wishes.NONE)).isTrue();
        assertThat(questions.knowsAllOf(TestWishes.of("{'questions': ['medicine']}"))).isTrue();
        assertThat(questions.knowsAllOf(TestWishes.of("{'questions': ['food']}"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.questions", "plan.groups[0].plan.questions"})
    void aTownThatAsksWhatDoesNotExistDoesNotStart(String setting) {
        assertThatThrownBy(() -> with(Map.of(setting, "food", "plan.groups[0].risk", "HIGH")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hotline.wellness.plan");
    }

    @Test
    void whatPeoplesPlansNameAndNobodyIsAskedAnyMoreIsTold() {
        var database = TestDatabase.fresh();
        try {
            var jdbc = database.jdbc();
            var person = new TestRoster(jdbc).person("唐桂兰");
            jdbc.sql(
                            """
                            insert into person_plan (person_id, wishes, changed_by)
                            values (?, '{"questions": ["medicine", "heating"]}', 'duty:王芳')
                            """)
                    .param(person)
                    .update();
            new VanishedQuestions(jdbc, journal(jdbc), with(Map.of()), database.transactions())
                    .tell();

            assertThat(
                            jdbc.sql("select detail ->> 'questions' from journal")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("heating (1)");
        } finally {
            database.close();
        }
    }

    private static Journal journal(JdbcClient jdbc) {
        return new Journal(
                jdbc, new StaticListableBeanFactory().getBeanProvider(ScreenSignal.class));
    }
}
