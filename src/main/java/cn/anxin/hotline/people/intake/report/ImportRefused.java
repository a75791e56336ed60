package cn.anxin.hotline.people.intake.report;

/** The file is no roster; nothing of it came in. */
public record ImportRefused(Reason reason) implements ImportResult {}
