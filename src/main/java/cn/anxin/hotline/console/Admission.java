package cn.anxin.hotline.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only so many programs at the database at once, so that telephone calls always find a free
 * connection.
 */
class Admission extends OncePerRequestFilter {
    private final ConsoleSettings settings;
    private final Refusal refusal;
    private final Semaphore places;

    Admission(ConsoleSettings settings, Refusal refusal) {
        this.settings = settings;
        this.refusal = refusal;
        places = new Semaphore(settings.requests(), true);
    }

    /** Whoever asks whether we are well must always be told. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(ApiPaths.ROOT);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!admitted()) {
            refusal.send(request, response, Trouble.BUSY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private boolean admitted() {
        try {
            return places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
