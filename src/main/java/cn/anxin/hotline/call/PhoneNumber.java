package cn.anxin.hotline.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A subscriber's number in E.164 form. Redacts itself: only {@link #e164()} and {@link #dialled()}
 * show it whole.
 */
public record PhoneNumber(String e164) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{5,14}");
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{6,7}");
    private static final int LONGEST_TEXT = 64;
    private static final int OPERATOR = 3;
    private static final int EXCHANGE = 4;

    /**
     * @throws IllegalArgumentException if the text is not E.164
     */
    public PhoneNumber {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /**
     * Reads a number as people write it: spaces, dashes, full-width digits, with or without country
     * and area code. Empty if it is not a number that could exist.
     */
    public static Optional<PhoneNumber> parse(String text, NumberPlan plan) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var digits =
                Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s()\\-–—.]", "");
        if (LOCAL.matcher(digits).matches()) {
            digits = plan.areaCode() + digits;
        }
        if (!digits.matches("\\+?\\d{5,20}")) {
            return Optional.empty();
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(digits, plan.region());
            return numbers.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As the trunk wants it: digits only, national form within the region, else with 00. */
    public String dialled(NumberPlan plan) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(e164, plan.region());
            var home = number.getCountryCode() == numbers.getCountryCodeForRegion(plan.region());
            return home
                    ? numbers.format(number, PhoneNumberFormat.NATIONAL).replaceAll("\\D", "")
                    : "00" + e164.substring(1);
        } catch (NumberParseException e) {
            throw new IllegalStateException("an E.164 number that cannot be read back", e);
        }
    }

    /**
     * What it shares with thousands of others, in national digits: the first three of a mobile
     * number name the operator, the first four behind the area code name the exchange.
     */
    public String exchange(NumberPlan plan) {
        var digits = dialled(plan);
        var shared =
                digits.startsWith(plan.areaCode()) && !plan.areaCode().isEmpty()
                        ? plan.areaCode().length() + EXCHANGE
                        : OPERATOR;
        return digits.substring(0, Math.min(shared, digits.length()));
    }

    /** As people write it, the groups of digits apart: 138 0000 0001, 021 5000 0001. */
    public String written(NumberPlan plan) {
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(e164, plan.region());
            var home = number.getCountryCode() == numbers.getCountryCodeForRegion(plan.region());
            return numbers.format(
                    number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            throw new IllegalStateException("an E.164 number that cannot be read back", e);
        }
    }

    /** The last two digits only, for screens and logs. */
    public String masked() {
        return "*".repeat(6) + e164.substring(e164.length() - 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
