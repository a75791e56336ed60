package cn.anxin.hotline.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeFromHangupTest {

    /** The first block was seen with Asterisk 22.10.1 and a carrier answering the status named. */
    @ParameterizedTest(name = "cause {0}, SIP {1}: {2}")
    @CsvSource({
        "17, 486, BUSY",
        "21, 403, REJECTED",
        "1, 404, NO_SUCH_NUMBER",
        "22, 410, NO_SUCH_NUMBER",
        "28, 484, NO_SUCH_NUMBER",
        "19, 480, NO_ANSWER",
        "18, 408, UNREACHABLE",
        "38, 500, CONGESTION",
        "27, 502, CONGESTION",
        "34, 503, CONGESTION",
        "16, 0, CANCELLED",
        "26, 0, CANCELLED",
        // the carrier's own Reason header says more than its status
        "17, 480, BUSY",
        "1, 480, NO_SUCH_NUMBER",
        "20, 480, UNREACHABLE",
        "34, 486, CONGESTION",
        // causes that say nothing: the status decides
        "16, 486, BUSY",
        "16, 480, NO_ANSWER",
        "0, 600, BUSY",
        "0, 603, REJECTED",
        "31, 604, NO_SUCH_NUMBER",
        "127, 504, CONGESTION",
        "127, 401, LINE_FAULT",
        "127, 488, LINE_FAULT",
        // our trunk and the carrier do not understand each other
        "58, 488, LINE_FAULT",
        "88, 0, LINE_FAULT",
        // nobody says anything
        "0, 0, LOST",
        "31, 0, LOST",
        "127, 0, LOST",
        "999, 0, LOST"
    })
    void tellsWhatTheEndMeans(int cause, int status, CallOutcome outcome) {
        assertThat(OutcomeFromHangup.unanswered(cause, status)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"3, 404", "2, 404", "38, 500", "127, 500", "111, 400", "127, 420"})
    void aLineThatFailsIsNeverThePersonsSilence(int cause, int status) {
        assertThat(OutcomeFromHangup.unanswered(cause, status).ourFault()).isTrue();
    }
}
