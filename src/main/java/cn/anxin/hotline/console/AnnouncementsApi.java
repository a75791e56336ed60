package cn.anxin.hotline.console;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.dialogue.Announcements;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/announcements")
class AnnouncementsApi {
    private static final int MOST_DAYS = 92;

    private final Announcements announcements;
    private final HotlineSettings settings;
    private final Clock clock;

    AnnouncementsApi(Announcements announcements, HotlineSettings settings, Clock clock) {
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param by the name of who stands for it
     */
    record Wanted(
            @NotBlank @Size(max = 200) String words,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by) {

        @AssertTrue(message = "until: from the first day on, at most 92 days")
        boolean isInOrder() {
            return from == null
                    || until == null
                    || !until.isBefore(from) && !until.isAfter(from.plusDays(MOST_DAYS));
        }
    }

    record Item(long id, State state, String words, LocalDate from, LocalDate until, String by) {}

    enum State {
        COMING,
        IN_FORCE
    }

    record Made(long id) {}

    @GetMapping
    @Operation(
            summary = "当日播报: what is said, and will be said, to whoever is fine; the latest first")
    Page<Item> inForce() {
        var today = today();
        return Page.whole(
                announcements.from(today).stream()
                        .map(one ->
                                new Item(
                                        one.id(),
                                        one.fromDay().isAfter(today)
                                                ? State.COMING
                                                : State.IN_FORCE,
                                        one.words(),
                                        one.fromDay(),
                                        one.untilDay(),
                                        one.madeBy()))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新增播报: said after 1, between two days")
    Made make(@RequestBody @Valid Wanted wanted) {
        return new Made(
                announcements.announce(
                        wanted.words(), wanted.from(), wanted.until(), Actor.duty(wanted.by())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤下播报")
    void withdraw(
            @PathVariable @Positive long id,
            @RequestParam @Pattern(regexp = IncidentStepsApi.NAME) String by) {
        if (!announcements.withdraw(id, Actor.duty(by))) {
            throw new Refused(Trouble.NOT_FOUND);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
