package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class FromThisMachineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "127.0.18.1", "[::1]:8080"})
    void isWhoAsksLoopbackByItsName(String host) {
        assertThat(granted(request -> request.addHeader("Host", host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example#127.0.0.1",
                "192.168.1.5:8080",
                ""
            })
    void isNotWhoWasLedHereByAnotherName(String host) {
        assertThat(granted(request -> request.addHeader("Host", host))).isFalse();
    }

    @Test
    void isNotWhoNamesNoHost() {
        assertThat(granted(request -> {})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.5", "10.0.0.1", "8.8.8.8", "fe80::1", "0.0.0.0"})
    void isNotAnotherMachineWhateverHostItNames(String address) {
        assertThat(
                        granted(request -> {
                            request.addHeader("Host", "localhost:8080");
                            request.setRemoteAddr(address);
                        }))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
    void isNotAProxyThatSpeaksForAnother(String header) {
        assertThat(
                        granted(request -> {
                            request.addHeader("Host", "localhost:8080");
                            request.addHeader(header, "127.0.0.1");
                        }))
                .isFalse();
    }

    @Test
    void isNotAForeignPageThatEmbedsOurs() {
        assertThat(
                        granted(request -> {
                            request.addHeader("Host", "localhost:8080");
                            request.addHeader("Sec-Fetch-Site", "cross-site");
                            request.addHeader("Sec-Fetch-Mode", "no-cors");
                        }))
                .isFalse();
    }

    @Test
    void isWhoFollowsALinkFromElsewhere() {
        assertThat(
                        granted(request -> {
                            request.addHeader("Host", "localhost:8080");
                            request.addHeader("Sec-Fetch-Site", "cross-site");
                            request.addHeader("Sec-Fetch-Mode", "navigate");
                        }))
                .isTrue();
    }

    private static boolean granted(Consumer<MockHttpServletRequest> as) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr("127.0.0.1");
        as.accept(request);
        return new FromThisMachine()
                .authorize(() -> null, new RequestAuthorizationContext(request))
                .isGranted();
    }
}
