package cn.anxin.hotline.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a request away before it reaches a controller. */
@Component
class Refusal {
    private final JsonMapper json;

    Refusal(JsonMapper json) {
        this.json = json;
    }

    void send(HttpServletResponse response, Trouble trouble) throws IOException {
        response.setStatus(trouble.status().value());
        if (trouble.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (trouble.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "3");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(trouble)));
    }

    AuthenticationEntryPoint because(Trouble trouble) {
        return (_, response, _) -> send(response, trouble);
    }

    void forbidden(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        send(response, Trouble.NOT_FROM_HERE);
    }
}
