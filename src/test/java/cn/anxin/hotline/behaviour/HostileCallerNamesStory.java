package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a hostile network may put into a call changes nothing of what we do. */
@Story
class HostileCallerNamesStory {
    private static final String CANARY = "13799999999";

    /**
     * @param shown what is left of the number
     */
    record Stranger(Caller caller, String shown) {}

    static final List<Stranger> STRANGERS =
            List.of(
                    named("\"\\\"; Action: Originate\\\"\"", "13700000101"),
                    named("\"👵 王奶奶 \\\\ ${SHELL(id)} %0D%0A\"", "13700000102"),
                    named("\"" + "长".repeat(3000) + "\"", "13700000103"),
                    named("\"" + "a".repeat(9000) + "\"", "13700000104"),
                    new Stranger(
                            Caller.of(
                                    "138%0D%0AAction%3A%20Originate%0D%0AChannel%3A%20PJSIP/"
                                            + CANARY),
                            "138"),
                    new Stranger(Caller.of("1&PJSIP/" + CANARY + "%40trunk,5"), "1" + CANARY),
                    new Stranger(Caller.of("1".repeat(2000)), "1".repeat(20)),
                    new Stranger(Caller.anonymous(), ""),
                    new Stranger(
                            Caller.of("13700000105")
                                    .with("P-Asserted-Identity: \"x\" <sip:" + CANARY + ">"),
                            "13700000105"),
                    new Stranger(Caller.of("duty7"), "7"));

    private static Stranger named(String name, String number) {
        return new Stranger(Caller.named(name, number), number);
    }

    @ParameterizedTest
    @FieldSource("STRANGERS")
    void reachAPersonLikeEverybodyElse(Stranger stranger, Town town) {
        var canary = town.handset(CANARY);

        var call = town.answered(town.dials(stranger.caller()));
        call.hears("hotline-menu").presses("0");
        var officer = town.dutyDesk().picksUp(stranger.shown());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        assertThat(canary.unheededRings()).isZero();
    }

    @Test
    void aLineBreakInANameIsNoLineBreakAnywhere(Town town) {
        var desk = town.dutyDesk();
        var broken = Caller.named("\"x\r\nX-Injected: y\"", "13700000107");
        var folded = Caller.named("\"x\r\n y\"", "13700000107");

        town.dials(broken);
        town.dials(folded);
        var call = town.answered(town.dials(Caller.of("13700000108")));
        call.hears("hotline-menu").presses("0").hears("to-duty");
        var officer = desk.picksUp("13700000108");

        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();
    }
}
