package cn.anxin.hotline.people.intake.report;

/** Why something of a roster was not taken, for whoever keeps it. Quotes nothing of the roster. */
public record Reason(String zh, String en) {}
