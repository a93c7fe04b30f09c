package io.hotcopy.admin;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.engine.HotCopyStatus.State;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a hot copy stands, in the vendor's words: {@code HotCopyResponse}. */
final class HotCopyJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final int COPYING = 1;
    private static final int CUTTING = 2;
    private static final int COMPLETING = 3;
    private static final Set<String> AFTER_THE_CUT = Set.of("copy journals", "make archives", "seal", "publish");

    private HotCopyJson() {}

    /** @param coordinator the start id of the storage manager that answers for it */
    static Map<String, Object> of(HotCopyStatus hotCopy, String coordinator, String address) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("hotCopyId", hotCopy.id().toString());
        response.put("coordinatorStartId", coordinator);
        response.put("status", status(hotCopy.state()));
        response.put("stage", stage(hotCopy));
        response.put("message", message(hotCopy));
        hotCopy.began().ifPresent(began -> response.put("beginTimestamp", time(began)));
        hotCopy.ended().ifPresent(ended -> response.put("endTimestamp", time(ended)));
        directory(hotCopy).ifPresent(directory -> response.put("destinationDirectory", directory.toString()));
        response.put(
                "uri",
                address + "/api/1/databases/hotCopyStatus?coordinatorStartId=" + coordinator + "&hotCopyId="
                        + hotCopy.id());
        return response;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String status(State state) {
        return switch (state) {
            case WAITING, RUNNING -> "running";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static int stage(HotCopyStatus hotCopy) {
        if (hotCopy.state() == State.COMPLETED || AFTER_THE_CUT.contains(hotCopy.stage())) {
            return COMPLETING;
        }
        return hotCopy.stage().equals("take the cut") ? CUTTING : COPYING;
    }

    private static String message(HotCopyStatus hotCopy) {
        return switch (hotCopy.state()) {
            case WAITING, RUNNING -> "Stage" + stage(hotCopy) + ": " + activity(hotCopy.stage());
            case COMPLETED -> "Hot copy successfully completed";
            case FAILED -> "Hot copy failed: " + hotCopy.reason().orElse(hotCopy.message());
            case CANCELLED -> "Hot copy cancelled";
        };
    }

    private static String activity(String stage) {
        return stage.isEmpty() ? "Begin" : stage.substring(0, 1).toUpperCase(Locale.ROOT) + stage.substring(1);
    }

    /** The vendor tells that of one archive, and where it lies while it is being made, also afterwards. */
    private static Optional<Path> directory(HotCopyStatus hotCopy) {
        return hotCopy.archives().stream()
                .findFirst()
                .flatMap(first -> hotCopy.type() == HotCopyType.SIMPLE
                        ? Optional.of(first.directory())
                        : first.element().map(element -> first.directory()
                                .resolve("tmp")
                                .resolve(element)
                                .resolve("data")));
    }
}
