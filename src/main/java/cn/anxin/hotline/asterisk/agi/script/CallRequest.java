package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.agi.wire.CallHeader;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import java.util.Optional;

/**
 * A call that wants its dialogue.
 *
 * @param caller only of a call that comes in, and only where the network told a number
 */
public record CallRequest(CallId call, CallPurpose purpose, Optional<PhoneNumber> caller) {

    /** Empty if it is none that our dialplan could have sent. */
    public static Optional<CallRequest> read(CallHeader header, NumberPlan plan) {
        return switch (header.value("agi_network_script")) {
            case "inbound" ->
                    call(header)
                            .map(call ->
                                    new CallRequest(
                                            call, CallPurpose.INBOUND, caller(header, plan)));
            case "outbound" ->
                    call(header)
                            .filter(call -> call.purpose() != CallPurpose.INBOUND)
                            .map(call -> new CallRequest(call, call.purpose(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Optional<CallId> call(CallHeader header) {
        try {
            return Optional.of(new CallId(header.value("agi_uniqueid")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PhoneNumber> caller(CallHeader header, NumberPlan plan) {
        var text = header.value("agi_callerid");
        return text.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : PhoneNumber.parse(text, plan);
    }
}
