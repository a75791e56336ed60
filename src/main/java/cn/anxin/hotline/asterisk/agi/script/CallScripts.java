package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.asterisk.agi.wire.AgiLink;
import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PromptSounds;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Joins a call that was let in with its dialogue and all that a script needs. Any thread. */
@Component
public final class CallScripts {
    private final Dialogues dialogues;
    private final PromptSounds sounds;
    private final Recordings recordings;
    private final CallBoard board;
    private final TalkingCalls talking;
    private final AgiSettings settings;
    private final NumberPlan plan;
    private final ScriptMeters meters;
    private final Clock clock;

    CallScripts(
            Dialogues dialogues,
            PromptSounds sounds,
            Recordings recordings,
            CallBoard board,
            TalkingCalls talking,
            AgiSettings settings,
            NumberPlan plan,
            ScriptMeters meters,
            Clock clock) {
        this.dialogues = dialogues;
        this.sounds = sounds;
        this.recordings = recordings;
        this.board = board;
        this.talking = talking;
        this.settings = settings;
        this.plan = plan;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * A script to be run once, on a thread of its own: it returns when the call is handed back or
     * lost, and what its dialogue throws is logged; then the link is to be closed. Empty if nobody
     * holds calls of this purpose.
     */
    public Optional<Runnable> of(CallRequest request, AgiLink link) {
        return dialogues
                .of(request.purpose())
                .map(dialogue ->
                        new CallScript(
                                dialogue,
                                new AgiLine(
                                        request,
                                        link,
                                        new Handset(link, meters),
                                        sounds,
                                        recordings,
                                        clock),
                                link,
                                talking,
                                new BoardEntry(board, request, clock),
                                settings,
                                plan,
                                meters,
                                clock));
    }
}
