package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.seal.BlindIndex;
import cn.anxin.hotline.seal.Seal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds by a number those who can be rung for somebody. Reads only; any thread. */
@Component
public class Helpers {
    private static final int MOST_OF_A_KIND = 20;

    private final JdbcClient jdbc;
    private final Seal seal;
    private final BlindIndex index;

    Helpers(JdbcClient jdbc, Seal seal, BlindIndex index) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.index = index;
    }

    /**
     * All who answer at this number; a daughter of two served parents is there twice. At most 20 of
     * each kind.
     */
    public List<Helper> at(PhoneNumber number) {
        var hashes = index.ever(number);
        var helpers = new ArrayList<Helper>();
        helpers.addAll(
                jdbc.sql(
                                """
                                select id, name from volunteer
                                where number_index = any(:numbers) order by id limit :most
                                """)
                        .param("numbers", hashes)
                        .param("most", MOST_OF_A_KIND)
                        .query((row, _) ->
                                new Helper(Actor.volunteer(row.getLong(1)), row.getString(2)))
                        .list());
        helpers.addAll(
                jdbc.sql(
                                """
                                select id, name from committee_contact
                                where number_index = any(:numbers) order by id limit :most
                                """)
                        .param("numbers", hashes)
                        .param("most", MOST_OF_A_KIND)
                        .query((row, _) ->
                                new Helper(Actor.committee(row.getLong(1)), row.getString(2)))
                        .list());
        helpers.addAll(
                jdbc.sql(
                                """
                                select person_id, position, name from family_contact
                                where number_index = any(:numbers)
                                order by person_id, position limit :most
                                """)
                        .param("numbers", hashes)
                        .param("most", MOST_OF_A_KIND)
                        .query((row, _) ->
                                new Helper(
                                        Actor.family(row.getLong(1), row.getInt(2)),
                                        seal.open(
                                                PeopleColumns.FAMILY_NAME,
                                                row.getLong(1),
                                                row.getBytes(3))))
                        .list());
        return helpers;
    }
}
