package io.hotcopy.script;

import io.hotcopy.verb.RegionResult;

/** What scripts say of regions. */
public final class RegionWords {
    private final ScriptVerbs say;

    RegionWords(ScriptVerbs say) {
        this.say = say;
    }

    /** {@code region.cut 'west'}. */
    @Says("cuts a region off from all others")
    public RegionResult.Cut cut(String region) {
        return say.shown(say.verbs().region().cut(region, preview -> true));
    }

    /** {@code region.heal()}. */
    @Says("lets all hosts reach each other again")
    public RegionResult.Healed heal() {
        return say.watched(progress -> say.verbs().region().heal(progress));
    }
}
