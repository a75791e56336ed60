package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * 一人一策: how each person is rung. A change holds from the next round that is planned on, for its
 * windows and days, and from the next attempt on for all else. Any thread.
 */
@Component
public class PersonPlans implements HoldsSealed {
    private static final SealedColumn WHY = new SealedColumn("person_plan", "person_id", "why");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What {@link #planOf} reads, to be joined into a query on person. */
    public static final String COLUMNS =
            """
            window_opens, window_closes, risk,
            array(select category from person_category
                  where person_category.person_id = person.id) as categories,
            (select wishes::text from person_plan
             where person_plan.person_id = person.id) as wishes
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final TownPlan town;
    private final KnownQuestions questions;
    private final Seal seal;

    PersonPlans(
            JdbcClient jdbc, Journal journal, TownPlan town, KnownQuestions questions, Seal seal) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.town = town;
        this.questions = questions;
        this.seal = seal;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(WHY);
    }

    /**
     * @param wishes {@link Wishes#NONE} if the person is rung like everybody of their groups
     * @param effective everything considered
     */
    public record Plan(Wishes wishes, CallPlan effective) {}

    public enum Put {
        DONE,
        NO_SUCH_PERSON,
        /** One of the questions does not exist; nothing was changed. */
        NO_SUCH_QUESTION
    }

    /** Empty if there is no such person. */
    public Optional<Plan> find(long person) {
        return jdbc.sql("select " + COLUMNS + " from person where id = :person")
                .param("person", person)
                .query((row, _) -> plan(row))
                .optional();
    }

    /**
     * @throws IllegalArgumentException if there is no such person
     */
    public CallPlan effective(long person) {
        return find(person)
                .map(Plan::effective)
                .orElseThrow(() -> new IllegalArgumentException("no person " + person));
    }

    /** The plan in a row of a query with {@link #COLUMNS}. */
    public CallPlan planOf(ResultSet row) throws SQLException {
        return plan(row).effective();
    }

    /**
     * Replaces what the person wishes; {@link Wishes#NONE} takes all of it back.
     *
     * @param why is kept sealed beside it; what was changed is in the journal
     */
    @Transactional
    public Put put(long person, Wishes wishes, Actor by, String why) {
        if (!questions.knowsAllOf(wishes)) {
            return Put.NO_SUCH_QUESTION;
        }
        var exists =
                jdbc.sql("select exists (select from person where id = :person for key share)")
                        .param("person", person)
                        .query(Boolean.class)
                        .single();
        if (!exists) {
            return Put.NO_SUCH_PERSON;
        }
        var written = JSON.writeValueAsString(wishes);
        jdbc.sql(
                        """
                        insert into person_plan (person_id, wishes, changed_by, why)
                        values (:person, cast(:wishes as jsonb), :by, :why)
                        on conflict (person_id) do update
                        set wishes = excluded.wishes, changed_by = excluded.changed_by,
                            why = excluded.why, changed_at = clock_timestamp()
                        """)
                .param("person", person)
                .param("wishes", written)
                .param("by", by.value())
                .param("why", seal.sealText(WHY, person, why))
                .update();
        journal.write(Entry.of("plan-changed", by).about(person).with("wishes", written));
        return Put.DONE;
    }

    private Plan plan(ResultSet row) throws SQLException {
        var window =
                new Window(
                        row.getObject("window_opens", LocalTime.class),
                        row.getObject("window_closes", LocalTime.class));
        var categories = Set.of((String[]) row.getArray("categories").getArray());
        var wishes = read(row.getString("wishes"));
        return new Plan(wishes, town.of(window, categories, row.getString("risk"), wishes));
    }

    private static Wishes read(@Nullable String wishes) {
        return wishes == null ? Wishes.NONE : JSON.readValue(wishes, Wishes.class);
    }
}
