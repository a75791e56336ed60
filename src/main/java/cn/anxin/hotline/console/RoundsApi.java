package cn.anxin.hotline.console;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.wellness.Rounds;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/rounds")
class RoundsApi {
    private static final int MOST_PEOPLE = 10_000;

    private final Rounds rounds;
    private final HotlineSettings settings;
    private final Clock clock;

    RoundsApi(Rounds rounds, HotlineSettings settings, Clock clock) {
        this.rounds = rounds;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whom to ring. That everybody is meant is said by leaving the body out, never by an empty
     * list.
     */
    record Wanted(@NotEmpty @Size(max = MOST_PEOPLE) Set<@NotNull @Positive Long> people) {}

    /**
     * @param planned how many checks are due now
     */
    record Started(LocalDate day, int planned) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "开始一轮问候: rings now those whose check of today has not ended; without a body"
                            + " everybody enrolled")
    Started start(@RequestBody(required = false) @Valid @Nullable Wanted wanted) {
        var people = wanted == null ? Set.<Long>of() : wanted.people();
        var day = LocalDate.ofInstant(clock.instant(), settings.zone());
        return new Started(day, rounds.startNow(people));
    }
}
