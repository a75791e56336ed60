package cn.anxin.hotline.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Why a person is cared for; several at once is usual. These are the ones every town has; a town's
 * own stand in {@link CategorySettings}. {@link Categories} knows both, and how they are written.
 *
 * @param code capitals, digits and underscores, at most 40; what is stored
 */
public record Category(@JsonValue String code) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public static final Category NO_FAMILY = new Category("NO_FAMILY");
    public static final Category LIVING_ALONE = new Category("LIVING_ALONE");
    public static final Category ALL_ELDER_HOUSEHOLD = new Category("ALL_ELDER_HOUSEHOLD");
    public static final Category VERY_OLD = new Category("VERY_OLD");
    public static final Category SEVERELY_DISABLED = new Category("SEVERELY_DISABLED");
    public static final Category DISABLED = new Category("DISABLED");
    public static final Category GRAVELY_ILL = new Category("GRAVELY_ILL");
    public static final Category MENTALLY_ILL = new Category("MENTALLY_ILL");
    public static final Category CHILD_IN_DIFFICULTY = new Category("CHILD_IN_DIFFICULTY");
    public static final Category ORPHAN = new Category("ORPHAN");
    public static final Category LEFT_BEHIND_CHILD = new Category("LEFT_BEHIND_CHILD");
    public static final Category TEMPORARILY_ALONE = new Category("TEMPORARILY_ALONE");

    /**
     * @throws IllegalArgumentException if the code has another form
     */
    @JsonCreator
    public Category {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not a category's code");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
