package cn.anxin.hotline.call;

/** What came back to a {@link Question}. */
public sealed interface Answer {

    /** One of the keys asked for. */
    record Pressed(char key) implements Answer {}

    /** A key that means nothing here. */
    record Invalid(char key) implements Answer {}

    /** No key, but a voice was heard. */
    record Spoke() implements Answer {}

    /** Neither key nor voice. */
    record Silent() implements Answer {}

    /** The other side is gone. */
    record HungUp() implements Answer {}

    /** The link to Asterisk broke; the call itself goes on in the native dialplan. */
    record Failed() implements Answer {}
}
