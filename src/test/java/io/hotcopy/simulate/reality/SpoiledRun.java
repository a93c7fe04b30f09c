package io.hotcopy.simulate.reality;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.Failure;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Spoils one run while it is under way: what it has written is taken away beneath it. The first one does so that takes
 * the type and begins when the failure does, or later; it takes its time to fail.
 */
final class SpoiledRun implements ProgressListener {

    private static final Duration ITS_TIME = Duration.ofSeconds(2);

    private final Path backups;
    private final SteppedClock clock;
    private final HotCopyType type;
    private final AssumedFailure failure;
    private final List<String> stages = new ArrayList<>();
    private boolean isDone;

    private SpoiledRun(Path backups, SteppedClock clock, HotCopyType type, AssumedFailure failure) {
        this.backups = backups;
        this.clock = clock;
        this.type = type;
        this.failure = failure;
    }

    /** None is spoiled where no run is to fail. */
    static ProgressListener of(SmallWorld world, SteppedClock clock) {
        return world.failure().failure() instanceof Failure.RunFailed failed
                ? new SpoiledRun(world.directory().resolve("backups"), clock, failed.line(), world.failure())
                : NONE;
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (event instanceof StageEntered entered) {
            if (entered.stage().equals("begin")) {
                stages.clear();
            }
            stages.add(entered.stage());
            boolean isTime = !clock.instant().isBefore(failure.from().orElseThrow());
            if (!isDone && isTime && isUnderWay()) {
                isDone = true;
                clock.pass(ITS_TIME);
                spoil();
            }
        }
    }

    /** Whether this type has begun to write. */
    private boolean isUnderWay() {
        return switch (type) {
            case FULL, SIMPLE -> stages.contains("copy files");
            case INCREMENTAL -> stages.contains("copy changes");
            case JOURNAL -> stages.contains("copy journals") && !stages.contains("copy files");
        };
    }

    private void spoil() {
        try (Stream<Path> found = Files.walk(backups)) {
            List<Path> begun = found.filter(path -> path.getParent().endsWith("tmp"))
                    .filter(Files::isDirectory)
                    .toList();
            for (Path element : begun) {
                SyncedFiles.deleteTree(element);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
