package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.agi.wire.CallHeader;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Connected;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import java.util.Optional;

/**
 * A call that wants its dialogue.
 *
 * @param caller only of a call that comes in, and only where the network told a number
 * @param connected only of a call that comes back from the connection it was given
 */
public record CallRequest(
        CallId call,
        CallPurpose purpose,
        Optional<PhoneNumber> caller,
        Optional<Connected> connected) {

    /** Empty if it is none that our dialplan could have sent. */
    public static Optional<CallRequest> read(CallHeader header, NumberPlan plan) {
        return switch (header.value("agi_network_script")) {
            case "inbound" ->
                    call(header)
                            .map(call ->
                                    new CallRequest(
                                            call,
                                            CallPurpose.INBOUND,
                                            caller(header, plan),
                                            Optional.empty()));
            case "outbound" -> placed(header, Optional.empty());
            case "outbound-talked" -> placed(header, Optional.of(Connected.TALKED));
            case "outbound-not-reached" -> placed(header, Optional.of(Connected.NOT_REACHED));
            default -> Optional.empty();
        };
    }

    private static Optional<CallRequest> placed(CallHeader header, Optional<Connected> connected) {
        return call(header)
                .filter(call -> call.purpose() != CallPurpose.INBOUND)
                .map(call -> new CallRequest(call, call.purpose(), Optional.empty(), connected));
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
