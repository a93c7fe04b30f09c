package io.hotcopy.verb;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitRange;
import io.hotcopy.workload.BankSettings;
import io.hotcopy.workload.BankWorkload;
import io.hotcopy.workload.TransferCount;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code workload}: a bank that transfers money in the running database, and what it says restored archives must hold.
 */
public final class WorkloadVerb {
    private final Session session;

    WorkloadVerb(Session session) {
        this.session = session;
    }

    /** Starts it, filling the table if it is not there or empty; one that was stopped goes on with what it was. */
    public WorkloadResult start(WorkloadRequest request, ProgressListener progress) {
        session.requireStarted();
        if (session.isDryRun()) {
            settings(request);
            return WorkloadResult.PLANNED;
        }
        RunningDomain domain = session.requireRunning();
        if (domain.workload().isEmpty()) {
            EmbeddedDatabase database = domain.database(request.database());
            domain.work(open(domain, database, request, progress), database);
        } else if (!request.equals(WorkloadRequest.SMALL)) {
            throw new HotCopyException(
                    "the workload of this domain is what it was started as",
                    "workload start, without options, lets it go on");
        }
        domain.workload().orElseThrow().start();
        return status();
    }

    private BankWorkload open(
            RunningDomain domain, EmbeddedDatabase database, WorkloadRequest request, ProgressListener progress) {
        Path home = domain.declared().home().orElseThrow();
        long now = session.surroundings().clock().millis();
        Path ledger = home.resolve("ledger-of-" + database.name().database() + "-" + now);
        return BankWorkload.open(database, settings(request), ledger, progress);
    }

    private static BankSettings settings(WorkloadRequest request) {
        try {
            return new BankSettings(
                    request.accounts().orElse(BankSettings.SMALL.accounts()),
                    request.payloadBytes().orElse(BankSettings.SMALL.payloadBytes()),
                    request.clients().orElse(BankSettings.SMALL.clients()),
                    BankSettings.SMALL.seed());
        } catch (IllegalArgumentException e) {
            throw new HotCopyException(e.getMessage(), e);
        }
    }

    public WorkloadResult status() {
        session.requireStarted();
        if (session.isDryRun()) {
            return WorkloadResult.PLANNED;
        }
        RunningDomain domain = session.requireRunning();
        return domain.workload()
                .map(bank -> new WorkloadResult(
                        false, Optional.of(bank.figures()), domain.bank().map(EmbeddedDatabase::statistics)))
                .orElse(WorkloadResult.NONE);
    }

    /** Stops it, and waits for its last answers. */
    public WorkloadResult stop() {
        session.requireStarted();
        if (session.isDryRun()) {
            return WorkloadResult.PLANNED;
        }
        workload().stop();
        return status();
    }

    /** Compares opened archives with the ledger up to their cut, account by account. */
    public WorkloadCheckResult check(String name) {
        if (session.isDryRun()) {
            return new WorkloadCheckResult(true, name, Optional.empty());
        }
        OpenedArchives archives = session.opened()
                .named(name)
                .orElseThrow(() -> new HotCopyException(
                        "nothing opened is called \"" + name + "\"",
                        "open DIR --as " + name + " opens restored archives"));
        BankWorkload bank = workload();
        return new WorkloadCheckResult(
                false,
                name,
                Optional.of(bank.check(
                        each -> archives.scan("accounts", new byte[0], (key, value) -> {
                            each.accept(key, value);
                            return true;
                        }),
                        archives.cut())));
    }

    /** How many transfers were acknowledged with a commit in the range. */
    public TransferCount transfersIn(CommitRange range) {
        return session.isDryRun() ? new TransferCount(0, 0) : workload().transfersIn(range);
    }

    private BankWorkload workload() {
        return session.requireRunning()
                .workload()
                .orElseThrow(() -> new HotCopyException("no workload was started here", "workload start"));
    }
}
