package cn.anxin.hotline.console;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns whatever a request ends in into a {@link Problem}, or its text where only text is wanted;
 * quotes nothing of what was sent.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> handle(Refused refused, WebRequest request) {
        return answer(refused.problem(), request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> databaseAway(Exception why, WebRequest request) {
        log.warn("A request could not reach the database: {}", why.getClass().getSimpleName());
        return answer(Problem.of(Trouble.DATABASE_AWAY), request);
    }

    /** Throwing it on makes the servlet engine break the connection. */
    @ExceptionHandler
    void cutShort(CutShort why) throws CutShort {
        throw why;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> ourFault(Exception why, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(why)) {
            return null;
        }
        var reference = UUID.randomUUID().toString();
        log.error("A request failed, reference {}", reference, why);
        var problem = Problem.of(Trouble.OUR_FAULT);
        problem.setProperty("reference", reference);
        return answer(problem, request);
    }

    /** What Spring itself refuses. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception why,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = problem(why, status);
        if (!wantsText(request)) {
            return super.handleExceptionInternal(why, problem, headers, status, request);
        }
        headers.setContentType(TEXT);
        return super.handleExceptionInternal(why, text(problem, request), headers, status, request);
    }

    private static ProblemDetail problem(Exception why, HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> Problem.of(Trouble.NOT_FOUND);
            case 405, 406, 415 -> Problem.of(Trouble.NOT_THAT_WAY, status);
            case 413 -> Problem.of(Trouble.TOO_LARGE);
            case 500, 503 -> Problem.of(Trouble.OUR_FAULT, status);
            default -> Problem.of(Trouble.BAD_INPUT, Faults.in(why));
        };
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, WebRequest request) {
        var answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "3");
        }
        return wantsText(request)
                ? answer.contentType(TEXT).body(text(problem, request))
                : answer.body(problem);
    }

    private static boolean wantsText(WebRequest request) {
        return ProblemText.isWanted(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static String text(ProblemDetail problem, WebRequest request) {
        return ProblemText.of(problem, Tongue.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
