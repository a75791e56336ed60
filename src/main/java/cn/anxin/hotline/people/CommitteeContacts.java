package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.seal.BlindIndex;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever answers for a committee's people and can be rung for them. Any thread. */
@Component
public class CommitteeContacts implements HoldsSealed {
    private static final SealedColumn NUMBER =
            new SealedColumn("committee_contact", "id", "number", "number_index");
    private static final String SELECT =
            "select contact.id, contact.name, contact.number from committee_contact contact ";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final BlindIndex index;

    CommitteeContacts(JdbcClient jdbc, Seal seal, BlindIndex index) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.index = index;
    }

    /** Redacts itself. */
    public record CommitteeContact(long id, String name, PhoneNumber number) {
        @Override
        public String toString() {
            return "CommitteeContact[" + id + "]";
        }
    }

    /** Of the committee where this person lives, in their order. */
    public List<CommitteeContact> of(long person) {
        return jdbc.sql(
                        SELECT
                                + """
                                join person using (committee_id)
                                where person.id = :person order by position
                                """)
                .param("person", person)
                .query((row, _) ->
                        contact(row.getLong("id"), row.getString("name"), row.getBytes("number")))
                .list();
    }

    public Optional<CommitteeContact> find(long id) {
        return jdbc.sql(SELECT + "where contact.id = :id")
                .param("id", id)
                .query((row, _) ->
                        contact(row.getLong("id"), row.getString("name"), row.getBytes("number")))
                .optional();
    }

    /** In the caller's transaction; the order is that of the list, and replaces the former one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(String committee, List<NamedNumber> contacts) {
        jdbc.sql(
                        """
                        delete from committee_contact where committee_id =
                            (select id from committee where name = :committee)
                        """)
                .param("committee", committee)
                .update();
        for (int place = 0; place < contacts.size(); place++) {
            add(committee, place + 1, contacts.get(place));
        }
    }

    private void add(String committee, int position, NamedNumber contact) {
        var id =
                jdbc.sql("select nextval(pg_get_serial_sequence('committee_contact', 'id'))")
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into committee_contact
                            (id, committee_id, position, name, number, number_index)
                        overriding system value
                        select :id, committee.id, :position, :name, :number, :index
                        from committee where committee.name = :committee
                        """)
                .param("id", id)
                .param("committee", committee)
                .param("position", position)
                .param("name", contact.name())
                .param("number", seal.sealNumber(NUMBER, id, contact.number()))
                .param("index", index.of(contact.number()))
                .update();
    }

    private CommitteeContact contact(long id, String name, byte[] number) {
        return new CommitteeContact(id, name, seal.openNumber(NUMBER, id, number));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NUMBER);
    }
}
