package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.FailureAction;
import io.hotcopy.dsl.words.MissedAction;
import io.hotcopy.dsl.words.ReactionWords;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnFailure;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnMissed;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.model.OnOverlap;
import io.hotcopy.model.Reactions;
import io.hotcopy.problem.SourceSpan;
import java.time.Duration;
import java.util.Optional;

/** Builds what a policy does when things go another way. */
final class ReactionsBuilder implements ReactionWords {

    private final Draft draft;
    private final String path;
    private OnNoBaseSet onNoBaseSet = Reactions.DEFAULT.onNoBaseSet();
    private OnJournalSuspended onJournalSuspended = Reactions.DEFAULT.onJournalSuspended();
    private OnArchiveDown onArchiveDown = Reactions.DEFAULT.onArchiveDown();
    private OnOverlap onOverlap = Reactions.DEFAULT.onOverlap();
    private OnFailure onFailure = Reactions.DEFAULT.onFailure();
    private OnMissed onMissed = Reactions.DEFAULT.onMissed();
    private Duration outage = BackupPolicy.DEFAULT_OUTAGE;

    /** @param path of the policy */
    ReactionsBuilder(Draft draft, String path) {
        this.draft = draft;
        this.path = path;
    }

    Reactions build() {
        return new Reactions(onNoBaseSet, onJournalSuspended, onArchiveDown, onOverlap, onFailure, onMissed);
    }

    Duration outage() {
        return outage;
    }

    @Override
    public void onNoBaseSet(SourceSpan place, At<OnNoBaseSet> action) {
        draft.place(path + "/onNoBaseSet", place);
        onNoBaseSet = action.value();
    }

    @Override
    public void onJournalSuspended(SourceSpan place, At<OnJournalSuspended> action) {
        draft.place(path + "/onJournalSuspended", action.span());
        onJournalSuspended = action.value();
    }

    @Override
    public void onArchiveDown(SourceSpan place, At<OnArchiveDown> action) {
        draft.place(path + "/onArchiveDown", action.span());
        onArchiveDown = action.value();
    }

    @Override
    public void onOverlap(SourceSpan place, At<OnOverlap> action) {
        draft.place(path + "/onOverlap", place);
        onOverlap = action.value();
    }

    @Override
    public void onFailure(
            SourceSpan place, At<FailureAction> action, Optional<At<Integer>> times, Optional<At<Duration>> after) {
        draft.place(path + "/onFailure", place);
        if (action.value() == FailureAction.RETRY) {
            onFailure = new OnFailure.Retry(
                    times.map(At::value).orElse(Reactions.DEFAULT_RETRIES),
                    after.map(At::value).orElse(Reactions.DEFAULT_RETRY_AFTER));
            return;
        }
        onFailure = new OnFailure.Fail();
        times.ifPresent(given -> belongsTo(given.span(), "times", "onFailure retry"));
        after.ifPresent(given -> belongsTo(given.span(), "after", "onFailure retry"));
    }

    @Override
    public void onMissed(SourceSpan place, At<MissedAction> action, Optional<At<Duration>> after) {
        draft.place(path + "/onMissed", place);
        if (action.value() == MissedAction.SKIP) {
            onMissed = new OnMissed.Skip(after.filter(given ->
                            draft.isPositive(given, "`after:` of `onMissed`", "onMissed skip, after: 15.minutes"))
                    .map(At::value)
                    .orElse(Reactions.DEFAULT_MISSED_AFTER));
            return;
        }
        onMissed = new OnMissed.Run();
        after.ifPresent(given -> belongsTo(given.span(), "after", "onMissed skip"));
    }

    private void belongsTo(SourceSpan span, String argument, String words) {
        draft.findings()
                .error(
                        span,
                        "`" + argument + ":` belongs to `" + words + "`",
                        "write `" + words + "`, or leave it out");
    }

    @Override
    public void outage(SourceSpan place, At<Duration> length) {
        draft.place(path + "/outage", length.span());
        if (draft.isPositive(length, "`outage`", "outage 24.hours")) {
            outage = length.value();
        }
    }
}
