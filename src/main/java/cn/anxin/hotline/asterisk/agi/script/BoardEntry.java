package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.PhoneNumber;
import java.time.Clock;

/** One call's line on the board while its script holds it; whoever sees the hangup takes it off. */
final class BoardEntry {
    private final CallBoard board;
    private final CallRequest request;
    private final Clock clock;

    BoardEntry(CallBoard board, CallRequest request, Clock clock) {
        this.board = board;
        this.request = request;
        this.clock = clock;
    }

    void show(CallBoard.Stage stage) {
        board.put(
                new CallBoard.Entry(
                        request.call(), request.purpose(), party(), stage, clock.instant()));
    }

    /** Of a call that we placed Asterisk tells no party; who dialled it has put it there. */
    private String party() {
        return request.caller()
                .map(PhoneNumber::masked)
                .or(() ->
                        board.calls().stream()
                                .filter(entry -> entry.call().equals(request.call()))
                                .map(CallBoard.Entry::party)
                                .findFirst())
                .orElse("");
    }
}
