package cn.anxin.hotline.console;

import java.util.List;
import org.springframework.http.ProblemDetail;

/** Ends a request with a {@link Problem}. */
class Refused extends RuntimeException {
    private final transient ProblemDetail problem;

    Refused(Trouble why) {
        this(Problem.of(why));
    }

    Refused(Trouble why, List<Problem.Fault> faults) {
        this(Problem.of(why, faults));
    }

    private Refused(ProblemDetail problem) {
        super(problem.getTitle(), null, false, false);
        this.problem = problem;
    }

    ProblemDetail problem() {
        return problem;
    }
}
