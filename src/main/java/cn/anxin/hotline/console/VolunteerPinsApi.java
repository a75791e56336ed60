package cn.anxin.hotline.console;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.pin.VolunteerPins;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** PINs with which volunteers are known from any telephone; the duty desk gives them out. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/volunteers/{id}/pin")
class VolunteerPinsApi {
    private final VolunteerPins pins;

    VolunteerPinsApi(VolunteerPins pins) {
        this.pins = pins;
    }

    /**
     * @param by the name of who gives it out, or takes it away
     */
    record By(@NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by) {}

    /** Redacts itself. */
    record Given(long id, String pin) {
        @Override
        public String toString() {
            return "Given[" + id + "]";
        }
    }

    record Withdrawn(long id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "发志愿者密码: a new PIN, shown this once; the one before is void")
    Given give(@PathVariable @Positive long id, @RequestBody @Valid By by) {
        return pins.give(id, Actor.duty(by.by()))
                .map(pin -> new Given(id, pin))
                .orElseThrow(() -> new Refused(Trouble.NOT_FOUND));
    }

    @PostMapping("/withdraw")
    @Operation(summary = "收回志愿者密码: no PIN until the next is given")
    Withdrawn withdraw(@PathVariable @Positive long id, @RequestBody @Valid By by) {
        if (!pins.withdraw(id, Actor.duty(by.by()))) {
            throw new Refused(Trouble.NOT_FOUND);
        }
        return new Withdrawn(id);
    }
}
