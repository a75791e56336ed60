package cn.anxin.hotline.cases;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 工单: one need, from one call. Any thread. */
@Component
public class Cases implements HoldsSealed {
    static final SealedColumn CALLER = new SealedColumn("need_case", "id", "caller");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Seal seal;

    Cases(JdbcClient jdbc, Journal journal, Seal seal) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.seal = seal;
    }

    /**
     * @param personId the served person it is for, if the number told
     * @param recording the message's file name under {@code messages/}
     * @param detail which question brought it up; nothing personal, at most 40 characters
     */
    public record Opening(
            Need need,
            boolean urgent,
            CallId call,
            @Nullable Long personId,
            @Nullable PhoneNumber caller,
            @Nullable String recording,
            @Nullable String detail) {

        /** What a caller wants. */
        public Opening(
                Need need,
                boolean urgent,
                CallId call,
                @Nullable Long personId,
                @Nullable PhoneNumber caller,
                @Nullable String recording) {
            this(need, urgent, call, personId, caller, recording, null);
        }

        /** What a served person lacks whom we have asked. */
        public static Opening lacking(Need need, CallId call, long personId, String question) {
            return new Opening(need, false, call, personId, null, null, question);
        }

        public Opening {
            if (need == Need.EMERGENCY && !urgent) {
                throw new IllegalArgumentException("an emergency is urgent");
            }
        }
    }

    /**
     * Opens a case in the caller's transaction. A call has one case: a second opening for the same
     * call adds its recording, urgency and detail to the first and changes nothing else.
     *
     * @return the case's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long open(Opening opening) {
        var caller = opening.caller();
        var fresh = nextId();
        var id =
                jdbc.sql(
                                """
                                insert into need_case as existing
                                    (id, need, state, urgent, person_id, caller, call_id, recording,
                                        detail)
                                overriding system value
                                values (:id, :need, 'NEW', :urgent, :person, :caller, :call,
                                    :recording, :detail)
                                on conflict (call_id) where call_id is not null do update
                                set recording = coalesce(excluded.recording, existing.recording),
                                    urgent = existing.urgent or excluded.urgent,
                                    detail = concat_ws(', ', existing.detail, excluded.detail)
                                returning id
                                """)
                        .param("id", fresh)
                        .param("need", opening.need().name())
                        .param("urgent", opening.urgent())
                        .param("person", opening.personId())
                        .param(
                                "caller",
                                caller == null ? null : seal.sealNumber(CALLER, fresh, caller))
                        .param("call", opening.call().value())
                        .param("recording", opening.recording())
                        .param("detail", opening.detail())
                        .query(Long.class)
                        .single();
        var entry =
                Entry.of("case-opened", Actor.SYSTEM)
                        .inCase(id)
                        .on(opening.call())
                        .with("need", opening.need().name());
        var personId = opening.personId();
        journal.write(personId == null ? entry : entry.about(personId));
        return id;
    }

    /** Taken before the row is written: what is sealed is bound to it. */
    private long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('need_case', 'id'))")
                .query(Long.class)
                .single();
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(CALLER);
    }

    /** They left before a person answered: the case of that call now owes them a call. */
    @Transactional
    public void oweCallBack(CallId call) {
        jdbc.sql(
                        """
                        update need_case set call_back = true
                        where call_id = :call and not call_back
                        returning id
                        """)
                .param("call", call.value())
                .query(Long.class)
                .optional()
                .ifPresent(id ->
                        journal.write(
                                Entry.of("call-back-owed", Actor.SYSTEM).inCase(id).on(call)));
    }
}
