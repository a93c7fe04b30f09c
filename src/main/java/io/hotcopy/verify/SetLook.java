package io.hotcopy.verify;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.SealedElement;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SetUse;
import io.hotcopy.restore.SourceElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One set while it is being looked at. Findings may be added by several threads. */
final class SetLook implements AutoCloseable {

    private final Path location;
    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private Optional<SetFacts> facts = Optional.empty();
    private List<SourceElement> sources = List.of();
    private Optional<SetUse> use = Optional.empty();

    SetLook(Path location) {
        this.location = location;
    }

    /** Reads seals and manifests. */
    static SetLook at(Path location) {
        SetLook look = new SetLook(location);
        try {
            look.use = Optional.of(SetUse.of(location));
            look.facts = Optional.of(BackupSet.identity(location));
            look.open(BackupSet.open(location));
        } catch (RuntimeException trouble) {
            look.add(Finding.of(trouble));
        }
        return look;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Optional<SetFacts> facts() {
        return facts;
    }

    List<SourceElement> sources() {
        return sources;
    }

    boolean isSound() {
        return findings.isEmpty();
    }

    /** From now on it may be deleted. */
    @Override
    public void close() {
        use.ifPresent(SetUse::close);
    }

    SetVerdict verdict() {
        return new SetVerdict(location, facts, findings());
    }

    private void open(BackupSet set) {
        facts = Optional.of(set.facts());
        if (set.state() == BackupSet.State.HALF_MADE) {
            add(Finding.unknown(
                    "backup set \"" + location + "\" is half-made: its full was not published",
                    "A full is still running, or one failed or was cancelled."));
        }
        List<SourceElement> opened = new ArrayList<>();
        for (SealedElement element : set.elements()) {
            opened.add(SourceElement.of(set.facts(), element));
        }
        sources = opened;
    }
}
