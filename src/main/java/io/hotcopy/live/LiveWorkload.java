package io.hotcopy.live;

import io.hotcopy.embedded.DatabaseStatistics;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitRange;
import io.hotcopy.workload.BankFigures;
import io.hotcopy.workload.BankSettings;
import io.hotcopy.workload.BankVerdict;
import io.hotcopy.workload.TransferCount;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bank that works on a {@link LiveDomain}, one at most. Safe for several threads. */
public interface LiveWorkload {

    /**
     * Starts it, filling the table if it is not there or empty; one that was stopped goes on with what it was.
     *
     * @param database which one to work on, if it is not there yet; empty for the only one
     * @param settings empty for what it was, or a small one
     * @throws io.hotcopy.problem.HotCopyException when settings are given and there is one already
     */
    void start(Optional<String> database, Optional<BankSettings> settings, ProgressListener progress);

    /** What it has done so far; empty when there is none. */
    Optional<Work> work();

    /** Stops it, and waits for its last answers. */
    void stop();

    /** How many transfers were acknowledged with a commit in the range. */
    TransferCount transfersIn(CommitRange range);

    /**
     * Compares restored archives with the ledger up to their cut, account by account.
     *
     * @param archives their directories
     */
    BankVerdict check(List<Path> archives);

    /**
     * What it has done.
     *
     * @param figures of the bank
     * @param statistics of the database that it works on
     */
    record Work(BankFigures figures, DatabaseStatistics statistics) {}
}
