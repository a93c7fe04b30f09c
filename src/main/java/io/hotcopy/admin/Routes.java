package io.hotcopy.admin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which resource answers which request. Where several patterns fit a path, fixed words win over variables, the first
 * segment counting most: {@code databases/hotCopyStatus} is no database.
 */
final class Routes {

    /** Answers the requests of one route. */
    @FunctionalInterface
    interface Handler {
        AdminAnswer answer(Call call);
    }

    /**
     * A request that has found its route.
     *
     * @param variables what stands in the path for the variables of the pattern, in order
     */
    record Call(AdminRequest request, List<String> variables) {

        String variable(int index) {
            return variables.get(index);
        }

        Fields query() {
            return Fields.ofQuery(request);
        }

        Fields body() {
            return Fields.ofBody(request);
        }
    }

    private record Route(List<String> pattern, Map<String, Handler> handlers) {

        boolean fits(List<String> path) {
            return pattern.size() == path.size()
                    && IntStream.range(0, path.size())
                            .allMatch(at -> isVariable(at) || pattern.get(at).equals(path.get(at)));
        }

        boolean isVariable(int at) {
            return pattern.get(at).startsWith("{");
        }

        /** Sorts fixed words before variables. */
        String rank() {
            return IntStream.range(0, pattern.size())
                    .mapToObj(at -> isVariable(at) ? "1" : "0")
                    .reduce("", String::concat);
        }

        List<String> variables(List<String> path) {
            return IntStream.range(0, path.size())
                    .filter(this::isVariable)
                    .mapToObj(path::get)
                    .toList();
        }
    }

    private final List<Route> routes = new ArrayList<>();

    Routes get(String pattern, Handler handler) {
        return on("GET", pattern, handler);
    }

    Routes post(String pattern, Handler handler) {
        return on("POST", pattern, handler);
    }

    Routes put(String pattern, Handler handler) {
        return on("PUT", pattern, handler);
    }

    Routes delete(String pattern, Handler handler) {
        return on("DELETE", pattern, handler);
    }

    /** @param pattern segments; one in braces is a variable: {@code "databases/{db}"} */
    private Routes on(String method, String pattern, Handler handler) {
        List<String> segments = List.of(pattern.split("/"));
        Optional<Route> known = routes.stream()
                .filter(route -> route.pattern().equals(segments))
                .findFirst();
        Route route = known.orElseGet(() -> new Route(segments, new TreeMap<>()));
        if (route.handlers().put(method, handler) != null) {
            throw new IllegalStateException("two handlers for " + method + " " + pattern);
        }
        if (known.isEmpty()) {
            routes.add(route);
        }
        return this;
    }

    /** @throws UnmetRequestException of status 404 when no path fits, 405 when the path takes other methods */
    AdminAnswer answer(AdminRequest request) {
        Route route = routes.stream()
                .filter(each -> each.fits(request.path()))
                .min(Comparator.comparing(Route::rank))
                .orElseThrow(() -> UnmetRequestException.unknown(
                        "there is nothing at \"" + Fields.shown(String.join("/", request.path())) + "\""));
        Handler handler = route.handlers().get(request.method());
        if (handler == null) {
            return AdminAnswer.error(
                    405,
                    Fields.shown(request.method()) + " is not possible here, but "
                            + String.join(", ", route.handlers().keySet()),
                    Map.of("allow", List.copyOf(route.handlers().keySet())));
        }
        return handler.answer(new Call(request, route.variables(request.path())));
    }
}
