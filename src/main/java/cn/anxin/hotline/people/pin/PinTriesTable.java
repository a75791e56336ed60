package cn.anxin.hotline.people.pin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tries as they are kept, each under its row's lock; those that are forgotten are removed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PinTriesTable {
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final PinSettings settings;

    PinTriesTable(JdbcClient jdbc, PinSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** By the database's clock. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /**
     * @param subject keyed hash of what is tried
     */
    PinTries lock(byte[] subject, Instant now) {
        jdbc.sql(
                        """
                        insert into pin_tries (subject, tries, began_at, locks, forget_at)
                        values (:subject, 0, :now, 0, :forget)
                        on conflict do nothing
                        """)
                .param("subject", subject)
                .param("now", stored(now))
                .param("forget", stored(now.plus(settings.forget())))
                .update();
        return jdbc.sql(
                        """
                        select tries, began_at, locks, locked_until from pin_tries
                        where subject = :subject for update
                        """)
                .param("subject", subject)
                .query(PinTriesTable::tries)
                .single();
    }

    void save(byte[] subject, PinTries tries, Instant now) {
        jdbc.sql(
                        """
                        update pin_tries
                        set tries = :tries, began_at = :began, locks = :locks,
                            locked_until = :until, forget_at = :forget
                        where subject = :subject
                        """)
                .param("tries", tries.tries())
                .param("began", stored(tries.beganAt()))
                .param("locks", tries.locks())
                .param("until", stored(tries.lockedUntil()))
                .param("forget", stored(now.plus(settings.forget())))
                .param("subject", subject)
                .update();
    }

    void forget(Instant now) {
        jdbc.sql(
                        """
                        delete from pin_tries where subject in (
                            select subject from pin_tries where forget_at < :now
                            order by forget_at limit :most for update skip locked)
                        """)
                .param("now", stored(now))
                .param("most", FORGOTTEN_AT_ONCE)
                .update();
    }

    private static PinTries tries(ResultSet row, int number) throws SQLException {
        var until = row.getObject("locked_until", OffsetDateTime.class);
        return new PinTries(
                row.getInt("tries"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getInt("locks"),
                until == null ? null : until.toInstant());
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
