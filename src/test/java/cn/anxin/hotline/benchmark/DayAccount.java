package cn.anxin.hotline.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the day of a {@link TownRound} came to, by the service's own sum, by its tables, and by the
 * carrier's record.
 *
 * @param totals as the day's sum names them
 * @param verdicts by name
 * @param unlikeTheirFates whose day ended otherwise than their telephone's fate has it
 * @param attemptsAtOnce pairs of attempts for one person at the same time
 * @param rungTwiceAtOnce telephones that the carrier was asked to ring while they rang or talked
 * @param results how many attempts came to what
 */
record DayAccount(
        int roster,
        Map<String, Integer> totals,
        Map<String, String> verdicts,
        List<String> unlikeTheirFates,
        int withoutCheck,
        int escalatedWithoutIncident,
        int attemptsAtOnce,
        List<String> rungTwiceAtOnce,
        int unended,
        int channelsLeft,
        int alarms,
        long trunkCalls,
        int mostChannels,
        long capViolations,
        Map<String, Integer> results,
        Duration took) {

    static DayAccount of(TownRound round, Duration took) {
        var sum = round.sum();
        var totals = new TreeMap<String, Integer>();
        sum.path("totals").properties().forEach(e -> totals.put(e.getKey(), e.getValue().asInt()));
        var verdicts = round.verdicts();
        var log = round.log();
        return new DayAccount(
                sum.path("roster").asInt(),
                totals,
                verdicts,
                unlike(round.expected(), verdicts),
                round.count(
                        "person where not exists (select from wellness_check where person_id = person.id)"),
                round.count(
                        """
                        wellness_check c where verdict = 'ESCALATED' and not exists (
                            select from incident
                            where incident.id = c.incident_id and person_id = c.person_id)
                        """),
                round.count(
                        """
                        attempt one join attempt other on other.person_id = one.person_id
                            and other.call_id > one.call_id
                            and tstzrange(other.placed_at, other.ended_at)
                                && tstzrange(one.placed_at, one.ended_at)
                        """),
                log.rungTwiceAtOnce(),
                log.unended(),
                round.channelsLeft(),
                round.count("alarm"),
                log.begun(),
                log.trunk(round.channels()).most(),
                log.violations(round.channels()),
                round.results(),
                took);
    }

    private static List<String> unlike(Map<String, String> fates, Map<String, String> verdicts) {
        return fates.entrySet().stream()
                .filter(fate -> !fate.getValue().equals(verdicts.get(fate.getKey())))
                .map(fate ->
                        "%s should be %s, and is %s"
                                .formatted(
                                        fate.getKey(),
                                        fate.getValue(),
                                        verdicts.get(fate.getKey())))
                .sorted()
                .toList();
    }

    int total(String name) {
        return totals.getOrDefault(name, 0);
    }

    int twoLiveCalls() {
        return attemptsAtOnce + rungTwiceAtOnce.size();
    }

    /** Names of those whose day ended otherwise than on the other day. */
    List<String> endsUnlike(DayAccount other) {
        return unlike(other.verdicts, verdicts);
    }

    /** Answered, and no key. */
    int unconfirmed() {
        return results.getOrDefault("UNCONFIRMED", 0);
    }

    /** Whatever must not be, on any day. */
    List<String> faults() {
        var faults = new ArrayList<>(unlikeTheirFates);
        if (totals.values().stream().mapToInt(Integer::intValue).sum() != roster) {
            faults.add("the totals are not the roster");
        }
        if (withoutCheck + escalatedWithoutIncident > 0) {
            faults.add("somebody fell through");
        }
        if (twoLiveCalls() > 0) {
            faults.add("two live calls to one person " + rungTwiceAtOnce);
        }
        if (capViolations > 0) {
            faults.add("more calls than the carrier has channels for us: " + mostChannels);
        }
        if (unended + channelsLeft > 0) {
            faults.add("calls that never ended");
        }
        return faults;
    }

    /** By what they are, in the order of a table. */
    List<Map.Entry<String, Object>> figures() {
        var figures = new ArrayList<Map.Entry<String, Object>>();
        figures.add(Map.entry("roster", roster));
        totals.forEach((total, people) -> figures.add(Map.entry(total, people)));
        figures.add(Map.entry("end not as the fate", unlikeTheirFates.size()));
        figures.add(Map.entry("without a check", withoutCheck));
        figures.add(Map.entry("escalated without incident", escalatedWithoutIncident));
        figures.add(Map.entry("two live attempts, by database", attemptsAtOnce));
        figures.add(Map.entry("two live calls, by carrier", rungTwiceAtOnce.size()));
        figures.add(Map.entry("calls without an end", unended));
        figures.add(Map.entry("channels left", channelsLeft));
        figures.add(Map.entry("alarms of a line or area", alarms));
        figures.add(Map.entry("calls over the trunk", trunkCalls));
        figures.add(Map.entry("most channels of the trunk", mostChannels));
        results.forEach((result, calls) -> figures.add(Map.entry("attempts " + result, calls)));
        figures.add(Map.entry("seconds", took.toSeconds()));
        return figures;
    }
}
