package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Person;
import org.springframework.stereotype.Component;

/** Tells which parts of the round a call belongs to. */
@Component
public class Parts {
    private final NumberPlan plan;

    Parts(NumberPlan plan) {
        this.plan = plan;
    }

    public CallParts of(Person person, PhoneNumber number) {
        return new CallParts(
                number.exchange(plan),
                Building.hash(person.committee(), person.address()),
                person.committee());
    }
}
