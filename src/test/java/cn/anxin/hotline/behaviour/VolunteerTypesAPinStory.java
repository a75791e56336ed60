package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

/** A volunteer rings from somebody else's telephone, and types fast. */
@Story
class VolunteerTypesAPinStory {
    private static final String BORROWED = "13700000091";

    @Test
    void theirNumberAndTheirPinOpenTheirMenu(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);
        elder.volunteer().picksUp().hears("incident-choices").presses("1").isHungUpOn();
        var pin = town.office().givesAPinToTheTaker(elder);

        var call = town.answered(town.dials(Caller.of(BORROWED)));
        call.hears("hotline-menu").presses("9");
        call.hears("volunteer-type-number").presses(elder.volunteer().number() + "#");
        call.hears("volunteer-type-pin").presses(pin);
        call.hears("volunteer-menu-list").presses("1");
        call.hears("volunteer-taken-choices").presses("2").hears("volunteer-seen");
        call.hears("volunteer-note").hangsUp();

        var incident = town.office().seesIncident(elder, "SEEN");
        assertThat(incident.path("seenBy").asString("")).startsWith("volunteer:");
    }
}
