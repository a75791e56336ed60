package cn.anxin.hotline.asterisk.configuration;

import cn.anxin.hotline.call.NumberPlan;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which carriers write the number that was called. */
final class NumberForms {
    private static final Pattern CALLED_AS = Pattern.compile("\\+?\\d{3,20}");

    private NumberForms() {}

    /**
     * @param number as the public dials it locally
     * @param calledAs ways of the carrier's own
     */
    static Set<String> of(String number, NumberPlan plan, List<String> calledAs) {
        var forms = new LinkedHashSet<String>();
        forms.add(number);
        var country = PhoneNumberUtil.getInstance().getCountryCodeForRegion(plan.region());
        var area = plan.areaCode().replaceFirst("^0", "");
        // the right form, and the frequent wrong one that keeps the area code's 0
        for (var significant : List.of(area + number, plan.areaCode() + number)) {
            forms.add(significant);
            forms.add(country + significant);
            forms.add("+" + country + significant);
            forms.add("00" + country + significant);
        }
        for (var form : calledAs) {
            if (!CALLED_AS.matcher(form).matches()) {
                throw new BadSettingException("hotline.trunk.called-as: digits, + before them");
            }
            forms.add(form);
        }
        return forms;
    }
}
