package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a broken line's exception means; its text is not used, for addresses stand in it. */
public final class LineFault {
    private static final int DEEPEST = 10;

    private LineFault() {}

    /** Null: it is not about the line. */
    public static @Nullable Fault of(Throwable why) {
        Fault told = null;
        Throwable one = why;
        for (int depth = 0; one != null && depth < DEEPEST; depth++) {
            var fault = ofOne(one);
            // a deeper cause tells more than "it broke"
            if (fault == Fault.NOT_TRUSTED || told == null || told == Fault.CUT_OFF) {
                told = fault == null ? told : fault;
            }
            one = one.getCause();
        }
        return told;
    }

    private static @Nullable Fault ofOne(Throwable why) {
        return switch (why) {
            case CertificateException _ -> Fault.NOT_TRUSTED;
            case HttpConnectTimeoutException _ -> Fault.NO_CONNECTION;
            case ConnectException _ -> Fault.NO_CONNECTION;
            case NoRouteToHostException _ -> Fault.NO_CONNECTION;
            case UnknownHostException _ -> Fault.NO_CONNECTION;
            case UnresolvedAddressException _ -> Fault.NO_CONNECTION;
            case SSLException _ -> Fault.NO_CONNECTION;
            case HttpTimeoutException _ -> Fault.TIMED_OUT;
            case SocketTimeoutException _ -> Fault.TIMED_OUT;
            case IOException _ -> Fault.CUT_OFF;
            default -> null;
        };
    }
}
