package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Urgency;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the readers of a robot, mailbox or webhook are told.
 *
 * @param from the least urgency that they hear of
 * @param kinds the kinds of notice that they hear of; empty: all
 */
public record Hearing(@DefaultValue("ROUTINE") Urgency from, @DefaultValue Set<String> kinds) {

    public Hearing {
        kinds = Set.copyOf(kinds);
    }

    boolean of(String kind, Urgency urgency) {
        return urgency.compareTo(from) >= 0 && (kinds.isEmpty() || kinds.contains(kind));
    }
}
