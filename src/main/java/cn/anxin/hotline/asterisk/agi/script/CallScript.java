package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.asterisk.agi.FaultTrace;
import cn.anxin.hotline.asterisk.agi.wire.AgiLink;
import cn.anxin.hotline.asterisk.agi.wire.CommandReply;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.NumberPlan;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.asteriskjava.fastagi.command.AgiCommand;
import org.asteriskjava.fastagi.command.ExecCommand;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one call with its dialogue and hands it back to the dialplan. {@code AGI_DONE} is the last
 * command, sent only if all before it went well; without it the call goes to the native fallback.
 */
final class CallScript implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(CallScript.class);

    private final Dialogue dialogue;
    private final AgiLine line;
    private final AgiLink link;
    private final TalkingCalls talking;
    private final BoardEntry board;
    private final AgiSettings settings;
    private final NumberPlan plan;
    private final ScriptMeters meters;
    private final Clock clock;

    CallScript(
            Dialogue dialogue,
            AgiLine line,
            AgiLink link,
            TalkingCalls talking,
            BoardEntry board,
            AgiSettings settings,
            NumberPlan plan,
            ScriptMeters meters,
            Clock clock) {
        this.dialogue = dialogue;
        this.line = line;
        this.link = link;
        this.talking = talking;
        this.board = board;
        this.settings = settings;
        this.plan = plan;
        this.meters = meters;
        this.clock = clock;
    }

    /** Returns when the call is handed back or lost; then its connection is to be closed. */
    @Override
    public void run() {
        var began = clock.instant();
        try (var _ = talking.listen(line)) {
            var end = hold();
            meters.script(dialogue.purpose(), end, Duration.between(began, clock.instant()));
        }
    }

    private ScriptEnd hold() {
        try {
            board.show(Stage.TALKING);
            detectSpeech();
            return handBack(dialogue.hold(line));
        } catch (RuntimeException | Error fault) {
            log.error(
                    "Call {}: its dialogue failed, the native fallback has it now: {}",
                    line.call(),
                    FaultTrace.of(fault));
            showWaiting();
            return ScriptEnd.FAILED;
        }
    }

    private void detectSpeech() {
        link.send(
                new SetVariableCommand(
                        "TALK_DETECT(set)", Long.toString(settings.talkPause().toMillis())));
    }

    private ScriptEnd handBack(Ending ending) {
        return switch (ending) {
            case Ending.HangUp _ -> handBack(ScriptEnd.HANG_UP, route("bye", 0, ""));
            case Ending.DutyDesk desk -> {
                showWaiting();
                yield handBack(
                        ScriptEnd.DUTY_DESK,
                        route("duty", desk.urgency().queuePriority(), desk.meanwhile().key()));
            }
            case Ending.Connect(var number, var ring) ->
                    handBack(
                            ScriptEnd.CONNECT,
                            route("connect", 0, ""),
                            "CONNECT=" + number.dialled(plan),
                            "CONNECT_RING=" + ring.toSeconds());
        };
    }

    private static List<String> route(String route, int queuePriority, String meanwhile) {
        return List.of(
                "TALK_DETECT(remove)=",
                "ROUTE=" + route,
                "QUEUE_PRIO=" + queuePriority,
                "MEANWHILE=" + meanwhile);
    }

    private ScriptEnd handBack(ScriptEnd end, List<String> route, String... more) {
        var variables = Stream.concat(route.stream(), Stream.of(more)).toArray(String[]::new);
        var routing = new ExecCommand("MSet", variables);
        var done = new SetVariableCommand("AGI_DONE", "1");
        return carriedOut(routing) && carriedOut(done) ? end : ScriptEnd.LOST;
    }

    private boolean carriedOut(AgiCommand command) {
        return link.send(command) instanceof CommandReply reply && reply.carriedOut();
    }

    private void showWaiting() {
        if (!line.gone()) {
            board.show(Stage.WAITING_FOR_DUTY);
        }
    }
}
