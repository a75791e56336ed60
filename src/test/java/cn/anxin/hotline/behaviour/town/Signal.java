package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java cannot send. */
final class Signal {

    private Signal() {}

    static void send(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
