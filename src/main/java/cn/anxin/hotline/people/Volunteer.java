package cn.anxin.hotline.people;

import cn.anxin.hotline.call.PhoneNumber;

/** Somebody who goes and looks. Redacts itself. */
public record Volunteer(long id, String name, PhoneNumber number) {

    @Override
    public String toString() {
        return "Volunteer[" + id + "]";
    }
}
