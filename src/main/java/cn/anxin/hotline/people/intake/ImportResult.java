package cn.anxin.hotline.people.intake;

/** What became of a roster file. */
public sealed interface ImportResult permits ImportReport, ImportRefused {}
