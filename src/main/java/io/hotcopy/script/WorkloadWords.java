package io.hotcopy.script;

import io.hotcopy.term.CommitRange;
import io.hotcopy.verb.WorkloadCheckResult;
import io.hotcopy.verb.WorkloadRequest;
import io.hotcopy.verb.WorkloadResult;
import io.hotcopy.workload.TransferCount;
import java.util.Map;

/** What scripts say of the workload. */
public final class WorkloadWords {
    private final ScriptVerbs say;

    WorkloadWords(ScriptVerbs say) {
        this.say = say;
    }

    public WorkloadResult start() {
        return start(Map.of());
    }

    /** {@code workload.start accounts: 100_000, payload: 1024, clients: 4}. */
    @Says(
            value = "lets bank clients transfer money",
            named = {"database", "accounts", "payload", "clients"})
    public WorkloadResult start(Map<String, Object> named) {
        NamedArguments arguments =
                new NamedArguments("workload.start", named, "database", "accounts", "payload", "clients");
        WorkloadRequest request = new WorkloadRequest(
                arguments.text("database"),
                arguments.count("accounts"),
                arguments.count("payload"),
                arguments.count("clients"));
        return say.watched(progress -> say.verbs().workload().start(request, progress));
    }

    @Says("says what the workload has done so far")
    public WorkloadResult status() {
        return say.shown(say.verbs().workload().status());
    }

    @Says("stops it and waits for its last answers")
    public WorkloadResult stop() {
        return say.shown(say.verbs().workload().stop());
    }

    /** Compares what was opened under this name with the ledger; the answer is in the result, and ends nothing. */
    @Says("compares opened archives with the ledger of what was answered")
    public WorkloadCheckResult check(String name) {
        return say.shown(say.verbs().workload().check(name));
    }

    /** How many transfers were acknowledged with a commit in the range; shows nothing. */
    @Says("counts the transfers that were acknowledged in a range of commits")
    public TransferCount transfersIn(CommitRange range) {
        return say.verbs().workload().transfersIn(range);
    }
}
