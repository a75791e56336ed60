package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.escalation.ladder.Role;
import java.util.List;

/** Nobody listens. */
public final class NoBriefing extends Briefing {

    @SuppressWarnings("NullAway") // nothing of it is asked
    public NoBriefing() {
        super(null, null, null, null, null, null, null);
    }

    @Override
    public void prepare(List<Long> told, Role role) {}
}
