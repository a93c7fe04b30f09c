package io.hotcopy.crash;

import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.term.ByteSize;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The process that is killed: starts the domain, transfers money from several threads and takes hot copies of all types
 * from another, for ever. Tells its parent, a line at a time on standard output, what it is about to do and what it was
 * answered.
 *
 * <p>Arguments: home, directory for backups, seed, first transfer id, bytes a second that an archive may be copied with
 * (0 for as fast as it goes).
 */
public final class CrashChild {

    private static final int CLIENTS = 4;

    private final OutputStream parent = new FileOutputStream(FileDescriptor.out);
    private final Path backups;
    private final long seed;

    private CrashChild(Path backups, long seed) {
        this.backups = backups;
        this.seed = seed;
    }

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[2]);
        EmbeddedDomain domain = CrashDomain.start(Path.of(arguments[0]), seed, Set.of());
        new CrashChild(Path.of(arguments[1]), seed)
                .live(domain, Long.parseLong(arguments[3]), Long.parseLong(arguments[4]));
    }

    private void live(EmbeddedDomain domain, long firstTransfer, long rate) {
        BankClients clients = new BankClients(domain.database(CrashDomain.NAME.database()), firstTransfer, this::tell);
        clients.createTables();
        tell("ready");
        for (int client = 0; client < CLIENTS; client++) {
            SplittableRandom choices = new SplittableRandom(seed + client);
            start("client-" + client, () -> clients.transfer(choices));
        }
        Optional<ByteSize> maxRate = rate == 0 ? Optional.empty() : Optional.of(new ByteSize(rate));
        EndlessCopies copies = new EndlessCopies(
                new CoordinatedCopies(domain, maxRate, new SplittableRandom(seed), this::tellOfPublication),
                backups,
                Long.toString(firstTransfer),
                new SplittableRandom(~seed),
                this::tell);
        start("copying", copies::takeOne);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Does it again and again; what goes wrong ends the process, which its parent takes for a failed test. */
    private static void start(String name, Work work) {
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

    /** So that the parent can kill between the sets of one hot copy. */
    private void tellOfPublication(ProgressEvent event) {
        if (event.equals(new ProgressEvent.StageEntered("publish"))) {
            tell("publishing");
        }
    }

    /** One short write to a pipe, which is done or not done, but never half. */
    private synchronized void tell(String line) {
        try {
            parent.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException noParent) {
            throw new UncheckedIOException(noParent);
        }
    }
}
