package cn.anxin.hotline.escalation.ladder;

import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.Severity;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The house's usual ladders, of people who are written down here and not in a roster. */
public final class PaperLadders extends Ladders {
    private final Function<@Nullable Long, Map<Role, List<Contact>>> people;
    private final Map<String, Ladder> built = new HashMap<>();

    @SuppressWarnings("NullAway") // nothing of it is asked
    public PaperLadders(
            EscalationSettings settings,
            Function<@Nullable Long, Map<Role, List<Contact>>> people) {
        super(null, null, null, null, settings, Clock.tickMillis(ZoneOffset.UTC));
        this.people = people;
    }

    @Override
    public Ladder of(Severity severity, @Nullable Long personId) {
        return built.computeIfAbsent(
                severity + " " + personId,
                _ -> ladder(Policy.usual(severity), people.apply(personId)));
    }
}
