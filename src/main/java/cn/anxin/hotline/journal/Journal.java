package cn.anxin.hotline.journal;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.ScreenSignal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where everything that happened is written, in the transaction of what happened: state and journal
 * change together or not at all. Any thread. Screens are told after the commit.
 */
@Component
public class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ENTRIES_A_STATEMENT = 1000;

    private final JdbcClient jdbc;
    private final ObjectProvider<ScreenSignal> screens;

    public Journal(JdbcClient jdbc, ObjectProvider<ScreenSignal> screens) {
        this.jdbc = jdbc;
        this.screens = screens;
    }

    /**
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a
     *     transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Entry entry) {
        write(List.of(entry));
    }

    /** The same for many, kept in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new ScreensAfterCommit(screens));
        for (int from = 0; from < entries.size(); from += ENTRIES_A_STATEMENT) {
            insert(entries.subList(from, Math.min(from + ENTRIES_A_STATEMENT, entries.size())));
        }
    }

    private void insert(List<Entry> entries) {
        jdbc.sql(
                        """
                        insert into journal (kind, actor, person_id, incident_id, case_id, call_id, detail)
                        select kind, actor, person_id, incident_id, case_id, call_id, detail
                        from jsonb_to_recordset(cast(:entries as jsonb)) as entry
                            (kind text, actor text, person_id bigint, incident_id bigint,
                             case_id bigint, call_id text, detail jsonb)
                        """)
                .param("entries", JSON.writeValueAsString(entries.stream().map(Row::of).toList()))
                .update();
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            String kind,
            String actor,
            @Nullable Long personId,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            @Nullable String callId,
            Map<String, String> detail) {

        static Row of(Entry entry) {
            CallId call = entry.call();
            return new Row(
                    entry.kind(),
                    entry.actor().value(),
                    entry.personId(),
                    entry.incidentId(),
                    entry.caseId(),
                    call == null ? null : call.value(),
                    entry.detail());
        }
    }

    /** Equal to its like, so that one transaction tells the screens once. */
    private record ScreensAfterCommit(ObjectProvider<ScreenSignal> screens)
            implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            screens.ifAvailable(ScreenSignal::changed);
        }
    }
}
