package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.DutyPhones;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duty.OnDuty;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/duty")
class DutyApi {
    private final DutyPhones phones;
    private final OnDuty onDuty;
    private final NumberPlan plan;
    private final CallBoard board;
    private final Clock clock;

    DutyApi(DutyPhones phones, OnDuty onDuty, NumberPlan plan, CallBoard board, Clock clock) {
        this.phones = phones;
        this.onDuty = onDuty;
        this.plan = plan;
        this.board = board;
        this.clock = clock;
    }

    enum State {
        ON_DUTY,
        OFF_DUTY
    }

    /**
     * @param number masked
     */
    record PhoneItem(
            String id,
            State state,
            String name,
            @Nullable String account,
            @Nullable String number) {}

    /**
     * @param waiting callers on the line whom nobody has answered yet
     */
    record Queue(String name, int waiting) {}

    record Desk(
            Queue queue,
            List<PhoneItem> items,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {}

    @GetMapping
    @Operation(summary = "值班: the telephones of the duty desk and the queue before them")
    Desk duty() {
        var now = onDuty.at(clock.instant());
        var items =
                phones.phones().stream().map(phone -> item(phone, now.contains(phone))).toList();
        var waiting =
                board.calls().stream()
                        .filter(call -> call.stage() == CallBoard.Stage.WAITING_FOR_DUTY)
                        .count();
        return new Desk(new Queue("duty", Math.toIntExact(waiting)), items, null);
    }

    private PhoneItem item(DutyPhones.Phone phone, boolean on) {
        var number = phone.number();
        return new PhoneItem(
                phone.name(),
                on ? State.ON_DUTY : State.OFF_DUTY,
                phone.name(),
                phone.account(),
                number == null ? null : masked(number));
    }

    private @Nullable String masked(String number) {
        return PhoneNumber.parse(number, plan).map(PhoneNumber::masked).orElse(null);
    }
}
