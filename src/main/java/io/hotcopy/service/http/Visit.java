package io.hotcopy.service.http;

import io.hotcopy.admin.AdminAnswer;
import io.hotcopy.problem.HotCopyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request on its way: its body, then the answer. */
final class Visit {
    private static final int INTERNAL_ERROR = 500;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final InFlight inFlight;

    Visit(Request request, Response response, Callback callback, InFlight inFlight) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.inFlight = inFlight;
    }

    /** Answered at a place once its body is there. */
    BodyReader.Taker to(Place place, List<String> below, Map<String, List<String>> query) {
        return new BodyReader.Taker() {
            @Override
            public void whole(byte[] body) {
                write(answer(place, new MountedService.Call(request.getMethod(), below, query, body)));
            }

            @Override
            public void refused(RefusedRequestException why) {
                write(error(why));
            }
        };
    }

    /** Refused, once its body is out of the way. */
    BodyReader.Taker refusedWith(RefusedRequestException refusal) {
        return new BodyReader.Taker() {
            @Override
            public void whole(byte[] body) {
                write(error(refusal));
            }

            @Override
            public void refused(RefusedRequestException why) {
                write(error(refusal));
            }
        };
    }

    private MountedService.Reply answer(Place place, MountedService.Call call) {
        try {
            if (!place.mount().always()) {
                inFlight.enter(place.mount().tellsEnds());
                // Only when the answer is sent: who closes the server waits for that.
                Request.addCompletionListener(request, sent -> inFlight.leave());
            }
            return place.answer(call);
        } catch (RefusedRequestException refused) {
            return error(refused);
        } catch (HotCopyException trouble) {
            return MountedService.Reply.of(new AdminAnswer(
                    INTERNAL_ERROR,
                    Optional.of(Map.of(
                            "code",
                            INTERNAL_ERROR,
                            "messages",
                            List.of(trouble.getMessage()),
                            "hints",
                            trouble.hints()))));
        } catch (RuntimeException | Error fault) {
            // Also errors: Jetty may have called from where it would only log them, and the client would wait.
            return MountedService.Reply.error(INTERNAL_ERROR, "internal error of the service: " + fault);
        }
    }

    private void write(MountedService.Reply reply) {
        Answers.write(response, callback, reply);
    }

    private static MountedService.Reply error(RefusedRequestException refused) {
        return MountedService.Reply.error(refused.status(), refused.getMessage());
    }
}
