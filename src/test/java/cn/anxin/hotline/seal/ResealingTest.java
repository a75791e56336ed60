package cn.anxin.hotline.seal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.testing.TestSeal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** New keys, while the town goes on. */
class ResealingTest {
    private static final int PEOPLE = 1_200;
    private static final int MOST_SWEEPS = 200;

    private final TestDatabase database = TestDatabase.fresh();
    private final TestRoster town = new TestRoster(database.jdbc());
    private final SealKeys rotated = TestSeal.KEYS.rotated();
    private final Seal seal = new Seal(rotated);
    private final BlindIndex index = new BlindIndex(rotated);
    private final KeyRecord record = new KeyRecord(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everythingMovesToTheNewestKeysAndTheOldOnesMayGo() {
        for (int number = 0; number < PEOPLE; number++) {
            town.person("唐桂兰", "+86138%08d".formatted(number), "+86139%08d".formatted(number));
        }
        town.volunteer("朱翠花", "+8613900000100");
        record.begin(rotated);
        var before = new Roster(database.jdbc(), seal, index);
        assertThat(before.peopleAt(new PhoneNumber("+8613800000007"))).hasSize(1);

        sweepUntilOnlyTheNewestIsUsed();

        var newest = rotated.newestOnly();
        var after = new Roster(database.jdbc(), new Seal(newest), new BlindIndex(newest));
        for (int number : new int[] {0, 7, 499, 500, 501, PEOPLE - 1}) {
            assertThat(after.peopleAt(new PhoneNumber("+86139%08d".formatted(number))))
                    .singleElement()
                    .satisfies(person -> assertThat(person.address()).isEqualTo("示范路1号"));
        }
        assertThat(after.volunteerAt(new PhoneNumber("+8613900000100"))).isPresent();
        assertThat(after.enrolled(0, 1_000)).hasSize(1_000);
    }

    @Test
    void whatIsChangedMeanwhileIsNotOverwritten() {
        var person = town.person("唐桂兰", "+8613800000001");
        record.begin(rotated);
        var stale = resealing();
        stale.sweep(1);
        database.jdbc()
                .sql("update person set address = :address")
                .param("address", seal.seal(PeopleColumns.ADDRESS, person, "示范路2号"))
                .update();

        sweepUntilOnlyTheNewestIsUsed();

        assertThat(new Roster(database.jdbc(), seal, index).person(person).orElseThrow().address())
                .isEqualTo("示范路2号");
    }

    @Test
    void withOneKeyThereIsNothingToDo() {
        var idle =
                new Resealing(
                        new JdbcTemplate(database.dataSource()),
                        database.transactions(),
                        TestSeal.KEYS,
                        TestSeal.SEAL,
                        TestSeal.INDEX,
                        record,
                        List.of(new PeopleColumns()));
        database.close();

        assertThat(idle.sweep(1)).isZero();
    }

    private void sweepUntilOnlyTheNewestIsUsed() {
        var resealing = resealing();
        for (int sweeps = 0; keysUsed() > 2; sweeps++) {
            assertThat(sweeps).isLessThan(MOST_SWEEPS);
            resealing.sweep(1);
        }
    }

    private Resealing resealing() {
        return new Resealing(
                new JdbcTemplate(database.dataSource()),
                database.transactions(),
                rotated,
                seal,
                index,
                record,
                List.of(new PeopleColumns()));
    }

    private int keysUsed() {
        return database.jdbc()
                .sql("select count(*) from seal_key where retired_at is null")
                .query(Integer.class)
                .single();
    }
}
