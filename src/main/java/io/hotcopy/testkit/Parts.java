package io.hotcopy.testkit;

import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.Failure;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.InstantText;
import java.util.Optional;

/** The parts of a domain and what can go wrong with them, by name: for {@code import static}. */
public final class Parts {

    private Parts() {}

    /** An archive, for {@code plan.touches(archive(0))}. */
    public static ArchiveId archive(int number) {
        return new ArchiveId(number);
    }

    /** The storage manager of an archive: as a failure, that it is down. */
    public static Failure.StorageManagerDown storageManager(int archive) {
        return new Failure.StorageManagerDown(archive(archive));
    }

    /** A region: as a failure, that it is lost. */
    public static Failure.RegionLost region(String name) {
        return new Failure.RegionLost(name);
    }

    /** One run of the policy's line of this type: as a failure, that it leaves nothing behind. */
    public static Failure.RunFailed run(HotCopyType line) {
        return new Failure.RunFailed(line);
    }

    /** That nothing fails. */
    public static Failure.None nothing() {
        return new Failure.None();
    }

    /**
     * A failure at a given time, for {@link PolicyFixture#prove(int, AssumedFailure...)}.
     *
     * @param from when it begins, ISO with an offset, or in UTC
     * @param to when it is over
     */
    public static AssumedFailure during(Failure failure, String from, String to) {
        return new AssumedFailure(failure, Optional.of(InstantText.parse(from)), Optional.of(InstantText.parse(to)));
    }
}
