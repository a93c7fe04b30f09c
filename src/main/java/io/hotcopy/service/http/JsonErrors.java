package io.hotcopy.service.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty finds wrong by itself, told in the form of the administration protocol. */
final class JsonErrors implements Request.Handler {
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = ofClient(response.getStatus());
        Object reason = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        String message = status == INTERNAL_ERROR
                ? "internal error of the service: " + request.getAttribute(ErrorHandler.ERROR_EXCEPTION)
                : "bad request: " + (reason == null ? "status " + status : reason);
        Answers.write(response, callback, MountedService.Reply.error(status, message));
        return true;
    }

    /** Jetty calls unknown versions and encodings errors of the server: the client should not have used them. */
    static int ofClient(int status) {
        return status < INTERNAL_ERROR || status == INTERNAL_ERROR || status == UNAVAILABLE ? status : 400;
    }
}
