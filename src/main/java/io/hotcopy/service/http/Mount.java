package io.hotcopy.service.http;

import io.hotcopy.admin.AdminAnswer;
import io.hotcopy.admin.AdminClient;
import java.util.List;
import java.util.function.Supplier;

/**
 * A place of an {@link AdminServer}, and who answers there.
 *
 * @param place the segments in front of the path, for example {@code api} and {@code 1}
 * @param whole whether the place is a whole path, with nothing below it
 * @param methods that are answered there; others get the status 405
 * @param bodyLimit bytes of a body above which a request gets the status 413
 * @param service who answers
 */
public record Mount(List<String> place, boolean whole, List<String> methods, int bodyLimit, MountedService service) {

    private static final List<String> HOTCOPY = List.of("hotcopy", "1");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");
    private static final int MEBIBYTE = 1 << 20;

    public Mount {
        place = List.copyOf(place);
        methods = List.copyOf(methods);
    }

    /** The vendor's protocol, below {@code /api/1/}. */
    public static Mount api(AdminClient api) {
        return new Mount(List.of("api", "1"), false, METHODS, MEBIBYTE, new ApiService(api));
    }

    /**
     * Whether all is well, at {@code /health}.
     *
     * @param health asked for each request, also while the server refuses all others; must be quick
     */
    public static Mount health(Supplier<AdminAnswer> health) {
        return new Mount(List.of("health"), true, List.of("GET"), 0, call -> MountedService.Reply.of(health.get()));
    }

    /**
     * What another process says to the domain of this one, below {@code /hotcopy/1/}.
     *
     * @param bodyLimit bytes of a body
     */
    public static Mount hotcopy(int bodyLimit, MountedService service) {
        return new Mount(HOTCOPY, false, METHODS, bodyLimit, service);
    }

    /** Whether a path, decoded, is answered here. */
    boolean holds(List<String> path) {
        return whole ? path.equals(place) : path.size() > place.size() && place.equals(path.subList(0, place.size()));
    }

    /** The part of a path that lies below. */
    List<String> below(List<String> path) {
        return path.subList(place.size(), path.size());
    }

    /** Whether it is answered also while the server takes no other requests. */
    boolean always() {
        return whole;
    }

    /** Whether it is answered until the server is closed: who waits there is to hear how what was asked has ended. */
    boolean tellsEnds() {
        return place.equals(HOTCOPY);
    }
}
