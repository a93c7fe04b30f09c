package io.hotcopy.shell.nuocmd;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The body of a request for a hot copy; a simple one has another resource and other words. */
final class HotCopyRequest {
    private final boolean simple;
    private final Map<String, Object> body = new LinkedHashMap<>();

    /** @param type as the line says it */
    HotCopyRequest(String type) {
        simple = type.equals("simple");
        if (!simple) {
            body.put("type", type);
        }
    }

    /**
     * @param directories by archive
     * @param usual for archives that are not named
     * @param shared whether archives share the usual directory; a simple hot copy does not tell it
     */
    HotCopyRequest into(Map<String, String> directories, Optional<String> usual, boolean shared) {
        if (simple) {
            Map<String, Object> locations = new LinkedHashMap<>();
            directories.forEach((archive, directory) -> locations.put(archive, location(directory)));
            body.put("backupLocations", locations);
            usual.ifPresent(directory -> body.put("defaultBackupLocation", location(directory)));
        } else {
            body.put("shared", shared);
            body.put("backupSetDirs", directories);
            usual.ifPresent(directory -> body.put("defaultBackupSetDir", directory));
        }
        return this;
    }

    /** @param bytes a second; sent as text */
    HotCopyRequest rate(Optional<BigInteger> bytes) {
        bytes.ifPresent(rate -> body.put("maxRate", rate.toString()));
        return this;
    }

    HotCopyRequest testMode(Optional<BigInteger> mode) {
        mode.ifPresent(number -> body.put("testMode", number));
        return this;
    }

    /** @param checked whether every storage group must be in it */
    HotCopyRequest everyGroup(boolean checked) {
        body.put("checkContainsAllSgs", checked);
        return this;
    }

    /** The last part of its path. */
    String resource() {
        return simple ? "hotCopySimple" : "hotCopy";
    }

    Map<String, Object> body() {
        return body;
    }

    private static Map<String, Object> location(String directory) {
        return Map.of("copyArchiveDir", directory);
    }
}
