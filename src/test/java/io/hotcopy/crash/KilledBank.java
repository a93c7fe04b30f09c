package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.embedded.DomainCrash;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** One home that is killed again and again: chooses when, chooses what is lost, and judges what is left. */
final class KilledBank {

    /** What happened to it, for the test's last word. */
    static final class Tally {
        int kills;
        int losses;
        int copiesTold;
        int incrementalsTold;
        int journalsTold;
        int copiesRestored;
        int copiesHalfMade;
        int halfPublished;
        int chainsGoneOn;
        int unable;
        long voided;
        int acknowledged;
        int doubtfulKept;
        int doubtfulGone;

        /** Whether there was something of everything that must be found exact. */
        boolean showsAll() {
            return acknowledged > 0
                    && copiesTold > 0
                    && copiesRestored > 0
                    && journalsTold > 0
                    && incrementalsTold > 0
                    && chainsGoneOn > 0;
        }

        @Override
        public String toString() {
            return kills + " kills, " + losses + " storage managers lost; transfers: " + acknowledged
                    + " acknowledged, all there; not answered: " + doubtfulKept + " whole, " + doubtfulGone
                    + " not there; commits void: " + voided + "; hot copies: " + copiesTold + " complete, "
                    + incrementalsTold + " of them incremental and " + journalsTold + " journal, "
                    + copiesHalfMade + " sets half-made, " + halfPublished + " runs half published, " + unable
                    + " to begin anew; chains that went on over a kill: " + chainsGoneOn + "; " + copiesRestored
                    + " states restored and equal to the ledger";
        }
    }

    private static final long IDS_A_CHILD = 1_000_000_000L;

    private final Path scratch;
    private final Path home;
    private final Path backups;
    private final SplittableRandom choices;
    private final Tally tally;
    private final KillLedger ledger = new KillLedger();
    private final Set<ArchiveId> lost = new TreeSet<>();
    private final CopiedSets copies;
    private int children;
    private ChildProcess child;

    KilledBank(Path scratch, long seed, Tally tally) throws IOException {
        this.scratch = scratch;
        this.home = scratch.resolve("home");
        this.backups = Files.createDirectory(scratch.resolve("backups"));
        this.choices = new SplittableRandom(seed);
        this.tally = tally;
        this.copies = new CopiedSets(backups, scratch, ledger, choices, tally);
    }

    /**
     * One kill, or two with a start between them that does not get far; then everything is judged.
     *
     * @param afterJournal not before a journal hot copy was told
     * @param losing whether storage managers are lost with it
     */
    void killAndJudge(boolean afterJournal, boolean losing) throws IOException, InterruptedException {
        if (afterJournal) {
            startChild();
            child.awaitJournal();
            killChild(choices.nextInt(250));
        } else {
            kill();
        }
        if (choices.nextInt(5) == 0) {
            startChild();
            killChild(choices.nextInt(900));
        }
        copies.requireNoLeaseBeyondWhatIsPublished(home);
        Set<ArchiveId> losses = losing ? lose() : Set.of();
        judge(losses);
    }

    private void kill() throws IOException, InterruptedException {
        startChild();
        switch (choices.nextInt(5)) {
            case 0 -> {
                child.awaitReady();
                killChild(choices.nextInt(1_200));
            }
            case 1 -> {
                child.awaitCopies(1 + choices.nextInt(6));
                killChild(choices.nextInt(250));
            }
            case 2, 3 -> {
                child.awaitPublishing(1 + choices.nextInt(6));
                killChild(choices.nextInt(15));
            }
            default -> killChild(300 + choices.nextInt(2_200));
        }
    }

    private void startChild() throws IOException {
        long rate = choices.nextBoolean() ? 0 : 2_000_000L + choices.nextInt(20_000_000);
        children++;
        child = ChildProcess.start(
                scratch, ledger, home, backups, choices.nextInt(Integer.MAX_VALUE), children * IDS_A_CHILD, rate);
    }

    private void killChild(long milliseconds) throws IOException, InterruptedException {
        child.killAfter(milliseconds);
        tally.kills++;
    }

    /** Ends what still runs when a test fails, and counts what there was. */
    void end() throws IOException {
        if (child != null) {
            child.destroy();
        }
        copies.tell();
        tally.acknowledged += ledger.acknowledgedTransfers();
        tally.doubtfulKept += ledger.doubtfulKept();
        tally.doubtfulGone += ledger.doubtfulGone();
        SyncedFiles.deleteTree(scratch);
    }

    /** Deletes the directories of one storage manager, or of two, as long as every storage group keeps one. */
    private Set<ArchiveId> lose() throws IOException {
        Set<ArchiveId> losses = new HashSet<>();
        int wanted = 1 + choices.nextInt(2);
        for (int loss = 0; loss < wanted; loss++) {
            ArchiveId archive = new ArchiveId(choices.nextInt(6));
            Set<ArchiveId> all = new HashSet<>(lost);
            all.addAll(losses);
            all.add(archive);
            if (Files.exists(CrashDomain.archive(home, archive)) && CrashDomain.coveredWithout(all)) {
                SyncedFiles.deleteTree(CrashDomain.archive(home, archive));
                losses.add(archive);
            }
        }
        tally.losses += losses.size();
        return losses;
    }

    private void judge(Set<ArchiveId> losses) throws IOException {
        lost.addAll(losses);
        EmbeddedDomain domain = CrashDomain.start(home, choices.nextLong(), losses);
        boolean closed = false;
        try {
            assertEquals(lost, domain.reports().get(0).absent().keySet(), "absent archives");
            assertEquals(List.of(), domain.reports().get(0).losses());
            tally.voided += domain.reports().get(0).voided();
            ledger.requireLive(domain.database(CrashDomain.NAME.database()));
            List<ArchiveFacts> serving = CrashDomain.running(domain);
            copies.judge(lost.isEmpty());
            closed = stop(domain);
            if (closed) {
                requireEqualCopies(serving);
            }
        } finally {
            if (!closed) {
                DomainCrash.crash(domain);
            }
        }
    }

    /** Stops it in one of the ways in which a database may have been stopped before it is killed next. */
    private boolean stop(EmbeddedDomain domain) {
        boolean inGoodOrder = choices.nextInt(3) != 0;
        if (inGoodOrder) {
            domain.close();
        } else {
            DomainCrash.crash(domain);
        }
        return inGoodOrder;
    }

    /** Every storage manager's copy of a storage group, byte by byte. */
    private void requireEqualCopies(List<ArchiveFacts> serving) {
        Map<StorageGroupName, Map<ArchiveId, Fingerprint>> copiesOf = new TreeMap<>();
        for (ArchiveFacts archive : serving) {
            new EmbeddedArchiveFormat()
                    .scan(CrashDomain.archive(home, archive.id()), ProgressListener.NONE)
                    .forEach((group, content) -> copiesOf.computeIfAbsent(group, absent -> new TreeMap<>())
                            .put(archive.id(), content));
        }
        assertTrue(copiesOf.keySet().containsAll(CrashDomain.GROUPS));
        copiesOf.forEach((group, contents) -> assertEquals(
                1, new HashSet<>(contents.values()).size(), "copies of " + group + " differ: " + contents));
    }
}
