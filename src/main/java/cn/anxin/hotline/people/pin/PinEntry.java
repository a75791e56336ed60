package cn.anxin.hotline.people.pin;

/** What became of a number and a PIN that somebody typed. */
public sealed interface PinEntry {

    record Right(long volunteer) implements PinEntry {}

    /** No such volunteer, none with a PIN, or another PIN: which of it is not told. */
    record Wrong() implements PinEntry {}

    /** Too many wrong ones, from that telephone or for that number: nothing was weighed. */
    record Locked() implements PinEntry {}
}
