package cn.anxin.hotline.people.keeping;

/** What happened to a person's record. */
public enum ChangeKind {
    ADDED("person-added"),
    CHANGED("person-changed"),
    ENROLLED("person-enrolled"),
    LEFT("person-left"),
    /** Nothing changed: somebody had it shown in clear. */
    SHOWN("person-shown");

    private final String journalled;

    ChangeKind(String journalled) {
        this.journalled = journalled;
    }

    String journalled() {
        return journalled;
    }
}
