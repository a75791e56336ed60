package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.List;
import java.util.Set;

/** Somebody of whom little is told. */
public final class TestProfile {

    private TestProfile() {}

    public static Profile of(String note, Speaking speaking) {
        return new Profile(
                "唐桂兰",
                "示范一居委",
                null,
                null,
                "",
                Window.of("09:00-11:00"),
                List.of(new PhoneNumber("+8613800000001")),
                Set.of(),
                note,
                speaking,
                "",
                null,
                null,
                Consent.UNKNOWN,
                List.of(),
                List.of());
    }
}
