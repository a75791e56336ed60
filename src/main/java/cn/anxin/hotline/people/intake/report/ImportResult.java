package cn.anxin.hotline.people.intake.report;

/** What became of a roster file. */
public sealed interface ImportResult
        permits ImportReport, ImportRefused, ImportStale, ImportUnconfirmed {}
