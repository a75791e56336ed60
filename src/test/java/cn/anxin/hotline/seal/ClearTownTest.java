package cn.anxin.hotline.seal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A town that ran the version before sealing keeps its roster. */
class ClearTownTest {
    private static final int BEFORE_SEALING = 6;

    private final TestDatabase database = TestDatabase.blank();
    private final SealKeys keys = SealKeys.fresh();
    private final Seal seal = new Seal(keys);

    @BeforeEach
    void fillInClear() {
        flyway().target(Integer.toString(BEFORE_SEALING)).load().migrate();
        database.jdbc()
                .sql(
                        """
                        insert into committee (name) values ('示范一居委');
                        insert into person (name, committee_id, address, note, window_opens, window_closes)
                        select '唐桂兰', 1, '示范路' || n || '号', case when n > 1 then '耳背' else '' end,
                            '09:00', '11:00'
                        from generate_series(1, 1500) n;
                        insert into person_number
                        select id, 1, '+861380000' || lpad(id::text, 4, '0') from person;
                        insert into person_number values (1, 2, '+862150000001');
                        insert into volunteer (name, number) values ('朱翠花', '+8613900000100');
                        insert into pairing values (1, 1, 1);
                        insert into call_record (call_id, purpose, party) values
                            ('chk-1', 'CHECK', '+8613800000001'), ('esc-1', 'ESCALATION', '值班一号'),
                            ('17.1', 'INBOUND', null);
                        insert into wellness_check
                            (person_id, day, state, window_opens_at, window_closes_at, next_action_at)
                        values (1, '2026-11-21', 'WAITING', now(), now(), now());
                        insert into attempt (call_id, check_id, person_id, number, deadline_at)
                        values ('chk-1', 1, 1, '+8613800000001', now());
                        insert into need_case (need, state, caller, call_id) values
                            ('PERSON', 'NEW', '+8613800000001', '17.1'), ('PERSON', 'NEW', null, '17.2');
                        insert into incident (person_id, severity, state, settled_by, settled_at, outcome, note)
                        values (1, 'HELP', 'SETTLED', 'duty:王芳', now(), 'WELL', '在花园里');
                        """)
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .javaMigrations(new V7__SealPersonalDetails(keys));
    }

    @Test
    void everybodyIsStillThere() {
        flyway().load().migrate();
        var roster = new Roster(database.jdbc(), seal, new BlindIndex(keys));

        assertThat(roster.size()).isEqualTo(1500);
        var first = roster.person(1).orElseThrow();
        assertThat(first.address()).isEqualTo("示范路1号");
        assertThat(first.note()).isEmpty();
        assertThat(first.numbers())
                .containsExactly(
                        new PhoneNumber("+8613800000001"), new PhoneNumber("+862150000001"));
        assertThat(first.profile().ladder())
                .extracting(rung -> rung.number().e164())
                .containsExactly("+8613900000100");
        assertThat(roster.person(1500).orElseThrow().slowSpeech()).isTrue();
        assertThat(roster.peopleAt(new PhoneNumber("+8613800001234")))
                .extracting(person -> person.id())
                .containsExactly(1234L);
        assertThat(roster.volunteerAt(new PhoneNumber("+8613900000100"))).isPresent();
    }

    @Test
    void soIsWhatHappened() {
        flyway().load().migrate();

        assertThat(opened("call_record", "call_id", "party")).isEqualTo("+8613800000001");
        assertThat(opened("attempt", "call_id", "number")).isEqualTo("+8613800000001");
        assertThat(opened("need_case", "id", "caller")).isEqualTo("+8613800000001");
        assertThat(opened("incident", "id", "note")).isEqualTo("在花园里");
        assertThat(
                        database.jdbc()
                                .sql("select duty_phone from call_record where call_id = 'esc-1'")
                                .query(String.class)
                                .single())
                .isEqualTo("值班一号");
    }

    @Test
    void nothingIsLeftInTheTablesFiles() {
        for (var clear : new String[] {"13800000001", "示范路7号", "耳背", "在花园里", "13900000100"}) {
            assertThat(isInFiles(clear)).as(clear).isTrue();
        }

        flyway().load().migrate();

        for (var clear : new String[] {"1380000", "2150000", "示范路", "耳背", "在花园里", "13900000100"}) {
            assertThat(isInFiles(clear)).as(clear).isFalse();
        }
    }

    private String opened(String table, String row, String column) {
        return database.jdbc()
                .sql("select %s, %s from %s where %2$s is not null".formatted(row, column, table))
                .query((found, _) ->
                        seal.open(
                                new SealedColumn(table, row, column),
                                found.getObject(1),
                                found.getBytes(2)))
                .single();
    }

    /** In what PostgreSQL keeps of any table of ours, dead rows and dropped columns included. */
    private boolean isInFiles(String text) {
        return database.asSuperuser()
                .sql(
                        """
                        select bool_or(position(:text in pg_read_binary_file(file)) > 0)
                        from (select pg_relation_filepath(oid) as file from pg_class
                              where relkind in ('r', 't') and relnamespace = 'public'::regnamespace
                                  or relkind = 't') files
                        where file is not null
                        """)
                .param("text", text.getBytes(StandardCharsets.UTF_8))
                .query(Boolean.class)
                .single();
    }
}
