package cn.anxin.hotline.console;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** A {@link Trouble} as RFC 9457 problem details: {@code code}, {@code zh}, {@code en}. */
final class Problem {
    private static final int MOST_FAULTS = 20;

    private Problem() {}

    /**
     * @param where the parameter or field at fault
     */
    record Fault(String where, String zh, String en) {}

    static ProblemDetail of(Trouble trouble) {
        return of(trouble, trouble.status());
    }

    static ProblemDetail of(Trouble trouble, HttpStatusCode status) {
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(trouble.zh().happened() + " · " + trouble.en().happened());
        problem.setProperty("code", trouble.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.setProperty("zh", trouble.zh());
        problem.setProperty("en", trouble.en());
        return problem;
    }

    static ProblemDetail of(Trouble trouble, List<Fault> faults) {
        var problem = of(trouble);
        problem.setProperty("errors", faults.stream().limit(MOST_FAULTS).toList());
        return problem;
    }
}
