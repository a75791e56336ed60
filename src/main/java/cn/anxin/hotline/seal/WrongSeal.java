package cn.anxin.hotline.seal;

/**
 * A stored value that none of our keys opens in its place: somebody changed it in the database or
 * moved it there. Trying again does not help.
 */
public final class WrongSeal extends RuntimeException {

    WrongSeal(SealedColumn column, Object row) {
        super("a value of " + column + " does not open; row " + row);
    }
}
