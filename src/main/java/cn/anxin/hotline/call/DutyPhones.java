package cn.anxin.hotline.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The telephones of the duty desk, in the order they ring. Start is refused without one: somebody
 * has to be there.
 */
@ConfigurationProperties("hotline.duty")
public record DutyPhones(@DefaultValue List<Phone> phones) {

    public DutyPhones {
        phones = List.copyOf(phones);
        if (phones.isEmpty()) {
            throw new IllegalArgumentException(
                    "hotline.duty.phones: name at least one telephone of the duty desk");
        }
    }

    /**
     * @param name who is said to sit there; letters, digits, blanks, at most 40
     * @param account a SIP account of our Asterisk, or
     * @param number an ordinary number, reached through the trunk; exactly one of the two
     */
    public record Phone(String name, @Nullable String account, @Nullable String number) {

        public Phone {
            if (!name.matches("[\\p{L}\\p{N} ]{1,40}")) {
                throw new IllegalArgumentException("hotline.duty.phones.name: letters and digits");
            }
            if ((account == null) == (number == null)) {
                throw new IllegalArgumentException(
                        "hotline.duty.phones: either an account or a number for " + name);
            }
        }

        public Destination destination(NumberPlan plan) {
            if (account != null) {
                return new Destination.DeskPhone(account);
            }
            var text = number == null ? "" : number;
            return PhoneNumber.parse(text, plan)
                    .map(Destination.Outside::new)
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "hotline.duty.phones: no such number for " + name));
        }

        @Override
        public String toString() {
            return "Phone[" + name + "]";
        }
    }
}
