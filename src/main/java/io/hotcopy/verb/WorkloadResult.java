package io.hotcopy.verb;

import io.hotcopy.embedded.DatabaseStatistics;
import io.hotcopy.workload.BankFigures;
import java.util.Optional;

/**
 * What the workload has done so far.
 *
 * @param planned whether this is a dry run
 * @param figures of the bank; empty when there is none
 * @param statistics of the database it works on; empty when there is none
 */
public record WorkloadResult(boolean planned, Optional<BankFigures> figures, Optional<DatabaseStatistics> statistics)
        implements VerbResult {

    static final WorkloadResult NONE = new WorkloadResult(false, Optional.empty(), Optional.empty());

    static final WorkloadResult PLANNED = new WorkloadResult(true, Optional.empty(), Optional.empty());
}
