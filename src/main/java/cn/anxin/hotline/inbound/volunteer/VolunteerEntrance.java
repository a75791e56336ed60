package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Line;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "志愿者请按9": straight to their menu if their telephone says who they are, else by PIN. */
@Component
public class VolunteerEntrance {
    private final VolunteerMenu menu;
    private final PinDialogue pin;

    VolunteerEntrance(VolunteerMenu menu, PinDialogue pin) {
        this.menu = menu;
        this.pin = pin;
    }

    /**
     * @param known who rings, if the number tells
     */
    public Leaving hold(Line line, Optional<Member> known) {
        return known.map(member -> menu.hold(line, member))
                .orElseGet(() ->
                        switch (pin.ask(line)) {
                            case PinDialogue.Known(var member) -> menu.hold(line, member);
                            case PinDialogue.Unknown(var leaving) -> leaving;
                        });
    }
}
