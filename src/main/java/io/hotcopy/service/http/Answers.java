package io.hotcopy.service.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes replies to the network. */
final class Answers {
    private Answers() {}

    /** Writes it without waiting; the callback hears the end. */
    static void write(Response response, Callback callback, MountedService.Reply reply) {
        response.setStatus(reply.status());
        if (reply.body().length > 0) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
