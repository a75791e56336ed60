package cn.anxin.hotline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void everyTestHasADatabaseOfItsOwn() {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            one.jdbc().sql("create table seen (it int)").update();

            assertThat(tablesNamedSeen(one)).isEqualTo(1);
            assertThat(tablesNamedSeen(other)).isZero();
        }
    }

    @Test
    void theServiceIsNoSuperuserThere() {
        try (var database = TestDatabase.fresh()) {
            var superuser =
                    database.jdbc()
                            .sql("select usesuper from pg_user where usename = current_user")
                            .query(Boolean.class)
                            .single();

            assertThat(superuser).isFalse();
        }
    }

    private static long tablesNamedSeen(TestDatabase database) {
        return database.jdbc()
                .sql("select count(*) from pg_tables where tablename = 'seen'")
                .query(Long.class)
                .single();
    }
}
