package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.seal.BlindIndex;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Tells which parts of the round a call belongs to. */
@Component
public class Parts {
    private final NumberPlan plan;
    private final BlindIndex index;

    Parts(NumberPlan plan, BlindIndex index) {
        this.plan = plan;
        this.index = index;
    }

    public CallParts of(Person person, PhoneNumber number) {
        return new CallParts(number.exchange(plan), building(person), person.committee());
    }

    /** The same for neighbours, and no address. */
    private String building(Person person) {
        var house = person.committee() + "\n" + Building.of(person.address());
        return HexFormat.of().formatHex(index.of(house));
    }
}
