package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After each start, for the settings may have other questions than before: tells which questions
 * people's plans name that are asked of nobody any more. The plans stay as they are.
 */
@Component
class VanishedQuestions {
    private static final Logger log = LoggerFactory.getLogger(VanishedQuestions.class);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final KnownQuestions questions;
    private final TransactionTemplate transaction;

    VanishedQuestions(
            JdbcClient jdbc,
            Journal journal,
            KnownQuestions questions,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.questions = questions;
        this.transaction = transaction;
    }

    record Vanished(String question, int plans) {
        @Override
        public String toString() {
            return question + " (" + plans + ")";
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        var vanished = vanished();
        if (!vanished.isEmpty()) {
            var told = vanished.stream().map(Vanished::toString).collect(Collectors.joining(", "));
            log.warn("Questions that people's plans name and nobody is asked any more: {}", told);
            transaction.executeWithoutResult(_ ->
                    journal.write(
                            Entry.of("plan-questions-vanished", Actor.SYSTEM)
                                    .with("questions", told)));
        }
    }

    /** With the number of plans that name each. */
    private List<Vanished> vanished() {
        return jdbc.sql(
                        """
                        select question, count(*) as plans
                        from person_plan
                        cross join jsonb_array_elements_text(
                            case when jsonb_typeof(wishes -> 'questions') = 'array'
                                then wishes -> 'questions' else '[]' end) as question
                        where question <> all(:known)
                        group by question
                        order by question
                        """)
                .param("known", questions.names().toArray(String[]::new))
                .query(Vanished.class)
                .list();
    }
}
