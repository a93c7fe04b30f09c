package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.driver.Changes;
import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.Cut;
import io.hotcopy.embedded.changes.TableFingerprints;
import io.hotcopy.embedded.commit.Issued;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.sync.FrameSource;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The changes of one incremental hot copy: from the frames that are kept to the files of its element. */
final class IncrementalFold implements AutoCloseable {

    /** How much is held in memory before sorted runs are put aside. */
    private static final long FOLD_BYTES = 32 << 20;

    private final Member member;
    private final FrameSource frames;
    private final ElementId run;
    private final Map<CommitNumber, Issued> cuts = new ConcurrentHashMap<>();
    private ChangeFold fold;

    IncrementalFold(Member member, FrameSource frames, ElementId run) {
        this.member = member;
        this.frames = frames;
        this.run = run;
    }

    /** Whether all that came after a commit is still kept. */
    boolean reachesBackTo(CommitNumber after) {
        return frames.reachesBackTo(after, member.serves());
    }

    /** A cut was taken that may be this copy's; any thread. */
    void sawCut(Issued cut) {
        cuts.put(cut.number(), cut);
    }

    /** Reads all frames of the range; once. */
    Changes changes(Continuation from, Cut cut) {
        if (fold != null) {
            throw new IllegalStateException("folded already");
        }
        CommitRange range = new CommitRange(from.after(), cut.number());
        TableFingerprints fingerprints = fingerprints(cut);
        fold = new ChangeFold(member.archive(), member.serves(), range, scratch(), FOLD_BYTES);
        frames.read(range.from(), range.through(), member.serves(), fold::take);
        return fold.changes(fingerprints);
    }

    private TableFingerprints fingerprints(Cut cut) {
        Issued issued = cuts.get(cut.number());
        if (issued == null) {
            throw new IllegalStateException("commit " + cut.number() + " is not a cut of this copy");
        }
        SortedMap<TableInGroup, Fingerprint> own = new TreeMap<>(issued.tables());
        own.keySet().removeIf(part -> !member.serves().contains(part.group()));
        return new TableFingerprints(cut.number(), own);
    }

    private Path scratch() {
        Path parent = ArchiveLayout.scratch(member.directory());
        try {
            SyncedFiles.createDirectories(member.directory(), parent);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", parent, trouble);
        }
        return parent.resolve(run.toString());
    }

    /** Deletes what was put aside; a second call does nothing. */
    @Override
    public void close() {
        if (fold != null) {
            fold.close();
        }
    }
}
