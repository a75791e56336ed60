package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.wellness.round.AloneEndings;
import cn.anxin.hotline.wellness.round.AloneEndings.AloneEnding;
import cn.anxin.hotline.wellness.round.AloneEndings.When;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever was alone only for a time leaves the round, and somebody is told. */
class AloneEndingsTest extends RoomStory {
    @Autowired AloneEndings endings;
    @Autowired MovableClock clock;

    @BeforeEach
    void aloneForATime() {
        jdbc.sql("insert into person_category values (?, 'TEMPORARILY_ALONE')")
                .param(elder)
                .update();
    }

    private void aloneUntil(int daysFromToday) {
        jdbc.sql(
                        """
                        update person set alone_until = (now() at time zone :zone)::date + :days
                        where id = :id
                        """)
                .param("zone", hotline.zone().getId())
                .param("days", daysFromToday)
                .param("id", elder)
                .update();
        clock.move(Duration.ofMinutes(2));
        turn.sweep();
    }

    private List<String> told() {
        return jdbc.sql("select kind from journal where kind like 'alone-%' order by id")
                .query(String.class)
                .list();
    }

    @Test
    void isToldTheDayBeforeOnTheDayAndWhenTheyAreRungNoMore() {
        for (var days : List.of(5, 1, 1, 0, 0, -1, -1)) {
            aloneUntil(days);
        }

        assertThat(told())
                .containsExactly("alone-ends-tomorrow", "alone-ends-today", "alone-ends-over");
        assertThat(endings.list(10)).extracting(AloneEnding::when).containsExactly(When.OVER);
    }

    @Test
    void isListedUntilTheirRecordSaysOtherwise() {
        jdbc.sql(
                        """
                        insert into person_change (person_id, actor, version, kind, fields, reason)
                        values (?, 'duty:王芳', 2, 'CHANGED', array['alone-until'], 'x')
                        """)
                .param(elder)
                .update();
        aloneUntil(1);
        assertThat(endings.list(10))
                .singleElement()
                .satisfies(ending -> {
                    assertThat(ending.name()).isEqualTo("唐**");
                    assertThat(ending.when()).isEqualTo(When.TOMORROW);
                    assertThat(ending.owner()).isEqualTo("duty:王芳");
                });

        aloneUntil(14);
        assertThat(endings.list(10)).isEmpty();
    }

    @Test
    void whoIsCaredForOtherwiseStaysInTheRoundAndIsNotToldOf() {
        jdbc.sql("insert into person_category values (?, 'VERY_OLD')").param(elder).update();
        aloneUntil(0);

        assertThat(told()).isEmpty();
        assertThat(endings.list(10)).isEmpty();
    }

    @Test
    void whatWasMissedWhileWeWereDeadIsToldLate() {
        aloneUntil(-3);

        assertThat(told()).containsExactly("alone-ends-over");
    }
}
