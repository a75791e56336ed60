package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Programs wait for their turn, so that telephone calls need not wait for theirs. */
class AdmissionTest {
    private static final FilterChain AT_ONCE = (_, _) -> {};

    private final Refusal refusal = new Refusal(JsonMapper.builder().build());
    private final Admission admission =
            new Admission(
                    new ConsoleSettings(
                            1,
                            Duration.ZERO,
                            50,
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(30),
                            Duration.ofDays(1)),
                    refusal);

    @Test
    void oneTooManyIsSentAwayUntilAnotherIsDone() throws Exception {
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var slow =
                Thread.ofVirtual()
                        .start(() ->
                                ask(
                                        "/api/v1/people",
                                        (_, _) -> {
                                            inside.countDown();
                                            await(leave);
                                        }));
        inside.await();

        var refused = ask("/api/v1/people", AT_ONCE);
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isNotNull();
        assertThat(ask("/actuator/health", AT_ONCE).getStatus()).isEqualTo(200);

        leave.countDown();
        slow.join();
        assertThat(ask("/api/v1/people", AT_ONCE).getStatus()).isEqualTo(200);
    }

    @Test
    void whatFailsGivesItsPlaceBack() {
        ask(
                "/api/v1/people",
                (_, _) -> {
                    throw new IllegalStateException("failed");
                });

        assertThat(ask("/api/v1/people", AT_ONCE).getStatus()).isEqualTo(200);
    }

    @Test
    void aBodyThatDoesNotTellItsSizeIsRefused() throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/rounds");
        request.addHeader("Transfer-Encoding", "chunked");
        var response = new MockHttpServletResponse();

        new BodyLimit(refusal).doFilter(request, response, AT_ONCE);

        assertThat(response.getStatus()).isEqualTo(413);
    }

    private MockHttpServletResponse ask(String address, FilterChain chain) {
        var response = new MockHttpServletResponse();
        try {
            admission.doFilter(new MockHttpServletRequest("GET", address), response, chain);
        } catch (Exception e) {
            response.setStatus(500);
        }
        return response;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
