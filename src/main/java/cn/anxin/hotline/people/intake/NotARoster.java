package cn.anxin.hotline.people.intake;

/** Ends the reading of a file that is no roster. Stays within this room. */
final class NotARoster extends RuntimeException {
    private final transient Reason reason;

    NotARoster(String zh, String en) {
        super(en, null, false, false);
        this.reason = new Reason(zh, en);
    }

    Reason reason() {
        return reason;
    }
}
