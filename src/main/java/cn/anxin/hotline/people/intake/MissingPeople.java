package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.intake.row.RejectedPeople;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Enrolled people of the committees that a file names who are not in the file.
 *
 * @param leaving those who leave the roster
 * @param others how many stay, since the file does not replace, or a rejected row may mean them
 * @param confirm how many removals must be confirmed, 0 if none need be
 */
record MissingPeople(List<Enrolled> leaving, int others, int confirm) {
    /** A file that removes more of a committee is more likely the wrong one. */
    private static final int LARGEST_PART = 3;

    record Enrolled(long id, String name, String committee) {

        @Override
        public String toString() {
            return "Enrolled[" + id + "]";
        }
    }

    static MissingPeople from(
            Collection<RosterEntry> file,
            ImportPlan plan,
            RejectedPeople rejected,
            boolean replace,
            JdbcClient jdbc) {
        var enrolled = enrolledOf(file, jdbc);
        var missing = enrolled.stream().filter(person -> !plan.found(person.id())).toList();
        var leaving =
                missing.stream()
                        .filter(person ->
                                replace && !rejected.mayInclude(person.name(), person.committee()))
                        .toList();
        int confirm = emptiesACommittee(leaving, enrolled) ? leaving.size() : 0;
        return new MissingPeople(leaving, missing.size() - leaving.size(), confirm);
    }

    int all() {
        return leaving.size() + others;
    }

    private static boolean emptiesACommittee(List<Enrolled> leaving, List<Enrolled> enrolled) {
        var before = countByCommittee(enrolled);
        return countByCommittee(leaving).entrySet().stream()
                .anyMatch(left ->
                        left.getValue() * LARGEST_PART > before.getOrDefault(left.getKey(), 0));
    }

    private static Map<String, Integer> countByCommittee(List<Enrolled> people) {
        var counts = new HashMap<String, Integer>();
        people.forEach(person -> counts.merge(person.committee(), 1, Integer::sum));
        return counts;
    }

    private static List<Enrolled> enrolledOf(Collection<RosterEntry> file, JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select person.id, person.name, committee.name as committee
                        from person join committee on committee.id = committee_id
                        where enrolled and committee.name = any (:committees)
                        order by person.id
                        """)
                .param(
                        "committees",
                        file.stream().map(RosterEntry::committee).distinct().toArray(String[]::new))
                .query(Enrolled.class)
                .list();
    }
}
