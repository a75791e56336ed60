package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A few loopback addresses that nobody else uses now, so that every port on them is the usual one
 * and several runs fit on one machine.
 */
record Neighbourhood(String prefix) {
    static final int SIP = 5060;
    static final int AMI = 5038;
    static final int AGI = 4573;
    static final int WEB = 8080;
    private static final int TRIES = 50;

    static Neighbourhood free() {
        var random = ThreadLocalRandom.current();
        for (var i = 0; i < TRIES; i++) {
            var one =
                    new Neighbourhood(
                            "127." + random.nextInt(20, 250) + "." + random.nextInt(250) + ".");
            if (one.isFree()) {
                return one;
            }
        }
        throw new IllegalStateException("no free loopback addresses");
    }

    String hotline() {
        return prefix + 1;
    }

    String carrier() {
        return prefix + 2;
    }

    /** Calls from here are taken as the carrier's too. */
    String secondCarrier() {
        return prefix + 3;
    }

    String desk() {
        return prefix + 4;
    }

    /** For what listens on 127.0.0.1 whatever we say. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InetSocketAddress sipOf(String host) {
        return at(host, SIP);
    }

    static InetSocketAddress at(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(host, e);
        }
    }

    private boolean isFree() {
        for (var host : new String[] {hotline(), carrier(), secondCarrier(), desk()}) {
            try (var sip = new DatagramSocket(sipOf(host));
                    var web = new ServerSocket()) {
                web.bind(at(host, WEB));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
