package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;

/**
 * Somebody of the family who can be rung. Redacts itself.
 *
 * @param relation to the person, as the town writes it: 女儿
 */
public record FamilyContact(String name, String relation, PhoneNumber number) {

    @Override
    public String toString() {
        return "FamilyContact[" + number + "]";
    }
}
