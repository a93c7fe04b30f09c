package io.hotcopy.service.http;

import java.util.List;

/** Where a server answers: nowhere at first, while who answers is being made. */
final class Places {
    private volatile List<Place> places = List.of();

    void set(List<Place> found) {
        places = List.copyOf(found);
    }

    Place find(List<String> path) throws RefusedRequestException {
        List<Place> now = places;
        if (now.isEmpty()) {
            throw new RefusedRequestException(503, "the service is starting");
        }
        return now.stream()
                .filter(place -> place.mount().holds(path))
                .findFirst()
                .orElseThrow(() -> new RefusedRequestException(404, "there is nothing at this address"));
    }
}
