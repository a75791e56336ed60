package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.seal.BlindIndex;
import cn.anxin.hotline.seal.Seal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows every volunteer by their number, and whoever is named for the first time from then on. */
final class VolunteerBook {
    private final JdbcClient jdbc;
    private final Seal seal;
    private final BlindIndex index;

    VolunteerBook(JdbcClient jdbc, Seal seal, BlindIndex index) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.index = index;
    }

    /**
     * Their ids. Whoever bears another name from now on is renamed.
     *
     * @param named at most some thousands
     */
    Map<PhoneNumber, Long> write(Collection<NamedNumber> named) {
        var names = new LinkedHashMap<PhoneNumber, String>();
        named.forEach(volunteer -> names.put(volunteer.number(), volunteer.name()));
        if (names.isEmpty()) {
            return Map.of();
        }
        // reads go on; another who names volunteers waits
        jdbc.sql("lock table volunteer in share row exclusive mode").update();
        var ids = known(names.keySet());
        rename(ids, names);
        names.keySet().removeAll(ids.keySet());
        ids.putAll(add(names));
        return ids;
    }

    private Map<PhoneNumber, Long> known(Collection<PhoneNumber> numbers) {
        var numberOf = new HashMap<ByteBuffer, PhoneNumber>();
        for (var number : numbers) {
            for (var hash : index.ever(number)) {
                numberOf.put(ByteBuffer.wrap(hash), number);
            }
        }
        var ids = new HashMap<PhoneNumber, Long>();
        jdbc.sql("select id, number_index from volunteer where number_index = any (:hashes)")
                .param(
                        "hashes",
                        numberOf.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query(row -> {
                    var number = numberOf.get(ByteBuffer.wrap(row.getBytes("number_index")));
                    if (number != null) {
                        ids.put(number, row.getLong("id"));
                    }
                });
        return ids;
    }

    private void rename(Map<PhoneNumber, Long> ids, Map<PhoneNumber, String> names) {
        var known = new ArrayList<>(ids.keySet());
        jdbc.sql(
                        """
                        update volunteer set name = told.name
                        from unnest(:ids, :names) as told (id, name)
                        where volunteer.id = told.id and volunteer.name <> told.name
                        """)
                .param("ids", known.stream().map(ids::get).toArray(Long[]::new))
                .param("names", known.stream().map(names::get).toArray(String[]::new))
                .update();
    }

    private Map<PhoneNumber, Long> add(Map<PhoneNumber, String> names) {
        var ids = new LinkedHashMap<PhoneNumber, Long>();
        var fresh = Ids.next(jdbc, "volunteer", names.size()).iterator();
        names.keySet().forEach(number -> ids.put(number, fresh.next()));
        jdbc.sql(
                        """
                        insert into volunteer (id, name, number, number_index)
                        overriding system value
                        select * from unnest(:ids, :names, :numbers, :hashes)
                        """)
                .param("ids", ids.values().toArray(Long[]::new))
                .param("names", names.values().toArray(String[]::new))
                .param(
                        "numbers",
                        ids.entrySet().stream()
                                .map(one ->
                                        seal.sealNumber(
                                                PeopleColumns.VOLUNTEER,
                                                one.getValue(),
                                                one.getKey()))
                                .toArray(byte[][]::new))
                .param("hashes", ids.keySet().stream().map(index::of).toArray(byte[][]::new))
                .update();
        return ids;
    }
}
