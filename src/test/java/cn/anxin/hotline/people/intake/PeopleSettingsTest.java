package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class PeopleSettingsTest {
    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(PeopleSettings.class)
    static class Settings {}

    @Test
    void haveDefaults() {
        service.run(context ->
                assertThat(context.getBean(PeopleSettings.class))
                        .isEqualTo(
                                new PeopleSettings(
                                        Window.of("09:00-11:00"),
                                        DataSize.ofMegabytes(20),
                                        50_000)));
    }

    @Test
    void areWrittenAsPeopleWriteThem() {
        service.withPropertyValues(
                        "hotline.people.default-window=8点-10点半", "hotline.people.largest-file=5MB")
                .run(context -> {
                    var settings = context.getBean(PeopleSettings.class);
                    assertThat(settings.defaultWindow()).isEqualTo(Window.of("08:00-10:30"));
                    assertThat(settings.largestFile()).isEqualTo(DataSize.ofMegabytes(5));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hotline.people.default-window=mornings",
                "hotline.people.largest-file=1GB",
                "hotline.people.most-rows=0"
            })
    void nonsenseStopsTheStart(String property) {
        service.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
    }
}
