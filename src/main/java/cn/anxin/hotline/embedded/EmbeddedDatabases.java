package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Before anything else starts, brings up those of PostgreSQL and Redis whose address is not set,
 * and sets it: {@code spring.datasource.url}, {@code username}, {@code password} and {@code
 * hotline.redis.url}. When the process is asked to end, they end after the application context is
 * closed. Should one die under a living service, it is brought up again at the same address.
 *
 * <p>Without PostgreSQL the start fails. Without Redis it goes on: nothing owed is kept there.
 */
public final class EmbeddedDatabases
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A service that was told to end closes its calls first. */
    private static final Duration PREDECESSOR = Duration.ofSeconds(15);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var missingPostgres = missing("spring.datasource.url", environment);
        var missingRedis = missing("hotline.redis.url", environment);
        if (!missingPostgres && !missingRedis) {
            return;
        }
        var settings =
                Binder.get(environment).bindOrCreate("hotline.embedded", EmbeddedSettings.class);
        var home =
                Path.of(environment.getProperty("hotline.home", "var"))
                        .toAbsolutePath()
                        .normalize();
        try {
            var lock = HomeLock.take(home, PREDECESSOR);
            var servers = new ArrayList<Server>();
            if (missingPostgres) {
                servers.add(new PostgresServer(home, settings));
            }
            if (missingRedis) {
                servers.add(new RedisServer(home, settings));
            }
            var databases = new KeptServers(servers, lock);
            SpringApplication.getShutdownHandlers().add(databases::stop);
            databases.start();
            var addresses = new HashMap<String, Object>();
            for (var server : servers) {
                addresses.putAll(server.address());
            }
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("embedded databases", addresses));
        } catch (IOException e) {
            throw new DatabaseFailed("cannot keep databases in " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailed("interrupted while the databases started", e);
        }
    }

    private static boolean missing(String address, Environment environment) {
        return !StringUtils.hasText(environment.getProperty(address));
    }
}
