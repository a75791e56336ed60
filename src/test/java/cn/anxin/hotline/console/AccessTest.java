package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends ConsoleStory {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/people",
                "/api/v1/days/2026-03-01",
                "/api/v1/days/2026-03-01/checks",
                "/api/v1/incidents",
                "/api/v1/cases",
                "/api/v1/calls",
                "/api/v1/duty",
                "/v3/api-docs",
                "/actuator/metrics",
                "/actuator",
                "/nothing/here"
            })
    void aStrangerIsSentAwayInTwoLanguages(String address) {
        stranger.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("no-token")
                .jsonPath("$.zh.happened")
                .isNotEmpty()
                .jsonPath("$.zh.notLost")
                .isNotEmpty()
                .jsonPath("$.zh.next")
                .isNotEmpty()
                .jsonPath("$.en.next")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Basic a-token-for-tests-0123456789",
                "a-token-for-tests-0123456789",
                "Bearer a-token-for-tests-012345678",
                "Bearer a-token-for-tests-01234567890"
            })
    void aWrongTokenOpensNothing(String authorization) {
        stranger.get()
                .uri("/api/v1/people")
                .header("Authorization", authorization)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        stranger.post()
                .uri("/api/v1/rounds")
                .header("Authorization", authorization)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/people",
                "/api/v1/days/2026-03-01",
                "/api/v1/days/2026-03-01/checks",
                "/api/v1/incidents",
                "/api/v1/cases",
                "/api/v1/calls",
                "/api/v1/duty",
                "/v3/api-docs",
                "/actuator/metrics"
            })
    void theTokenOpensAll(String address) {
        program.get().uri(address).exchange().expectStatus().isOk();
    }

    @Test
    void strangersLearnThatWeAreWellAndNoMore() {
        stranger.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP")
                .jsonPath("$.components")
                .doesNotExist();
        program.get()
                .uri("/actuator/health")
                .exchange()
                .expectBody()
                .jsonPath("$.components.redis.details.redis")
                .isEqualTo("none");
    }

    @Test
    void nothingIsRememberedOfAVisitor() {
        var headers =
                program.get()
                        .uri("/api/v1/people")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseHeaders();

        assertThat(headers.headerNames()).doesNotContain("Set-Cookie");
        assertThat(headers.getFirst("Cache-Control")).contains("no-store");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void theInterfaceIsDescribed() {
        program.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectBody()
                .jsonPath("$.openapi")
                .value(version -> assertThat(version.toString()).startsWith("3."))
                .jsonPath("$.components.securitySchemes.token.scheme")
                .isEqualTo("bearer")
                .jsonPath("$.paths['/api/v1/days/{date}'].get.summary")
                .isNotEmpty()
                .jsonPath("$.paths['/api/v1/people/import'].post")
                .exists()
                .jsonPath("$.paths['/api/v1/rounds'].post")
                .exists()
                .jsonPath("$.paths['/page/state']")
                .doesNotExist();
    }
}
