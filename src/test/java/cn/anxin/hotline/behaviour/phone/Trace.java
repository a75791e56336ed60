package cn.anxin.hotline.behaviour.phone;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest SIP messages of a phone, for whoever has to find out what went wrong. */
final class Trace {
    private static final int MOST = 2000;
    private final Deque<String> messages = new ArrayDeque<>();

    synchronized void note(String way, byte[] message, int length) {
        if (messages.size() == MOST) {
            messages.removeFirst();
        }
        var text = new String(message, 0, length, StandardCharsets.UTF_8);
        messages.addLast("=== " + LocalTime.now() + " " + way + "\n" + text);
    }

    synchronized List<String> lines() {
        return List.copyOf(messages);
    }
}
