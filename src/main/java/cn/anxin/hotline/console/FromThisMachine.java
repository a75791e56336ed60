package cn.anxin.hotline.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Grants what a browser on this very machine asks for of its own accord. Not enough: a loopback
 * address alone. A proxy here speaks for others, a hostile page elsewhere may have its name lead
 * here (DNS rebinding), and one may embed ours.
 */
class FromThisMachine implements AuthorizationManager<RequestAuthorizationContext> {
    private static final Pattern OUR_NAME =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(
                fromLoopback(request)
                        && toOurName(request)
                        && SIGNS_OF_A_PROXY.stream().allMatch(name -> absent(request, name))
                        && !embeddedElsewhere(request));
    }

    private static boolean fromLoopback(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static boolean toOurName(HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        return host != null && OUR_NAME.matcher(host).matches();
    }

    private static boolean absent(HttpServletRequest request, String header) {
        return request.getHeader(header) == null;
    }

    private static boolean embeddedElsewhere(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }
}
