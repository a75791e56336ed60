package cn.anxin.hotline.benchmark;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A clock that somebody sets, for the process and for its database: functions of the same names
 * stand before PostgreSQL's own {@code clock_timestamp()} and {@code now()}, so that the service's
 * statements run as they are.
 */
final class TownClock extends Clock {
    private volatile Instant now;

    TownClock(Instant now) {
        this.now = now;
    }

    void set(Instant at, JdbcClient jdbc) {
        jdbc.sql("update town.clock set at = :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        now = at;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }

    /**
     * Before the first table is made, since a column's default keeps the function it was made with.
     */
    record Installed(Instant at)
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var environment = context.getEnvironment();
            try (var connection =
                            DriverManager.getConnection(
                                    environment.getRequiredProperty("spring.datasource.url"),
                                    environment.getRequiredProperty("spring.datasource.username"),
                                    environment.getRequiredProperty("spring.datasource.password"));
                    var statement = connection.createStatement()) {
                statement.execute(
                        """
                        create schema town;
                        create table town.clock (at timestamptz not null) with (fillfactor = 10);
                        insert into town.clock values ('%s');
                        create function town.clock_timestamp() returns timestamptz
                            language sql volatile as 'select at from town.clock';
                        create function town.now() returns timestamptz
                            language sql stable as 'select at from town.clock';
                        alter role current_user set search_path = town, pg_catalog, public;
                        -- no second is measured, and nothing is to survive
                        alter role current_user set synchronous_commit = off;
                        """
                                .formatted(at));
            } catch (SQLException e) {
                throw new IllegalStateException("the town's clock could not be hung up", e);
            }
        }
    }
}
