package cn.anxin.hotline.people.intake;

/** The file is no roster; nothing of it came in. */
public record ImportRefused(Reason reason) implements ImportResult {}
