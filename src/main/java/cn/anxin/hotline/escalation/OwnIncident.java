package cn.anxin.hotline.escalation;

import cn.anxin.hotline.journal.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An open incident as whoever helps sees it.
 *
 * @param as whom of the helper's capacities it concerns
 * @param cause the worst; null if none is known
 * @param theirs they have it; if not, it looks for somebody
 */
public record OwnIncident(
        long id,
        Actor as,
        long person,
        @Nullable Cause cause,
        IncidentState state,
        boolean handingOver,
        boolean theirs) {}
