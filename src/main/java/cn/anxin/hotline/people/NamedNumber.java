package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;

/** A volunteer as a roster writes one; the number tells which. Redacts itself. */
public record NamedNumber(String name, PhoneNumber number) {

    @Override
    public String toString() {
        return "NamedNumber[" + number + "]";
    }
}
