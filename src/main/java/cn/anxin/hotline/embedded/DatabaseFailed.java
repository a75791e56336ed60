package cn.anxin.hotline.embedded;

/** A database of our own is not to be had; the message says what to look at. */
final class DatabaseFailed extends RuntimeException {

    DatabaseFailed(String message) {
        super(message);
    }

    DatabaseFailed(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
