package cn.anxin.hotline.people;

import java.util.Optional;
import java.util.Set;

/** Why a person is cared for; several at once is usual. */
public enum Category {
    NO_FAMILY("孤老"),
    LIVING_ALONE("独居", "独居老人"),
    ALL_ELDER_HOUSEHOLD("纯老", "纯老家庭", "纯老户"),
    VERY_OLD("高龄", "高龄老人"),
    SEVERELY_DISABLED("重残", "重度残疾"),
    DISABLED("失能", "失能老人"),
    GRAVELY_ILL("患重大疾病", "重大疾病", "重病", "大病"),
    MENTALLY_ILL("精神障碍"),
    CHILD_IN_DIFFICULTY("困境儿童"),
    ORPHAN("孤儿"),
    LEFT_BEHIND_CHILD("留守儿童"),
    TEMPORARILY_ALONE("临时独居", "临时独处");

    private final String label;
    private final Set<String> alsoWritten;

    Category(String label, String... alsoWritten) {
        this.label = label;
        this.alsoWritten = Set.of(alsoWritten);
    }

    /** As the town writes it. */
    public String label() {
        return label;
    }

    /** Reads it as a town writes it. */
    public static Optional<Category> read(String text) {
        for (var category : values()) {
            if (category.label.equals(text) || category.alsoWritten.contains(text)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
