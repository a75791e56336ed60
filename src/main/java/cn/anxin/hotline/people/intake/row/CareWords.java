package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.Profile;
import java.util.Objects;

/** How to care for a person, in the words that {@link CareReader} reads. */
public final class CareWords {

    private CareWords() {}

    public static String language(Profile profile) {
        return switch (profile.speaking().language()) {
            case MANDARIN -> "普通话";
            case SHANGHAINESE -> "上海话";
        };
    }

    public static String slowly(Profile profile) {
        var slowly = profile.speaking().slowly();
        return slowly == null ? "" : slowly ? "是" : "否";
    }

    /** Empty if it follows from the categories. */
    public static String risk(Profile profile) {
        return switch (profile.risk()) {
            case null -> "";
            case LOW -> "低";
            case NORMAL -> "中";
            case HIGH -> "高";
        };
    }

    public static String consent(Profile profile) {
        var consent = profile.consent();
        return switch (consent.state()) {
            case GIVEN -> Objects.toString(consent.on(), "是");
            case REFUSED -> "否";
            case UNKNOWN -> "";
        };
    }
}
