package cn.anxin.hotline.testing;

import cn.anxin.hotline.seal.V7__SealPersonalDetails;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An empty database on a real PostgreSQL, with every migration applied. The server is the test
 * JVM's and starts with the first database; a further database takes some 50 ms.
 *
 * <pre>
 * private static final TestDatabase database = TestDatabase.fresh();
 *
 * &#64;AfterAll static void close() { database.close(); }
 * </pre>
 *
 * For a Spring context: {@code @DynamicPropertySource static void database(DynamicPropertyRegistry
 * properties) { database.register(properties); }}
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "migrated";

    /** As in production: the owner of its database, no superuser. */
    private static final String ROLE = "hotline";

    private static final int CONNECTIONS = 20;

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        var pool = new HikariConfig();
        pool.setJdbcUrl(Server.POSTGRES.getJdbcUrl(ROLE, name));
        pool.setUsername(ROLE);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        this.dataSource = new HikariDataSource(pool);
    }

    public static TestDatabase fresh() {
        var name = "test" + Server.COUNT.incrementAndGet();
        Server.run("create database %s template %s owner %s".formatted(name, TEMPLATE, ROLE));
        return new TestDatabase(name);
    }

    /** Without any migration. */
    public static TestDatabase blank() {
        var name = "test" + Server.COUNT.incrementAndGet();
        Server.run("create database %s owner %s".formatted(name, ROLE));
        return new TestDatabase(name);
    }

    /**
     * Sees what PostgreSQL itself sees, and everything that was written until now is in its files.
     */
    public JdbcClient asSuperuser() {
        Server.run("checkpoint");
        return JdbcClient.create(Server.POSTGRES.getDatabase("postgres", name));
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public void register(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", dataSource::getJdbcUrl);
        properties.add("spring.datasource.username", dataSource::getUsername);
        properties.add("hotline.seal.keys", TestSeal.FILE::toString);
    }

    /** As if PostgreSQL had died, for everybody who uses this database. */
    public void close() {
        dataSource.close();
        Server.run("drop database if exists %s with (force)".formatted(name));
    }

    private static final class Server {
        static final AtomicInteger COUNT = new AtomicInteger();
        static final EmbeddedPostgres POSTGRES = start();

        static {
            run("create role %s login".formatted(ROLE));
            run("create database %s owner %s".formatted(TEMPLATE, ROLE));
            Flyway.configure()
                    .dataSource(POSTGRES.getDatabase(ROLE, TEMPLATE))
                    .locations("classpath:db/migration")
                    .javaMigrations(new V7__SealPersonalDetails(TestSeal.KEYS))
                    .load()
                    .migrate();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                TestCache.directory().resolve("test-postgresql").toFile())
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void run(String statement) {
            JdbcClient.create(POSTGRES.getPostgresDatabase()).sql(statement).update();
        }
    }
}
