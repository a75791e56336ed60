package cn.anxin.hotline.wellness.line;

/**
 * A part of the round.
 *
 * @param scope which one of its kind, in the form that the database keeps; empty for the trunk
 */
record Part(PartKind kind, String scope) {
    static final Part TRUNK = new Part(PartKind.TRUNK, "");
}
