package cn.anxin.hotline.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    void send(HttpServletRequest request, HttpServletResponse response, Trouble trouble)
            throws IOException {
        response.setStatus(trouble.status().value());
        if (trouble.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (trouble.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "3");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var problem = Problem.of(trouble);
        if (ProblemText.isWanted(request.getHeader(HttpHeaders.ACCEPT))) {
            response.setContentType(Problems.TEXT.toString());
            var tongue = Tongue.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            response.getOutputStream()
                    .write(ProblemText.of(problem, tongue).getBytes(StandardCharsets.UTF_8));
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
        }
    }

    AuthenticationEntryPoint because(Trouble trouble) {
        return (request, response, _) -> send(request, response, trouble);
    }

    void forbidden(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        send(request, response, Trouble.NOT_FROM_HERE);
    }
}
