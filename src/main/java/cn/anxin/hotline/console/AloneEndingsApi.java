package cn.anxin.hotline.console;

import cn.anxin.hotline.wellness.round.AloneEndings;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who was alone for a time, and soon is not, or is not any more. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/alone-endings")
class AloneEndingsApi {
    private final AloneEndings endings;

    AloneEndingsApi(AloneEndings endings) {
        this.endings = endings;
    }

    /**
     * @param id of the person
     */
    record Item(long id, AloneEndings.When state, AloneEndings.AloneEnding ending) {}

    @GetMapping
    @Operation(
            summary =
                    "临时独居到期: who leaves the round tomorrow, today, or left it in the last week; to keep"
                            + " them in it, give them another day")
    Page<Item> endings(@RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.whole(
                endings.list(limit).stream()
                        .map(one -> new Item(one.personId(), one.when(), one))
                        .toList());
    }
}
