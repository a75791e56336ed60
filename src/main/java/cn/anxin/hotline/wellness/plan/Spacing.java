package cn.anxin.hotline.wellness.plan;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long each {@link Rest} lasts. */
public record Spacing(
        @DefaultValue("5m") Duration busy,
        @DefaultValue("15m") Duration noAnswer,
        @DefaultValue("15m") Duration rejected,
        @DefaultValue("20m") Duration unreachable,
        @DefaultValue("5m") Duration unconfirmed,
        @DefaultValue("1s") Duration otherNumber,
        @DefaultValue("30s") Duration cutOff,
        @DefaultValue("30s") Duration lineFault) {

    public Duration after(Rest rest) {
        return switch (rest) {
            case BUSY -> busy;
            case NO_ANSWER -> noAnswer;
            case REJECTED -> rejected;
            case UNREACHABLE -> unreachable;
            case UNCONFIRMED -> unconfirmed;
            case OTHER_NUMBER -> otherNumber;
            case CUT_OFF -> cutOff;
            case LINE_FAULT -> lineFault;
        };
    }

    Spacing with(Map<Rest, Duration> wished) {
        return new Spacing(
                wished.getOrDefault(Rest.BUSY, busy),
                wished.getOrDefault(Rest.NO_ANSWER, noAnswer),
                wished.getOrDefault(Rest.REJECTED, rejected),
                wished.getOrDefault(Rest.UNREACHABLE, unreachable),
                wished.getOrDefault(Rest.UNCONFIRMED, unconfirmed),
                wished.getOrDefault(Rest.OTHER_NUMBER, otherNumber),
                wished.getOrDefault(Rest.CUT_OFF, cutOff),
                wished.getOrDefault(Rest.LINE_FAULT, lineFault));
    }
}
