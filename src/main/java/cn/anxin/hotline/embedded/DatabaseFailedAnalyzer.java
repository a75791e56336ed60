package cn.anxin.hotline.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the person at the terminal what to do, in place of a stack trace. */
final class DatabaseFailedAnalyzer extends AbstractFailureAnalyzer<DatabaseFailed> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseFailed cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Mend what is said above, or set spring.datasource.url and hotline.redis.url to"
                        + " databases of your own.",
                cause);
    }
}
