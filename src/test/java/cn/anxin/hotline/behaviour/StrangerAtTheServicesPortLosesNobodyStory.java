package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Somebody accepts and closes at once, which Asterisk calls a success. */
class StrangerAtTheServicesPortLosesNobodyStory extends ServiceLostInACall {
    private @Nullable ServerSocket port;

    @Override
    void lose(Installation ours) {
        ours.service().kill();
        try {
            var taken = new ServerSocket();
            taken.bind(ours.fastAgi());
            Thread.ofVirtual().name("stranger").start(() -> closeWhoeverCalls(taken));
            port = taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeWhoeverCalls(ServerSocket port) {
        while (!port.isClosed()) {
            try {
                port.accept().close();
            } catch (IOException e) {
                // the caller went first, or the story is over
                continue;
            }
        }
    }

    @AfterEach
    void leaveThePort() throws IOException {
        if (port != null) {
            port.close();
        }
    }

    @Override
    String loss() {
        return "stranger at the port";
    }
}
