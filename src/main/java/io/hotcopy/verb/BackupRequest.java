package io.hotcopy.verb;

import io.hotcopy.plan.Pace;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.HotCopyType;
import java.util.Optional;

/**
 * What is to be planned or taken.
 *
 * @param what {@code FILE}, {@code FILE#policy} or the name of a loaded policy; empty for all loaded policies
 * @param type what each run takes
 * @param group only this backup group; empty for all
 * @param pace how fast its hot copies go
 */
public record BackupRequest(Optional<String> what, HotCopyType type, Optional<String> group, Pace pace) {

    /** A full of everything that is loaded, giving way to the database. */
    public static BackupRequest full() {
        return new BackupRequest(Optional.empty(), HotCopyType.FULL, Optional.empty(), Pace.DEFAULT);
    }

    /** @throws HotCopyException when backups cannot take this type */
    public static HotCopyType typeCalled(String word) {
        if (word.equals(HotCopyType.FULL.word())) {
            return HotCopyType.FULL;
        }
        throw new HotCopyException("a backup takes full, not \"" + word + "\"");
    }
}
