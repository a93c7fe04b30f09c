package io.hotcopy.service.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads the body of a request as it comes. No thread waits for it: one that never comes costs a connection until that
 * has been silent for too long.
 */
final class BodyReader implements Runnable {
    /** A body above the limit is read on up to this multiple: who is still sending does not listen to an answer. */
    private static final long PATIENCE = 16;

    private final Request request;
    private final int limit;
    private final Duration time;
    private final Taker taker;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final long begin = System.nanoTime();
    private long seen;

    /** Hears the end, once. */
    interface Taker {
        void whole(byte[] body);

        void refused(RefusedRequestException why);
    }

    BodyReader(Request request, int limit, Duration time, Taker taker) {
        this.request = request;
        this.limit = limit;
        this.time = time;
        this.taker = taker;
    }

    /** Reads what there is, and is called again when there is more. */
    @Override
    public void run() {
        try {
            checkAnnounced();
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (take(chunk)) {
                    break;
                }
            }
            checkSize(limit);
        } catch (RefusedRequestException refused) {
            taker.refused(refused);
            return;
        }
        taker.whole(body.toByteArray());
    }

    /** @return whether it was the last */
    private boolean take(Content.Chunk chunk) throws RefusedRequestException {
        if (Content.Chunk.isFailure(chunk)) {
            throw refusal(chunk.getFailure());
        }
        ByteBuffer bytes = chunk.getByteBuffer();
        seen += bytes.remaining();
        if (seen <= limit) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            body.writeBytes(copy);
        }
        boolean last = chunk.isLast();
        chunk.release();
        checkSize(PATIENCE * limit);
        if (!last && System.nanoTime() - begin > time.toNanos()) {
            throw late();
        }
        return last;
    }

    private void checkAnnounced() throws RefusedRequestException {
        if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > PATIENCE * limit) {
            throw tooLarge();
        }
    }

    private void checkSize(long allowed) throws RefusedRequestException {
        if (seen > allowed) {
            throw tooLarge();
        }
    }

    private RefusedRequestException refusal(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return late();
        }
        return failure instanceof HttpException told
                ? new RefusedRequestException(JsonErrors.ofClient(told.getCode()), "bad body: " + told.getReason())
                : new RefusedRequestException(400, "the body ended before its end");
    }

    private RefusedRequestException tooLarge() {
        return new RefusedRequestException(413, "the body is larger than " + limit + " bytes");
    }

    private static RefusedRequestException late() {
        return new RefusedRequestException(408, "the body did not come in time");
    }
}
