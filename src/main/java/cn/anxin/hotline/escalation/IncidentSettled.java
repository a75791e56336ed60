package cn.anxin.hotline.escalation;

import cn.anxin.hotline.journal.Actor;

/**
 * Somebody has settled an incident. Published in the transaction that settles it, and told before
 * that commits.
 */
public record IncidentSettled(long incident, long person, Actor by, IncidentOutcome outcome) {}
