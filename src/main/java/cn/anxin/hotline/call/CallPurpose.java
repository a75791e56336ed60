package cn.anxin.hotline.call;

/** Why a call exists; it decides which {@link Dialogue} holds it and which channels it may use. */
public enum CallPurpose {
    /** Somebody rings the hotline. The channel and its id are Asterisk's. */
    INBOUND(""),
    /** The daily check rings a served person. */
    CHECK("chk-"),
    /** An incident rings a volunteer or a duty phone. */
    ESCALATION("esc-");

    private final String prefix;

    CallPurpose(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
