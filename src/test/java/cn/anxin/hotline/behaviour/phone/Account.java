package cn.anxin.hotline.behaviour.phone;

/** A SIP account with which a phone registers. */
public record Account(String name, String password) {

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
