package cn.anxin.hotline.behaviour.phone;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/**
 * The part of SDP that a phone with one codec needs: where to send A-law, and which payload type
 * carries keys.
 */
record SessionDescription(InetSocketAddress audio, int keysPayload, boolean takesALaw) {
    static final int A_LAW = 8;
    static final int KEYS = 101;
    private static final Pattern HOST = Pattern.compile("(?m)^c=IN IP4 (\\S+)");
    private static final Pattern MEDIA = Pattern.compile("(?m)^m=audio (\\d+) \\S+ ([\\d ]+)");
    private static final Pattern EVENTS =
            Pattern.compile("(?m)^a=rtpmap:(\\d+) telephone-event/8000");

    static SessionDescription read(String sdp) {
        var host = HOST.matcher(sdp);
        var media = MEDIA.matcher(sdp);
        var events = EVENTS.matcher(sdp);
        if (!host.find() || !media.find()) {
            throw new IllegalStateException("no audio in the session description");
        }
        var formats = " " + media.group(2).strip() + " ";
        return new SessionDescription(
                new InetSocketAddress(host.group(1), Integer.parseInt(media.group(1))),
                events.find() ? Integer.parseInt(events.group(1)) : KEYS,
                formats.contains(" " + A_LAW + " "));
    }

    static String offer(InetSocketAddress ours, int keysPayload) {
        var host = ours.getAddress().getHostAddress();
        return """
        v=0
        o=- 1 1 IN IP4 %1$s
        s=-
        c=IN IP4 %1$s
        t=0 0
        m=audio %2$d RTP/AVP %3$d %4$d
        a=rtpmap:%3$d PCMA/8000
        a=rtpmap:%4$d telephone-event/8000
        a=fmtp:%4$d 0-15
        a=ptime:20
        a=sendrecv
        """
                .formatted(host, ours.getPort(), A_LAW, keysPayload)
                .replace("\n", "\r\n");
    }
}
