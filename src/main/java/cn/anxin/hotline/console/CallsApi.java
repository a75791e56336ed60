package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.journal.CallHistory;
import cn.anxin.hotline.journal.CallRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/calls")
class CallsApi {
    private final CallHistory calls;

    CallsApi(CallHistory calls) {
        this.calls = calls;
    }

    enum State {
        LIVE,
        ENDED
    }

    /**
     * @param party a masked number, or the name of a duty phone
     */
    record CallItem(
            String id,
            State state,
            CallPurpose purpose,
            @Nullable Long personId,
            @Nullable Long volunteerId,
            @Nullable String party,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable CallOutcome outcome,
            @Nullable Integer q850Cause,
            @Nullable Integer sipStatus) {

        static CallItem of(CallRecord call) {
            return new CallItem(
                    call.call().value(),
                    call.endedAt() == null ? State.LIVE : State.ENDED,
                    call.purpose(),
                    call.personId(),
                    call.volunteerId(),
                    call.party(),
                    call.startedAt(),
                    call.endedAt(),
                    call.outcome(),
                    call.q850Cause(),
                    call.sipStatus());
        }
    }

    @GetMapping
    @Operation(summary = "通话记录: the calls, the latest first; numbers masked")
    Page<CallItem> calls(
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string"))
                    @Nullable CallCursor after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var records = page(after, limit);
        var next = Page.of(records, limit, call -> CallCursor.to(call.position())).next();
        return new Page<>(records.stream().map(CallItem::of).toList(), next);
    }

    private List<CallRecord> page(@Nullable CallCursor after, int limit) {
        return after == null ? calls.latest(limit) : calls.before(after.position(), limit);
    }
}
