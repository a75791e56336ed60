package cn.anxin.hotline.people.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.ScreenSignal;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.CategorySettings;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Speaking;
import cn.anxin.hotline.people.TestProfile;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Several people at one record. */
class TwoAtOnceTest {
    private static final int AT_ONCE = 8;
    private static final Because BECAUSE = new Because(Actor.duty("王芳"), "核对");

    private final TestDatabase database = TestDatabase.fresh();
    private final Categories categories = new Categories(new CategorySettings(List.of()));
    private final Roster roster = new Roster(database.jdbc(), TestSeal.SEAL, TestSeal.INDEX);
    private final Journal journal =
            new Journal(
                    database.jdbc(),
                    new StaticListableBeanFactory().getBeanProvider(ScreenSignal.class));
    private final RosterKeeping keeping =
            new RosterKeeping(
                    database.jdbc(),
                    roster,
                    categories,
                    new RosterWriter(
                            database.jdbc(), journal, categories, TestSeal.SEAL, TestSeal.INDEX),
                    journal,
                    TestSeal.SEAL);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onePersonIsAddedOnce() throws Exception {
        var kept = atOnce(place -> keeping.add(noted("一"), BECAUSE));

        assertThat(kept).filteredOn(Kept.Done.class::isInstance).hasSize(1);
        assertThat(kept)
                .filteredOn(new Kept.Refused(Kept.Why.SAME_PERSON)::equals)
                .hasSize(AT_ONCE - 1);
        assertThat(roster.size()).isEqualTo(1);
    }

    @Test
    void whoWritesFirstStandsAndTheOthersAreTold() throws Exception {
        atOnce(place -> keeping.add(noted("没有人改过"), BECAUSE));

        var kept = atOnce(place -> keeping.change(1, 1, noted("第" + place + "位"), BECAUSE));

        assertThat(kept).filteredOn(new Kept.Done(1, 2)::equals).hasSize(1);
        assertThat(kept).filteredOn(new Kept.Outdated(2)::equals).hasSize(AT_ONCE - 1);
        var stands = kept.indexOf(new Kept.Done(1, 2));
        assertThat(roster.person(1).orElseThrow().note()).isEqualTo("第" + stands + "位");
        assertThat(new PersonHistory(database.jdbc(), TestSeal.SEAL).page(1, Long.MAX_VALUE, 10))
                .extracting(PersonHistory.Item::kind)
                .containsExactly(ChangeKind.CHANGED, ChangeKind.ADDED);
    }

    /** What a record said before cannot be made to have said something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update person_change set actor = 'duty:王芳'",
                "update person_change set at = now() where id < 0",
                "delete from person_change",
                "truncate person_change"
            })
    void itsHistoryOnlyGrows(String statement) throws Exception {
        atOnce(place -> keeping.add(noted("一"), BECAUSE));

        assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                .hasMessageContaining("only grows");
        assertThat(
                        database.jdbc()
                                .sql("update person_change set reason = reason, before = before")
                                .update())
                .as("sealed anew")
                .isOne();
    }

    private List<Kept> atOnce(IntFunction<Kept> work) throws Exception {
        var tasks =
                IntStream.range(0, AT_ONCE)
                        .<Callable<Kept>>mapToObj(place ->
                                () -> database.transactions().execute(status -> work.apply(place)))
                        .toList();
        var kept = new ArrayList<Kept>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                kept.add(done.get());
            }
        }
        return kept;
    }

    private static Profile noted(String note) {
        return TestProfile.of(note, Speaking.UNTOLD);
    }
}
