package cn.anxin.hotline.duty;

import cn.anxin.hotline.call.DutyPhones;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which telephones of the duty desk are staffed. */
@Component
public class OnDuty {
    private final DutyPhones phones;

    OnDuty(DutyPhones phones) {
        this.phones = phones;
    }

    /** Never empty: every telephone of the desk counts as staffed around the clock. */
    public List<DutyPhones.Phone> at(Instant instant) {
        return phones.phones();
    }
}
