package cn.anxin.hotline.cases;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.recordings.RecordingId;
import cn.anxin.hotline.recordings.RecordingKind;
import cn.anxin.hotline.recordings.SealedRecordings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a caller whom nobody answered has left for a case. Any thread. */
@Component
public class CaseSounds {
    private final JdbcClient jdbc;
    private final SealedRecordings recordings;
    private final Journal journal;

    CaseSounds(JdbcClient jdbc, SealedRecordings recordings, Journal journal) {
        this.jdbc = jdbc;
        this.recordings = recordings;
        this.journal = journal;
    }

    private record Left(String callId, @Nullable Long personId) {}

    /**
     * The sound, a whole WAV file, for somebody who is about to listen; that they do is recorded.
     *
     * @return empty if there is no such case, or it has no message, or none any more
     * @throws java.io.UncheckedIOException if the recording cannot be read
     */
    @Transactional
    public Optional<byte[]> message(long caseId, Actor by) {
        var left =
                jdbc.sql(
                                """
                                select call_id, person_id from need_case
                                where id = :id and recording is not null and call_id is not null
                                """)
                        .param("id", caseId)
                        .query(Left.class)
                        .optional();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var call = new CallId(left.get().callId());
        var sound = recordings.sound(new RecordingId(RecordingKind.MESSAGE, call));
        sound.ifPresent(_ ->
                journal.write(
                        Entry.of("message-played", by)
                                .about(left.get().personId())
                                .inCase(caseId)
                                .on(call)));
        return sound;
    }
}
