package io.hotcopy.script;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.verb.CatalogListResult;
import io.hotcopy.verb.CatalogMissingResult;
import io.hotcopy.verb.CatalogRebuildResult;
import io.hotcopy.verb.VerbResult;
import java.nio.file.Path;
import java.util.List;

/** What scripts say of the catalog. */
public final class CatalogWords {
    private final ScriptVerbs say;

    CatalogWords(ScriptVerbs say) {
        this.say = say;
    }

    /** {@code catalog.list()}: everything that exists. */
    @Says("lists every backup set that is known")
    public CatalogListResult list() {
        return say.shown(say.verbs().catalog().list());
    }

    /** {@code catalog.describe 'acme/test'} or {@code catalog.describe 'latest'}. */
    @Says("says what can be restored")
    public VerbResult describe(Object what) {
        return say.shown(say.verbs().catalog().describe(what.toString()));
    }

    /** {@code catalog.missing()}; the answer is in the result, and ends nothing. */
    @Says("says what is gone, damaged, or older than the rpo allows")
    public CatalogMissingResult missing() {
        return say.shown(say.verbs().catalog().missing());
    }

    /** {@code catalog.rebuild 'backups'}. */
    @Says("enters the sets below directories into the index again")
    public CatalogRebuildResult rebuild(Object... directories) {
        List<Path> below = say.paths(directories);
        if (below.isEmpty()) {
            throw new HotCopyException("catalog.rebuild takes the directories below which sets lie");
        }
        return say.shown(say.verbs().catalog().rebuild(below));
    }
}
