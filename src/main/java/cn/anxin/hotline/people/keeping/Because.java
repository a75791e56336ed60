package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.journal.Actor;

/**
 * Who changes something, and why. Redacts itself.
 *
 * @param reason for whoever reads the history; 1 to 200 characters
 */
public record Because(Actor by, String reason) {
    private static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException without a reason, or with one too long
     */
    public Because {
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > LONGEST) {
            throw new IllegalArgumentException("a reason has 1 to 200 characters");
        }
    }

    @Override
    public String toString() {
        return "Because[" + by + "]";
    }
}
