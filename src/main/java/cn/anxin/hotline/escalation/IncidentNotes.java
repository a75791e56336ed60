package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Recording;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What those who report of an incident by telephone add in their own words. Any thread. */
@Component
public class IncidentNotes {
    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Journal journal;
    private final Path recordings;

    IncidentNotes(JdbcClient jdbc, Incidents incidents, Journal journal, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.journal = journal;
        this.recordings = hotline.home().resolve("recordings");
    }

    /**
     * @param by as the journal names them
     */
    public record Note(long id, String callId, String by, int lengthMs, Instant recordedAt) {}

    @Transactional
    public void keep(long incident, CallId call, Actor by, Recording words) {
        jdbc.sql(
                        """
                        insert into incident_note
                            (incident_id, call_id, spoken_by, recording, length_ms)
                        values (:incident, :call, :by, :recording, :length)
                        """)
                .param("incident", incident)
                .param("call", call.value())
                .param("by", by.value())
                .param("recording", words.file())
                .param("length", words.length().toMillis())
                .update();
        journal.write(
                Entry.of("incident-note-left", by)
                        .about(incidents.personOf(incident).orElse(null))
                        .inIncident(incident)
                        .on(call));
    }

    /** Of this incident, the oldest first. */
    public List<Note> of(long incident) {
        return jdbc.sql(
                        """
                        select id, call_id, spoken_by, length_ms, recorded_at from incident_note
                        where incident_id = :incident order by id
                        """)
                .param("incident", incident)
                .query((row, _) ->
                        new Note(
                                row.getLong("id"),
                                row.getString("call_id"),
                                row.getString("spoken_by"),
                                row.getInt("length_ms"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * The sound, for somebody who is about to listen; that they do is recorded.
     *
     * @return empty if there is no such note; the file may be gone
     */
    @Transactional
    public Optional<Path> sound(long incident, long note, Actor by) {
        var sound =
                jdbc.sql(
                                """
                                select recording from incident_note
                                where id = :note and incident_id = :incident
                                """)
                        .param("note", note)
                        .param("incident", incident)
                        .query(String.class)
                        .optional()
                        .map(recordings::resolve);
        sound.ifPresent(_ ->
                journal.write(
                        Entry.of("incident-note-played", by)
                                .inIncident(incident)
                                .with("note", Long.toString(note))));
        return sound;
    }
}
