package io.hotcopy.admin;

import io.hotcopy.problem.HotCopyException;

/** What a hot copy is refused with: the vendor's sentences, with the prefixes that tell which side has refused. */
final class HotCopyRefusals {
    private static final String HERE = "Failure while performing hot-copy: ";
    private static final String ENGINE = HERE + "Error while sending engine request: ";

    private HotCopyRefusals() {}

    static UnmetRequestException here(String reason, String... hints) {
        return UnmetRequestException.bad(HERE + reason, hints);
    }

    static UnmetRequestException notRunning(String database, String hint) {
        return here("No RUNNING SMs found for database dbName=" + Fields.shown(database), hint);
    }

    /** As a storage manager, a backup set or a disk has refused it. */
    static UnmetRequestException ofEngine(HotCopyException refusal) {
        return UnmetRequestException.conflict(
                ENGINE + refusal.getMessage(), refusal.hints().toArray(String[]::new));
    }
}
