package io.hotcopy.dsl;

import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnFailure;
import io.hotcopy.model.OnMissed;
import io.hotcopy.model.Reactions;
import java.util.ArrayList;
import java.util.List;

/** The words that declare what a policy does when things go another way; those that say the default are left out. */
final class ReactionModelWords {
    private final List<Word> words = new ArrayList<>();

    private ReactionModelWords() {}

    static List<Word> of(Reactions reactions) {
        ReactionModelWords all = new ReactionModelWords();
        Reactions usual = Reactions.DEFAULT;
        if (reactions.onNoBaseSet() != usual.onNoBaseSet()) {
            all.add("onNoBaseSet", Written.bare(reactions.onNoBaseSet().word()));
        }
        if (reactions.onJournalSuspended() != usual.onJournalSuspended()) {
            all.add(
                    "onJournalSuspended",
                    Written.bare(reactions.onJournalSuspended().word()));
        }
        all.archiveDown(reactions.onArchiveDown());
        if (reactions.onOverlap() != usual.onOverlap()) {
            all.add("onOverlap", Written.bare(reactions.onOverlap().word()));
        }
        all.failure(reactions.onFailure());
        all.missed(reactions.onMissed());
        return all.words;
    }

    private void add(String name, Value action) {
        words.add(Written.word(name).placed(action).done());
    }

    private void archiveDown(OnArchiveDown reaction) {
        if (reaction instanceof OnArchiveDown.Instead instead) {
            add("onArchiveDown", Written.text(instead.backupGroup()));
        } else if (reaction instanceof OnArchiveDown.Skip) {
            add("onArchiveDown", Written.bare("skip"));
        }
    }

    private void failure(OnFailure reaction) {
        if (reaction instanceof OnFailure.Retry retry) {
            words.add(Written.word("onFailure")
                    .placed(Written.bare("retry"))
                    .named("times", Written.number(retry.times()))
                    .named("after", Written.duration(retry.after()))
                    .done());
        }
    }

    private void missed(OnMissed reaction) {
        if (reaction instanceof OnMissed.Skip skip) {
            words.add(Written.word("onMissed")
                    .placed(Written.bare("skip"))
                    .named("after", Written.duration(skip.after()))
                    .done());
        }
    }
}
