package io.hotcopy.service.http;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes each request from Jetty, refuses what is none, and brings the others to who answers them. */
final class HttpDoor extends Handler.Abstract {
    /** A body that nobody will look at is taken up to this size, so that who sends it hears why. */
    private static final int UNWANTED_BODY = 1 << 20;

    private final HostCheck hosts;
    private final ServerLimits limits;
    private final Places places;
    private final InFlight inFlight;

    HttpDoor(HostCheck hosts, ServerLimits limits, Places places, InFlight inFlight) {
        this.hosts = hosts;
        this.limits = limits;
        this.places = places;
        this.inFlight = inFlight;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // An answer may take longer than a connection may be silent: nothing is expected from the client meanwhile.
        request.addIdleTimeoutListener(silent -> false);
        Visit visit = new Visit(request, response, callback, inFlight);
        try {
            accept(request, response, visit);
        } catch (RefusedRequestException refused) {
            new BodyReader(request, UNWANTED_BODY, limits.body(), visit.refusedWith(refused)).run();
        }
        return true;
    }

    private void accept(Request request, Response response, Visit visit) throws RefusedRequestException {
        hosts.check(request.getHeaders());
        List<String> path = RequestTarget.path(request.getHttpURI().getPath());
        Place place = places.find(path);
        if (!place.mount().methods().contains(request.getMethod())) {
            response.getHeaders()
                    .put(HttpHeader.ALLOW, String.join(", ", place.mount().methods()));
            throw new RefusedRequestException(405, "this is not answered to the method " + request.getMethod());
        }
        if (!place.mount()
                .service()
                .admits(Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)))) {
            throw new RefusedRequestException(401, "the token is not that of this service");
        }
        BodyReader.Taker taker = visit.to(
                place,
                place.mount().below(path),
                RequestTarget.query(request.getHttpURI().getQuery()));
        new BodyReader(request, place.mount().bodyLimit(), limits.body(), taker).run();
    }
}
