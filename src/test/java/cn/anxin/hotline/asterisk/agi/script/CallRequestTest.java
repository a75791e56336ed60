package cn.anxin.hotline.asterisk.agi.script;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.asterisk.agi.wire.CallHeader;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Connected;
import cn.anxin.hotline.call.NumberPlan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallRequestTest {
    private static final NumberPlan PLAN = new NumberPlan("CN", "021");

    @Test
    void readsACallThatComesIn() {
        var request = read("inbound", "1700000000.7", "13800138000").orElseThrow();
        assertThat(request.call()).isEqualTo(new CallId("1700000000.7"));
        assertThat(request.purpose()).isEqualTo(CallPurpose.INBOUND);
        assertThat(request.caller())
                .hasValueSatisfying(
                        caller -> assertThat(caller.e164()).isEqualTo("+8613800138000"));
    }

    @ParameterizedTest
    @CsvSource({"chk-1, CHECK", "esc-1, ESCALATION"})
    void readsThePurposeOfAPlacedCallFromItsId(String id, CallPurpose purpose) {
        var request = read("outbound", id, "58958808").orElseThrow();
        assertThat(request.purpose()).isEqualTo(purpose);
        assertThat(request.caller()).as("who called is us").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"outbound-talked, TALKED", "outbound-not-reached, NOT_REACHED"})
    void readsWhatCameOfTheConnectionThatACallWasGiven(String script, Connected connected) {
        var request = read(script, "esc-1", "58958808").orElseThrow();
        assertThat(request.purpose()).isEqualTo(CallPurpose.ESCALATION);
        assertThat(request.connected()).hasValue(connected);
        assertThat(read(script, "1700000000.7", "")).as("nobody who rings us has one").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "outbound, 1700000000.7",
        "inbound, ''",
        "inbound, 'a b'",
        "'', 1700000000.7",
        "Inbound, 1700000000.7",
        "inbound/.., 1700000000.7"
    })
    void refusesWhatOurDialplanNeverSends(String script, String id) {
        assertThat(read(script, id, "13800138000")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void takesAnOddCallerForNobody(String caller) {
        assertThat(read("inbound", "1700000000.7", caller))
                .hasValueSatisfying(request -> assertThat(request.caller()).isEmpty());
    }

    static String[] takesAnOddCallerForNobody() {
        return new String[] {
            "",
            "unknown",
            "anonymous",
            "duty1",
            "\"Wang\" <13800138000>",
            "'); drop table person; --",
            "13800138000\r",
            "138\u000000138000",
            "${EVIL}",
            "\ufffd\ufffd",
            "\ud800",
            "1".repeat(9 * 1024)
        };
    }

    private static Optional<CallRequest> read(String script, String id, String caller) {
        return CallRequest.read(
                new CallHeader(
                        Map.of(
                                "agi_network_script", script,
                                "agi_uniqueid", id,
                                "agi_callerid", caller)),
                PLAN);
    }
}
