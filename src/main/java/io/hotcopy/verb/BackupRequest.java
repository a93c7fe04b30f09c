package io.hotcopy.verb;

import io.hotcopy.dsl.Nearest;
import io.hotcopy.plan.Pace;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be planned or taken.
 *
 * @param what {@code FILE}, {@code FILE#policy} or the name of a loaded policy; empty for all loaded policies
 * @param type what each run takes; empty for what is due, or a full of a policy that has no schedule
 * @param occurrence the instant of the schedule that it is for: what has been done for it is not done again; empty for
 *     now
 * @param group only this backup group; empty for all
 * @param pace how fast its hot copies go
 * @param partial whether copies that lack storage groups may be taken
 */
public record BackupRequest(
        Optional<String> what,
        Optional<HotCopyType> type,
        Optional<Instant> occurrence,
        Optional<String> group,
        Pace pace,
        boolean partial) {

    /** What one of these types takes, now. */
    public BackupRequest(Optional<String> what, HotCopyType type, Optional<String> group, Pace pace, boolean partial) {
        this(what, Optional.of(type), Optional.empty(), group, pace, partial);
    }

    /** What is due of everything that is loaded, giving way to the database. */
    public static BackupRequest due() {
        return new BackupRequest(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Pace.DEFAULT, false);
    }

    /** The same for this instant of the schedule. */
    public BackupRequest forOccurrence(Instant at) {
        return new BackupRequest(what, type, Optional.of(at), group, pace, partial);
    }

    /** A full of everything that is loaded, giving way to the database. */
    public static BackupRequest full() {
        return new BackupRequest(Optional.empty(), HotCopyType.FULL, Optional.empty(), Pace.DEFAULT, false);
    }

    /** @throws HotCopyException when there is no such type; its hints name those there are */
    public static HotCopyType typeCalled(String word) {
        List<HotCopyType> types = List.of(HotCopyType.values());
        return types.stream()
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new HotCopyException(
                        "there is no hot copy type \"" + word + "\"",
                        Nearest.hints(
                                        word,
                                        types.stream().map(HotCopyType::word).toList(),
                                        "",
                                        "types")
                                .toArray(String[]::new)));
    }
}
