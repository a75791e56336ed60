package cn.anxin.hotline.asterisk.agi;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What failed and where, without the messages: names and numbers get into those. At most four
 * causes of twelve frames each.
 */
public final class FaultTrace {
    private static final int CAUSES = 4;
    private static final int FRAMES = 12;

    private FaultTrace() {}

    public static String of(Throwable fault) {
        return Stream.iterate(fault, t -> t != null, Throwable::getCause)
                .limit(CAUSES)
                .map(FaultTrace::one)
                .collect(Collectors.joining(" caused by "));
    }

    private static String one(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", fault.getClass().getName(), ""));
    }
}
