package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.pin.PinEntry;
import cn.anxin.hotline.people.pin.VolunteerPins;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class VolunteerPinsTest extends ConsoleStory {
    private static final PhoneNumber NUMBER = new PhoneNumber("+8613900000100");

    @Autowired VolunteerPins pins;

    private ResponseSpec post(String path) {
        return program.post()
                .uri("/api/v1/volunteers/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"by\": \"王芳\"}")
                .exchange();
    }

    @Test
    void thePinIsShownOnceToWhoeverGivesItOutAndKeptByNobodyOnTheWay() {
        var volunteer = town.volunteer("朱翠花", NUMBER.e164());
        var answer = post(volunteer + "/pin").expectStatus().isCreated();
        answer.expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, held -> assertThat(held).contains("no-store"));
        var given =
                Objects.requireNonNull(
                        answer.expectBody(JsonNode.class).returnResult().getResponseBody());

        var pin = given.path("pin").asString("");
        assertThat(pin).matches("\\d{6}");
        assertThat(pins.enter(new CallId("1.1"), Optional.empty(), Optional.of(NUMBER), pin))
                .isEqualTo(new PinEntry.Right(volunteer));
        assertThat(
                        jdbc.sql("select actor from journal where kind = 'volunteer-pin-given'")
                                .query(String.class)
                                .single())
                .isEqualTo("duty:王芳");
    }

    @Test
    void whoIsNoVolunteerGetsNoneAndWhatWasNotGivenCannotBeTakenAway() {
        var volunteer = town.volunteer("朱翠花", NUMBER.e164());

        post("999999/pin").expectStatus().isNotFound();
        post(volunteer + "/pin/withdraw").expectStatus().isNotFound();
        post(volunteer + "/pin").expectStatus().isCreated();
        post(volunteer + "/pin/withdraw").expectStatus().isOk();
    }

    @Test
    void withoutANameNobodyGivesOne() {
        var volunteer = town.volunteer("朱翠花", NUMBER.e164());

        program.post()
                .uri("/api/v1/volunteers/" + volunteer + "/pin")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
