package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.Recording;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.recordings.RecordingId;
import cn.anxin.hotline.recordings.RecordingKind;
import cn.anxin.hotline.recordings.SealedRecordings;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import cn.anxin.hotline.wellness.CheckEndings.Ending;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people said in a check instead of pressing a key. It waits for somebody with a name to
 * listen; as long as nobody has, the check goes on as for anybody who was not understood. Any
 * thread.
 */
@Component
public class SpokenReplies implements HoldsSealed {
    private static final SealedColumn NOTE = new SealedColumn("spoken_reply", "call_id", "note");

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Checks checks;
    private final CheckEndings endings;
    private final Incidents incidents;
    private final Journal journal;
    private final Seal seal;
    private final SealedRecordings recordings;

    SpokenReplies(
            JdbcClient jdbc,
            Attempts attempts,
            Checks checks,
            CheckEndings endings,
            Incidents incidents,
            Journal journal,
            Seal seal,
            SealedRecordings recordings) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.checks = checks;
        this.endings = endings;
        this.incidents = incidents;
        this.journal = journal;
        this.seal = seal;
        this.recordings = recordings;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NOTE);
    }

    /**
     * @param callId in which it was said; also names the reply
     * @param verdict what the check has come to since; null while it is open
     */
    public record Waiting(
            String callId,
            long checkId,
            long personId,
            int lengthMs,
            Instant recordedAt,
            @Nullable String verdict) {}

    public enum Heard {
        DONE,
        /** Somebody has listened before. */
        TOO_LATE,
        UNKNOWN
    }

    @Transactional
    void keep(CallId call, Recording word) {
        var attempt = attempts.find(call);
        if (attempt.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into spoken_reply (call_id, check_id, person_id, recording, length_ms)
                        values (:call, :check, :person, :recording, :length)
                        on conflict (call_id) do nothing
                        """)
                .param("call", call.value())
                .param("check", attempt.get().checkId())
                .param("person", attempt.get().personId())
                .param("recording", word.file())
                .param("length", word.length().toMillis())
                .update();
        attempts.conclude(call, AttemptResult.SPOKE)
                .ifPresent(concluded -> checks.concluded(concluded, AttemptResult.SPOKE));
    }

    /** Those nobody has listened to, the oldest first. */
    public List<Waiting> unheard(int limit) {
        return jdbc.sql(
                        """
                        select spoken.call_id, spoken.check_id, spoken.person_id, spoken.length_ms,
                            spoken.recorded_at, c.verdict
                        from spoken_reply spoken join wellness_check c on c.id = spoken.check_id
                        where spoken.heard_at is null
                        order by spoken.recorded_at, spoken.call_id
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) ->
                        new Waiting(
                                row.getString("call_id"),
                                row.getLong("check_id"),
                                row.getLong("person_id"),
                                row.getInt("length_ms"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                row.getString("verdict")))
                .list();
    }

    public int unheardCount() {
        return jdbc.sql("select count(*) from spoken_reply where heard_at is null")
                .query(Integer.class)
                .single();
    }

    /**
     * The sound, a whole WAV file, for somebody who is about to listen; that they do is recorded.
     *
     * @return empty if there is no such reply, or its recording is deleted by now
     * @throws java.io.UncheckedIOException if the recording cannot be read
     */
    @Transactional
    public Optional<byte[]> sound(CallId call, Actor by) {
        var person =
                jdbc.sql("select person_id from spoken_reply where call_id = :call")
                        .param("call", call.value())
                        .query(Long.class)
                        .optional();
        var sound =
                person.flatMap(
                        _ -> recordings.sound(new RecordingId(RecordingKind.SPOKEN_REPLY, call)));
        sound.ifPresent(_ ->
                journal.write(
                        Entry.of("spoken-reply-played", by).about(person.orElseThrow()).on(call)));
        return sound;
    }

    /**
     * Somebody has listened.
     *
     * @param well whether it was the person, and they are well; if not, it is an incident at once
     * @param note at most 1,000 characters
     */
    @Transactional
    public Heard heard(CallId call, Actor by, boolean well, String note) {
        var reply =
                jdbc.sql(
                                """
                                update spoken_reply
                                set heard_at = clock_timestamp(), heard_by = :by, well = :well,
                                    note = :note
                                where call_id = :call and heard_at is null
                                returning check_id, recording
                                """)
                        .param("by", by.value())
                        .param("well", well)
                        .param("note", seal.sealText(NOTE, call.value(), note))
                        .param("call", call.value())
                        .query((row, _) -> new Reply(row.getLong(1), row.getString(2)))
                        .optional();
        if (reply.isEmpty()) {
            return known(call) ? Heard.TOO_LATE : Heard.UNKNOWN;
        }
        var check = checks.lock(reply.get().check()).orElseThrow();
        journal.write(
                Entry.of("spoken-reply-heard", by)
                        .about(check.personId())
                        .on(call)
                        .with("well", Boolean.toString(well)));
        if (well) {
            var evidence = "recording " + reply.get().recording();
            endings.end(check, new Ending(Verdict.CONFIRMED, Method.SPEECH, evidence, by, note));
        } else {
            endings.escalateAllOfTheDay(
                    check, incidents.open(check.personId(), Cause.ASKED_FOR_HELP, call));
        }
        return Heard.DONE;
    }

    private record Reply(long check, String recording) {}

    private boolean known(CallId call) {
        return jdbc.sql("select exists (select from spoken_reply where call_id = :call)")
                .param("call", call.value())
                .query(Boolean.class)
                .single();
    }
}
