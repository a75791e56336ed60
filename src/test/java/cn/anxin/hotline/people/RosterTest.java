package cn.anxin.hotline.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.testing.TestSeal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final PhoneNumber SHARED = new PhoneNumber("+862150000001");

    private final TestDatabase database = TestDatabase.fresh();
    private final Roster roster = new Roster(database.jdbc(), TestSeal.SEAL, TestSeal.INDEX);

    @BeforeEach
    void fill() {
        var town = new TestRoster(database.jdbc());
        town.person("唐桂兰", "+8613800000001", SHARED.e164());
        town.person("李国强", SHARED.e164());
        town.person("何凤英", SHARED.e164());
        town.volunteer("朱翠花", "+8613900000100");
        town.volunteer("郭月琴", "+8613900000101");
        town.volunteer("谢伟民", "+8613900000102");
        for (var statement :
                List.of(
                        "update person set gender = 'female', window_opens = '08:30', window_closes = '10:00'",
                        "update person set enrolled = false where id = 3",
                        "insert into person_category values (1, 'LIVING_ALONE'), (1, 'VERY_OLD')",
                        "insert into pairing values (1, 2, 1), (1, 1, 3), (1, 3, 2), (2, 1, 1)")) {
            database.jdbc().sql(statement).update();
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsAllOfOnePerson() {
        var person = roster.person(1).orElseThrow();

        assertThat(person.name()).isEqualTo("唐桂兰");
        assertThat(person.gender()).isEqualTo(Gender.FEMALE);
        assertThat(person.birthYear()).isNull();
        assertThat(person.committee()).isEqualTo("示范一居委");
        assertThat(person.window()).isEqualTo(Window.of("08:30-10:00"));
        assertThat(person.numbers()).containsExactly(new PhoneNumber("+8613800000001"), SHARED);
        assertThat(person.categories()).isEqualTo(Set.of(Category.LIVING_ALONE, Category.VERY_OLD));
        assertThat(roster.person(99)).isEmpty();
    }

    @Test
    void ringsOnlyTheEnrolled() {
        assertThat(roster.size()).isEqualTo(2);
        assertThat(roster.enrolled(0, 10)).extracting(Person::id).containsExactly(1L, 2L);
        assertThat(roster.enrolled(1, 10)).extracting(Person::id).containsExactly(2L);
    }

    @Test
    void whoseFirstNumberItIsComesFirstAndWhoLeftLast() {
        assertThat(roster.peopleAt(SHARED)).extracting(Person::id).containsExactly(2L, 1L, 3L);
        assertThat(roster.peopleAt(new PhoneNumber("+8613100000000"))).isEmpty();
    }

    @Test
    void theLadderStandsInThePairingsOrder() {
        assertThat(roster.ladderOf(1))
                .extracting(Volunteer::name)
                .containsExactly("谢伟民", "朱翠花", "郭月琴");
        assertThat(roster.ladderOf(3)).isEmpty();
        assertThat(roster.laddersOf(List.of(1L, 2L, 3L)).keySet())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void knowsAVolunteerByTheirNumber() {
        var known = roster.volunteerAt(new PhoneNumber("+8613900000101")).orElseThrow();

        assertThat(known.name()).isEqualTo("郭月琴");
        assertThat(roster.volunteer(known.id())).hasValue(known);
        assertThat(roster.volunteerAt(SHARED)).isEmpty();
    }

    @Test
    void listsEverybodyWithTheirNumbersMasked() {
        var listed = roster.page(0, 10);

        assertThat(listed).extracting(ListedPerson::id).containsExactly(1L, 2L, 3L);
        assertThat(listed.getFirst().numbers()).containsExactly("******01", "******01");
        assertThat(listed.getLast().enrolled()).isFalse();
    }

    @Test
    void nobodyIsNamedInLogs() {
        assertThat(
                        List.of(
                                        roster.person(1).orElseThrow(),
                                        roster.page(0, 1),
                                        roster.ladderOf(1))
                                .toString())
                .doesNotContain("唐", "朱", "138", "139", "示范");
    }
}
