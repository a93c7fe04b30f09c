package io.hotcopy.live;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitRange;
import io.hotcopy.workload.BankSettings;
import io.hotcopy.workload.BankVerdict;
import io.hotcopy.workload.BankWorkload;
import io.hotcopy.workload.TransferCount;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bank that works on a domain of this process. */
final class LocalWorkload implements LiveWorkload, AutoCloseable {
    private final LocalDomain domain;
    private BankWorkload bank;
    private EmbeddedDatabase database;

    LocalWorkload(LocalDomain domain) {
        this.domain = domain;
    }

    @Override
    public synchronized void start(Optional<String> name, Optional<BankSettings> settings, ProgressListener progress) {
        if (bank == null) {
            String chosen = domain.database(name).name().database();
            database = domain.embedded().database(chosen);
            bank = BankWorkload.open(database, settings.orElse(BankSettings.SMALL), ledger(chosen), progress);
        } else if (settings.isPresent()) {
            throw new HotCopyException(
                    "the workload of this domain is what it was started as",
                    "workload start, without options, lets it go on");
        }
        bank.start();
    }

    @Override
    public synchronized Optional<Work> work() {
        return Optional.ofNullable(bank).map(working -> new Work(working.figures(), database.statistics()));
    }

    @Override
    public void stop() {
        started().stop();
    }

    @Override
    public TransferCount transfersIn(CommitRange range) {
        return started().transfersIn(range);
    }

    @Override
    public BankVerdict check(List<Path> archives) {
        try (OpenedArchives opened = OpenedArchives.open(archives)) {
            return started()
                    .check(
                            each -> opened.scan("accounts", new byte[0], (key, value) -> {
                                each.accept(key, value);
                                return true;
                            }),
                            opened.cut());
        }
    }

    private Path ledger(String name) {
        Path home = domain.declared().home().orElseThrow();
        return home.resolve("ledger-of-" + name + "-" + domain.book().clock().millis());
    }

    private synchronized BankWorkload started() {
        return Optional.ofNullable(bank)
                .orElseThrow(() -> new HotCopyException("no workload was started here", "workload start"));
    }

    @Override
    public synchronized void close() {
        if (bank != null) {
            bank.close();
        }
    }
}
