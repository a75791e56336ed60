package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.DeskStory;
import cn.anxin.hotline.behaviour.town.Town;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a hostile network may put into a call changes nothing of what we do. */
@DeskStory
class HostileCallerNamesStory {
    private static final String CANARY = "13799999999";

    static final List<Caller> STRANGERS =
            List.of(
                    Caller.named("\"\\\"; Action: Originate\\\"\"", "13700000001"),
                    Caller.named("\"👵 王奶奶 \\\\ ${SHELL(id)} %0D%0A\"", "13700000001"),
                    Caller.named("\"" + "长".repeat(3000) + "\"", "13700000001"),
                    Caller.named("\"" + "a".repeat(9000) + "\"", "13700000001"),
                    Caller.of("138%0D%0AAction%3A%20Originate%0D%0AChannel%3A%20PJSIP/" + CANARY),
                    Caller.of("1&PJSIP/" + CANARY + "%40trunk,5"),
                    Caller.of("1".repeat(2000)),
                    Caller.anonymous(),
                    Caller.of("13700000001")
                            .with("P-Asserted-Identity: \"x\" <sip:" + CANARY + ">"),
                    Caller.of("duty1"));

    @ParameterizedTest
    @FieldSource("STRANGERS")
    void reachAPersonLikeEverybodyElse(Caller stranger, Town town) {
        var canary = town.handset(CANARY);
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(stranger)).hears("hotline-menu").presses("0");
        var officer = desk.phone().picksUp();
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        assertThat(canary.unheededRings()).isZero();
    }

    @Test
    void aLineBreakInANameIsNoLineBreakAnywhere(Town town) {
        var desk = town.dutyDesk();
        var broken = Caller.named("\"x\r\nX-Injected: y\"", "13700000001");
        var folded = Caller.named("\"x\r\n y\"", "13700000001");

        town.dials(broken);
        town.dials(folded);
        var call = town.answered(town.dials(Caller.of("13700000001")));
        call.hears("hotline-menu").presses("0").hears("to-duty");
        var officer = desk.phone().picksUp();

        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();
    }
}
