package io.hotcopy.verb;

import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.live.LiveWorkload;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitRange;
import io.hotcopy.workload.BankSettings;
import io.hotcopy.workload.BankVerdict;
import io.hotcopy.workload.TransferCount;
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
        session.requireRunning().workload().start(request.database(), given(request), progress);
        return status();
    }

    /** What was said; empty when nothing was, which lets one that was stopped go on as it is. */
    private static Optional<BankSettings> given(WorkloadRequest request) {
        return request.equals(WorkloadRequest.SMALL) ? Optional.empty() : Optional.of(settings(request));
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
        return session.requireRunning()
                .workload()
                .work()
                .map(work -> new WorkloadResult(false, Optional.of(work.figures()), Optional.of(work.statistics())))
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
        BankVerdict verdict = workload().check(archives.directories());
        return new WorkloadCheckResult(false, name, Optional.of(verdict));
    }

    /** How many transfers were acknowledged with a commit in the range. */
    public TransferCount transfersIn(CommitRange range) {
        return session.isDryRun() ? new TransferCount(0, 0) : workload().transfersIn(range);
    }

    private LiveWorkload workload() {
        return session.requireRunning().workload();
    }
}
