package cn.anxin.hotline.asterisk.configuration;

/** A setting that cannot stand; its message is one line that says which and why. */
final class BadSettingException extends RuntimeException {

    BadSettingException(String message) {
        super(message);
    }

    BadSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
