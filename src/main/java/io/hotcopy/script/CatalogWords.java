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
    public CatalogListResult list() {
        return say.shown(say.verbs().catalog().list());
    }

    /** {@code catalog.describe 'acme/test'} or {@code catalog.describe 'latest'}. */
    public VerbResult describe(Object what) {
        return say.shown(say.verbs().catalog().describe(what.toString()));
    }

    /** {@code catalog.missing()}; the answer is in the result, and ends nothing. */
    public CatalogMissingResult missing() {
        return say.shown(say.verbs().catalog().missing());
    }

    /** {@code catalog.rebuild 'backups'}. */
    public CatalogRebuildResult rebuild(Object... directories) {
        List<Path> below = say.paths(directories);
        if (below.isEmpty()) {
            throw new HotCopyException("catalog.rebuild takes the directories below which sets lie");
        }
        return say.shown(say.verbs().catalog().rebuild(below));
    }
}
