package cn.anxin.hotline.seal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the person at the terminal what to do, in place of a stack trace. */
final class SealFailedAnalyzer extends AbstractFailureAnalyzer<SealFailed> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SealFailed cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Put the file back from its copy, or let hotline.seal.keys name it. Nothing was"
                        + " written.",
                cause);
    }
}
