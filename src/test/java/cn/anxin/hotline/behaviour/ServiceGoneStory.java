package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Installation;
import cn.anxin.hotline.behaviour.town.ServiceProcess;
import cn.anxin.hotline.behaviour.town.Town;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of the service, and wherever a call is then: everybody reaches a person. */
@DisasterStory
class ServiceGoneStory {
    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofSeconds(5);

    enum Disaster {
        FROZEN(ServiceProcess::freeze, ServiceProcess::thaw),
        KILLED(ServiceProcess::kill, ServiceProcess::start);

        private final Consumer<ServiceProcess> strike;
        private final Consumer<ServiceProcess> heal;

        Disaster(Consumer<ServiceProcess> strike, Consumer<ServiceProcess> heal) {
            this.strike = strike;
            this.heal = heal;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallOfThatMomentAndTheNextReachesAPerson(Disaster disaster, Town town) {
        var desk = town.dutyDesk();
        var service = town.installation().service();
        var elder = town.servedPerson();
        town.startRound(elder);
        var beingAsked = elder.phone().picksUp().hears("check-greeting");
        var talking = town.answered(town.dials(Caller.of("13700000011")));
        talking.hears("hotline-menu").presses("0").hears("to-duty");
        var officer = desk.picksUp("13700000011");
        var waiting = town.answered(town.dials(Caller.of("13700000012")));
        waiting.hears("hotline-menu").presses("0").hears("to-duty");
        var inTheMenu = town.answered(town.dials(Caller.of("13700000013")));
        inTheMenu.hears("hotline-greeting");

        disaster.strike.accept(service);
        try {
            var late = town.answered(town.dials(Caller.of("13700000014")));

            talking.call().linger(LONGER_THAN_THE_LEASE);
            town.talkTogether(talking, officer);
            talking.hangsUp();
            officer.isHungUpOn();

            inTheMenu.hears("fallback-inbound");
            late.hears("fallback-inbound");
            beingAsked.hears("fallback-placed");
            var inTheQueue =
                    Map.of(
                            "13700000012",
                            waiting,
                            "13700000013",
                            inTheMenu,
                            "13700000014",
                            late,
                            Installation.NUMBER,
                            beingAsked);
            for (var i = 0; i < inTheQueue.size(); i++) {
                var next = desk.phone().picksUp();
                var caller = Objects.requireNonNull(inTheQueue.get(next.caller()));
                town.talkTogether(caller, next);
                caller.hangsUp();
                next.isHungUpOn();
            }
        } finally {
            disaster.heal.accept(service);
            service.awaitReady();
        }

        // nobody has said how they are: the check was not lost with the service
        elder.phone().picksUp().hears("check-question").presses("1").hears("check-fine");
        town.office().seesCheckEnd(elder, "CONFIRMED");
    }
}
