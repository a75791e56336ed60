package cn.anxin.hotline.people.intake.report;

/** Ends the reading of a file that is no roster. Stays within this room. */
public final class NotARoster extends RuntimeException {
    private final transient Reason reason;

    public NotARoster(String zh, String en) {
        this(new Reason(zh, en));
    }

    public NotARoster(Reason reason) {
        super(reason.en(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
