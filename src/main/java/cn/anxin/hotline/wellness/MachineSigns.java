package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.dialogue.DialogueSettings;
import cn.anxin.hotline.wellness.dialogue.MachineSign;
import cn.anxin.hotline.wellness.dialogue.MachineSign.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes with an attempt that something rather than somebody may have answered it. */
@Component
class MachineSigns {
    /** Of a person's own; older ones are of another telephone. */
    private static final int CALLS_COMPARED = 10;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final DialogueSettings settings;

    MachineSigns(JdbcClient jdbc, Journal journal, DialogueSettings settings) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.settings = settings;
    }

    /**
     * After a call without a key.
     *
     * @param speech the longest at a stretch into the first question
     * @param sinceAnswer how long ago it was answered
     */
    @Transactional
    void note(CallId call, Duration speech, Duration sinceAnswer) {
        measured(call, speech, sinceAnswer)
                .ifPresent(measured -> {
                    var signs =
                            MachineSign.of(
                                    measured.shape(),
                                    before(measured.personId(), call),
                                    settings.longGreeting());
                    if (!signs.isEmpty()) {
                        var names = signs.stream().map(MachineSign::name).toList();
                        mark(call, names);
                        journal.write(
                                Entry.of("attempt-maybe-machine", Actor.SYSTEM)
                                        .about(measured.personId())
                                        .on(call)
                                        .with("signs", String.join(" ", names))
                                        .with("speech-ms", Long.toString(speech.toMillis())));
                    }
                });
    }

    private record Measured(long personId, Shape shape) {}

    private Optional<Measured> measured(CallId call, Duration speech, Duration sinceAnswer) {
        return jdbc.sql(
                        """
                        update attempt
                        set speech_ms = :speech,
                            answered_after_ms = greatest(0, 1000 * extract(epoch from
                                clock_timestamp() - placed_at) - :since)
                        where call_id = :call
                        returning person_id, answered_after_ms
                        """)
                .param("speech", speech.toMillis())
                .param("since", sinceAnswer.toMillis())
                .param("call", call.value())
                .query((row, _) ->
                        new Measured(
                                row.getLong("person_id"),
                                new Shape(
                                        Duration.ofMillis(row.getLong("answered_after_ms")),
                                        speech)))
                .optional();
    }

    private List<Shape> before(long person, CallId but) {
        return jdbc.sql(
                        """
                        select answered_after_ms, speech_ms from attempt
                        where person_id = :person and speech_ms is not null and call_id <> :call
                        order by placed_at desc
                        limit :most
                        """)
                .param("person", person)
                .param("call", but.value())
                .param("most", CALLS_COMPARED)
                .query((row, _) ->
                        new Shape(
                                Duration.ofMillis(row.getLong("answered_after_ms")),
                                Duration.ofMillis(row.getLong("speech_ms"))))
                .list();
    }

    private void mark(CallId call, List<String> signs) {
        jdbc.sql(
                        """
                        update attempt set maybe_machine = true, machine_signs = :signs
                        where call_id = :call
                        """)
                .param("signs", signs.toArray(String[]::new))
                .param("call", call.value())
                .update();
    }
}
