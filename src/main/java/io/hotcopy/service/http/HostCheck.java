package io.hotcopy.service.http;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Keeps pages of the Internet out, which a browser of this machine shows: one that has its own name resolved to this
 * machine says that name, and one that sends us a request says where the page is from.
 */
final class HostCheck {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:]+)(:[0-9]{1,5})?");

    private final Set<String> ours = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));

    /** @param listening where the server listens */
    HostCheck(InetAddress listening) {
        ours.add(listening.getHostAddress());
    }

    void check(HttpFields headers) throws RefusedRequestException {
        List<String> hosts = headers.getValuesList(HttpHeader.HOST);
        if (hosts.size() != 1 || !isOurs(hosts.get(0))) {
            throw new RefusedRequestException(403, "the host of a request must be localhost, 127.0.0.1 or [::1]");
        }
        if (headers.contains(HttpHeader.ORIGIN)) {
            throw new RefusedRequestException(403, "requests from pages of a browser are not answered");
        }
    }

    private boolean isOurs(String host) {
        Matcher parts = HOST.matcher(host);
        return parts.matches() && ours.contains(parts.group(1).toLowerCase(Locale.ROOT));
    }
}
