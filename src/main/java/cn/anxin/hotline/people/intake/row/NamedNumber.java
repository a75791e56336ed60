package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.PhoneNumber;

/** A volunteer as a roster writes one. Redacts itself. */
public record NamedNumber(String name, PhoneNumber number) {

    @Override
    public String toString() {
        return "NamedNumber[" + number + "]";
    }
}
