package cn.anxin.hotline.people;

/** A person's name as lists and screens show it: the family name's first character, 唐**. */
public final class MaskedName {
    private static final String REST = "**";

    private MaskedName() {}

    /** Tells nothing of how long the name is. */
    public static String of(String name) {
        return name.isEmpty() ? REST : Character.toString(name.codePointAt(0)) + REST;
    }
}
