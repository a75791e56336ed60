package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.TalkListener;
import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PromptSounds;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Scripts as the service puts them together, without it. */
public record TestScripts(CallScripts scripts, TalkListener talking) {

    public static TestScripts of(
            List<Dialogue> dialogues,
            PromptSounds sounds,
            Path folder,
            CallBoard board,
            AgiSettings settings,
            MeterRegistry registry) {
        var house = new HotlineSettings(folder, "58958808", ZoneId.of("UTC"));
        var talking = new TalkingCalls();
        var scripts =
                new CallScripts(
                        new Dialogues(dialogues),
                        sounds,
                        new Recordings(house),
                        board,
                        talking,
                        settings,
                        new NumberPlan("CN", "021"),
                        new ScriptMeters(registry),
                        Clock.systemUTC());
        return new TestScripts(scripts, talking);
    }
}
