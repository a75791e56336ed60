package cn.anxin.hotline.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses large bodies unread; those of files have their own limit, kept by the servlet engine. */
class BodyLimit extends OncePerRequestFilter {
    private static final DataSize LARGEST = DataSize.ofKilobytes(256);

    private final Refusal refusal;

    BodyLimit(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (carriesFiles(request) || fits(request)) {
            chain.doFilter(request, response);
        } else {
            refusal.send(request, response, Trouble.TOO_LARGE);
        }
    }

    private static boolean carriesFiles(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data");
    }

    /** A body that comes in chunks does not tell its size, so it does not fit. */
    private static boolean fits(HttpServletRequest request) {
        return request.getContentLengthLong() <= LARGEST.toBytes()
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }
}
