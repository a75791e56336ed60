package cn.anxin.hotline.seal;

import cn.anxin.hotline.call.HotlineSettings;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the keys before anything is read or written, the database's own migration included. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    SealKeysFile sealKeysFile(SealSettings settings, HotlineSettings hotline) {
        return new SealKeysFile(
                Objects.requireNonNullElse(
                        settings.keys(), hotline.home().resolve("seal-keys.json")));
    }

    /** Keys are made only for a database that has never seen any. */
    @Bean
    SealKeys sealKeys(SealKeysFile file, DataSource database) {
        // no JdbcClient of Spring's: that one waits for the migration, which needs the keys
        var record = new KeyRecord(JdbcClient.create(database));
        var begun = record.isBegun();
        if (begun && !file.exists()) {
            throw new SealFailed("the database is sealed, and its keys are not in " + file.path());
        }
        var keys = file.exists() ? file.read() : file.make();
        if (begun) {
            record.verify(keys, file);
        }
        return keys;
    }

    @Bean
    Seal seal(SealKeys keys) {
        return new Seal(keys);
    }

    @Bean
    BlindIndex blindIndex(SealKeys keys) {
        return new BlindIndex(keys);
    }

    /** Once more after the migration: another service may have been first with other keys. */
    @Bean
    KeyRecord keyRecord(JdbcClient jdbc, SealKeys keys, SealKeysFile file) {
        var record = new KeyRecord(jdbc);
        record.verify(keys, file);
        record.begin(keys);
        return record;
    }
}
