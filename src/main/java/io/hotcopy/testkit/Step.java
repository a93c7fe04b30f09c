package io.hotcopy.testkit;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.LineRun;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One hot copy of a plan. */
public final class Step {
    private final HotCopyStep step;

    Step(HotCopyStep step) {
        this.step = step;
    }

    /** The name of its policy. */
    public String getPolicy() {
        return step.policy();
    }

    public String getBackupGroup() {
        return step.backupGroup();
    }

    /** {@code domain/database}. */
    public String getDatabase() {
        return step.database().toString();
    }

    public HotCopyType getType() {
        return step.type();
    }

    /** In order of ids. */
    public List<ArchiveId> getArchives() {
        return step.members().stream().map(HotCopyStep.Member::archive).toList();
    }

    /** The lines of the policy that it is taken for: a full serves every line that is due with it. */
    public List<HotCopyType> getServes() {
        return step.serves().stream().map(LineRun::line).toList();
    }

    /** Why it is taken, in words for people. */
    public String getBecause() {
        return step.because();
    }

    /** Whether several archives are copied to one common cut. */
    public boolean isCoordinated() {
        return step.isCoordinated();
    }

    /** The directory that it makes for each archive, or that of the set it writes into. */
    public List<Path> getDirectories() {
        return step.writes();
    }

    /** What it is expected to copy; zero when nobody declared what to expect. */
    public ByteSize getSize() {
        return step.estimatedBytes();
    }

    /** How long it is expected to take; empty when unknown. */
    public Optional<Duration> getTime() {
        return step.estimatedTime();
    }

    @Override
    public String toString() {
        return step.title() + ": " + step.because();
    }
}
