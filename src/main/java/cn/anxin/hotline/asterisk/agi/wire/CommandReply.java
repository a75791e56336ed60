package cn.anxin.hotline.asterisk.agi.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.asteriskjava.fastagi.reply.AgiReply;

/**
 * Asterisk's reply to one command.
 *
 * @param status as in {@link AgiReply}, 200 if the command was carried out
 * @param result what {@code result=} says; -1 if it says nothing
 * @param endpos how many samples of a file were played
 */
public record CommandReply(int status, int result, long endpos)
        implements FromAsterisk, CommandResult {
    /** Of a DTMF key pad; telephones lack the last four, and send them as wrong keys. */
    public static final String EVERY_KEY = "0123456789*#ABCD";

    /** Carried out, and nothing came of it. */
    public static final CommandReply NOTHING = new CommandReply(200, 0, 0);

    private static final int SAMPLES_A_MILLISECOND = 8;
    private static final Pattern RESULT = Pattern.compile("^\\d{3} result=(-?\\d{1,9})(?!\\d)");
    private static final Pattern ENDPOS = Pattern.compile(" endpos=(\\d{1,18})(?!\\d)");

    /**
     * @param line begins with three digits
     */
    static CommandReply parse(String line) {
        var status = Integer.parseInt(line, 0, 3, 10);
        var result = RESULT.matcher(line);
        var endpos = ENDPOS.matcher(line);
        return new CommandReply(
                status,
                result.find() ? Integer.parseInt(result.group(1)) : -1,
                endpos.find() ? Long.parseLong(endpos.group(1)) : 0);
    }

    public boolean carriedOut() {
        return status == AgiReply.SC_SUCCESS && result >= 0;
    }

    boolean channelIsDead() {
        return status == AgiReply.SC_DEAD_CHANNEL;
    }

    /** The key that ended a command, where one did. */
    public Optional<Character> key() {
        var key = carriedOut() && result <= Character.MAX_VALUE ? (char) result : 0;
        return EVERY_KEY.indexOf(key) >= 0 ? Optional.of((char) key) : Optional.empty();
    }

    /** How much of a file was played, all of them being 8 kHz. */
    public Duration played() {
        return Duration.ofMillis(endpos / SAMPLES_A_MILLISECOND);
    }
}
