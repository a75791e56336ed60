package cn.anxin.hotline.console;

import java.io.IOException;

/**
 * An answer failed in its midst. No words can be put behind what is sent already; only a connection
 * that breaks tells that something is missing.
 */
class CutShort extends IOException {

    CutShort(Exception why) {
        super("an answer was cut short", why);
    }
}
