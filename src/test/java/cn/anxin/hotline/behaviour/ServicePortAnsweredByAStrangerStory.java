package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asterisk calls it a success when whoever answers at the service's port then says nothing. */
@DisasterStory
class ServicePortAnsweredByAStrangerStory {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCallerReachesAPerson(boolean closesAtOnce, Town town) throws IOException {
        var installation = town.installation();
        var desk = town.dutyDesk();
        installation.service().kill();
        try (var stranger = new ServerSocket()) {
            stranger.bind(installation.fastAgi());
            Thread.ofVirtual().start(() -> accept(stranger, closesAtOnce));

            var call = town.answered(town.dials(Caller.of("13700000021")));
            call.hears("fallback-inbound");
            var officer = desk.picksUp("13700000021");
            town.talkTogether(call, officer);
            call.hangsUp();
            officer.isHungUpOn();
        } finally {
            installation.service().start();
            installation.service().awaitReady();
        }
    }

    private static void accept(ServerSocket stranger, boolean closesAtOnce) {
        List<Socket> held = new ArrayList<>();
        while (!stranger.isClosed()) {
            try {
                var connection = stranger.accept();
                if (closesAtOnce) {
                    connection.close();
                } else {
                    held.add(connection);
                }
            } catch (IOException e) {
                // closed: the story is over
                break;
            }
        }
        for (var connection : held) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
