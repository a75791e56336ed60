package cn.anxin.hotline.people.intake.report;

/**
 * Another result than the one previewed, since the roster or the file changed meanwhile; nothing
 * came in.
 */
public record ImportStale() implements ImportResult {}
