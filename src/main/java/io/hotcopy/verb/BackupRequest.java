package io.hotcopy.verb;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is to be planned or taken.
 *
 * @param what {@code FILE}, {@code FILE#policy} or the name of a loaded policy; empty for all loaded policies
 * @param type what each run takes
 * @param group only this backup group; empty for all
 * @param maxRate bytes a second for each storage manager; empty for as fast as it goes
 * @param partial whether copies that lack storage groups may be taken
 */
public record BackupRequest(
        Optional<String> what, HotCopyType type, Optional<String> group, Optional<ByteSize> maxRate, boolean partial) {

    /** A full of everything that is loaded, as fast as it goes. */
    public static BackupRequest full() {
        return new BackupRequest(Optional.empty(), HotCopyType.FULL, Optional.empty(), Optional.empty(), false);
    }

    /** @throws HotCopyException when backups cannot take this type */
    public static HotCopyType typeCalled(String word) {
        return Arrays.stream(HotCopyType.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new HotCopyException(
                        "a backup takes full, incremental, journal or simple, not \"" + word + "\""));
    }
}
