package cn.anxin.hotline.asterisk.ami.connection;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.util.ReflectionUtil;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in an AMI header. A line break in a value starts a second action and a comma in a
 * channel variable sets a second one; neither asterisk-java nor Asterisk refuses them.
 */
final class AmiText {
    /** Asterisk cuts a line off after 1,024 characters. */
    private static final int LONGEST = 1000;

    private AmiText() {}

    /**
     * @throws IllegalArgumentException if any value of the action could be read as something else;
     *     the value itself is not in the message
     */
    static void check(ManagerAction action) {
        ReflectionUtil.getGetters(action.getClass())
                .forEach((header, getter) -> {
                    try {
                        check(header, getter.invoke(action));
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new IllegalArgumentException("unreadable: " + header, e);
                    }
                });
    }

    private static void check(String header, @Nullable Object value) {
        switch (value) {
            case String text -> checkValue(header, text);
            case Map<?, ?> variables ->
                    variables.forEach((name, text) -> checkVariable(header, "" + name, "" + text));
            case null, default -> {
                // numbers, booleans and enums are written by the library
            }
        }
    }

    private static void checkValue(String header, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long for an AMI header: " + header);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character in an AMI header: " + header);
        }
    }

    private static void checkVariable(String header, String name, String text) {
        checkValue(header, name + "=" + text);
        if (name.indexOf(',') >= 0 || name.indexOf('=') >= 0 || text.indexOf(',') >= 0) {
            throw new IllegalArgumentException("comma in a channel variable");
        }
    }
}
