package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Language;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.people.Speaking;
import cn.anxin.hotline.people.intake.words.CellText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row tells of how to care for a person. What is null it does not tell. Redacts itself.
 *
 * @param consent its day is null and its teller empty where the row does not tell them
 */
record ToldCare(
        @Nullable Language language,
        @Nullable Boolean slowly,
        @Nullable String hearing,
        @Nullable String condition,
        @Nullable RiskLevel risk,
        @Nullable LocalDate aloneUntil,
        @Nullable Consent consent,
        @Nullable List<FamilyContact> family) {

    Speaking speakingOver(Speaking stored) {
        return new Speaking(
                language == null ? stored.language() : language,
                slowly == null ? stored.slowly() : slowly,
                CellText.over(hearing, stored.hearing()));
    }

    String conditionOver(String stored) {
        return CellText.over(condition, stored);
    }

    @Nullable RiskLevel riskOver(@Nullable RiskLevel stored) {
        return risk == null ? stored : risk;
    }

    /** That they agreed, told again, is no news of when and through whom. */
    Consent consentOver(Consent stored) {
        if (consent == null) {
            return stored;
        }
        boolean same =
                consent.state() == stored.state()
                        && (consent.on() == null || consent.on().equals(stored.on()));
        return same ? stored : consent;
    }

    List<FamilyContact> familyOver(List<FamilyContact> stored) {
        return family == null ? stored : family;
    }

    @Override
    public String toString() {
        return "ToldCare[]";
    }
}
