package io.hotcopy.crash;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.embedded.ConflictException;
import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.engine.EngineOptions;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.engine.RunReport;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The process that is killed: starts the domain, transfers money from several threads and takes hot copies from
 * another, for ever. Tells its parent, a line at a time on standard output, what it is about to do and what it was
 * answered.
 *
 * <p>Arguments: home, directory for backups, seed, first transfer id, bytes a second that an archive may be copied with
 * (0 for as fast as it goes).
 */
public final class CrashChild {

    private static final int CLIENTS = 4;

    private final OutputStream parent;
    private final EmbeddedDomain domain;
    private final EmbeddedDatabase database;
    private final Path backups;
    private final long seed;
    private final AtomicLong nextTransfer;
    private final Optional<ByteSize> maxRate;
    private long copies;

    private CrashChild(OutputStream parent, EmbeddedDomain domain, List<String> arguments) {
        this.parent = parent;
        this.domain = domain;
        this.database = domain.database(CrashDomain.NAME.database());
        this.backups = Path.of(arguments.get(1));
        this.seed = Long.parseLong(arguments.get(2));
        this.nextTransfer = new AtomicLong(Long.parseLong(arguments.get(3)));
        long rate = Long.parseLong(arguments.get(4));
        this.maxRate = rate == 0 ? Optional.empty() : Optional.of(new ByteSize(rate));
    }

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[2]);
        EmbeddedDomain domain = CrashDomain.start(Path.of(arguments[0]), seed, Set.of());
        new CrashChild(new FileOutputStream(FileDescriptor.out), domain, List.of(arguments)).live();
    }

    private void live() {
        createTables();
        tell("ready");
        for (int client = 0; client < CLIENTS; client++) {
            SplittableRandom choices = new SplittableRandom(seed + client);
            start("client-" + client, () -> transfer(choices));
        }
        start("copying", this::copy);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Does it again and again; what goes wrong ends the process, which its parent takes for a failed test. */
    private void start(String name, Work work) {
        new Thread(
                        () -> {
                            try {
                                while (true) {
                                    work.run();
                                }
                            } catch (Throwable trouble) {
                                trouble.printStackTrace();
                                Runtime.getRuntime().halt(3);
                            }
                        },
                        name)
                .start();
    }

    /** One short write to a pipe, which is done or not done, but never half. */
    private synchronized void tell(String line) {
        try {
            parent.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException noParent) {
            throw new UncheckedIOException(noParent);
        }
    }

    private void createTables() {
        for (String table : List.of(CrashDomain.ACCOUNTS, CrashDomain.TRANSFERS)) {
            if (database.tables().stream().noneMatch(known -> known.name().equals(table))) {
                database.createTable(table, CrashDomain.PARTITIONS, CrashDomain.GROUPS);
            }
        }
        try (Transaction loading = database.begin()) {
            if (loading.count(CrashDomain.ACCOUNTS) == 0) {
                for (int account = 0; account < Account.COUNT; account++) {
                    loading.put(CrashDomain.ACCOUNTS, Account.key(account), Account.row(account, Account.OPENING));
                }
                loading.commit();
            }
        }
    }

    private void transfer(SplittableRandom choices) {
        int from = choices.nextInt(Account.COUNT);
        int to = (from + 1 + choices.nextInt(Account.COUNT - 1)) % Account.COUNT;
        Transfer transfer = new Transfer(nextTransfer.getAndIncrement(), from, to, 1 + choices.nextInt(20));
        try (Transaction transaction = database.begin()) {
            change(transaction, from, -transfer.amount());
            change(transaction, to, transfer.amount());
            transaction.put(CrashDomain.TRANSFERS, transfer.key(), transfer.row());
            tell("sent " + transfer.id() + " " + from + " " + to + " " + transfer.amount());
            CommitNumber commit = transaction.commit();
            tell("acknowledged " + transfer.id() + " " + commit);
        } catch (ConflictException lost) {
            tell("refused " + transfer.id());
        }
    }

    private static void change(Transaction transaction, int account, long amount) {
        byte[] row = transaction.get(CrashDomain.ACCOUNTS, Account.key(account)).orElseThrow();
        long balance = Account.balance(account, row) + amount;
        transaction.put(CrashDomain.ACCOUNTS, Account.key(account), Account.row(account, balance));
    }

    private void copy() throws IOException {
        long number = ++copies;
        Path directory = Files.createDirectory(backups.resolve(seed + "-" + number));
        tell("copying " + directory.getFileName());
        HotCopyEngine engine = new HotCopyEngine(
                domain, EngineOptions.DEFAULT, Clock.systemUTC(), new SplittableRandom(seed + number));
        BackupPlan plan = new BackupPlan(Instant.now(), List.of(step(directory)), maxRate, List.of(), List.of());
        RunReport.HotCopy report =
                engine.run(plan, ProgressListener.NONE).hotCopies().get(0);
        tell("copied " + directory.getFileName() + " " + report.cut());
    }

    private HotCopyStep step(Path directory) {
        List<HotCopyStep.Member> members = pair().stream()
                .map(archive -> new HotCopyStep.Member(
                        archive.id(),
                        archive.host(),
                        archive.serves(),
                        directory,
                        directory.resolve("archive-" + archive.id()),
                        archive.size()))
                .toList();
        return new HotCopyStep(
                "nightly", "east", CrashDomain.NAME, HotCopyType.FULL, members, "for ever", Optional.empty());
    }

    /** Archives 0 and 1, or the first two others that hold every storage group between them. */
    private List<ArchiveFacts> pair() {
        List<ArchiveFacts> running = CrashDomain.running(domain);
        for (ArchiveFacts one : running) {
            for (ArchiveFacts other : running) {
                if (one.id().compareTo(other.id()) < 0 && CrashDomain.cover(one, other)) {
                    return List.of(one, other);
                }
            }
        }
        throw new IllegalStateException("no two archives cover all storage groups");
    }
}
