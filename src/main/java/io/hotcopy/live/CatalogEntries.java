package io.hotcopy.live;

import io.hotcopy.catalog.CatalogIndex;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.HotCopyType;
import java.util.List;

/**
 * Enters into the catalog index what a plan's run leaves behind, however it ends. A backup does not fail because the
 * index cannot be written: the sets are there, and {@code catalog rebuild} finds them.
 */
final class CatalogEntries {
    private final RunBook book;
    private final CatalogIndex index;
    private final List<HotCopyStep> steps;

    CatalogEntries(RunBook book, BackupPlan plan) {
        this.book = book;
        this.index = book.index();
        this.steps = plan.steps().stream()
                .map(HotCopyStep.class::cast)
                .filter(step -> step.type() != HotCopyType.SIMPLE)
                .toList();
    }

    /** Where the sets go is entered before anything is there, so that it is found also after this process is lost. */
    void begun() {
        telling(this::enterRoots);
    }

    /** What is there now. */
    void ended() {
        telling(this::enterSets);
    }

    /** What is appended goes into sets that are known already. */
    private void enterRoots() {
        steps.stream().filter(step -> step.type() == HotCopyType.FULL).forEach(step -> step.members().stream()
                .map(HotCopyStep.Member::root)
                .distinct()
                .forEach(root -> index.enterRoot(step.database(), root)));
    }

    private void enterSets() {
        steps.stream()
                .flatMap(step -> step.members().stream())
                .flatMap(member -> CatalogSet.at(member.directory()).stream())
                .flatMap(set -> set.facts().stream())
                .forEach(index::enter);
    }

    /** Also for a caller that was interrupted and whose backup completed: an interrupt would close the files. */
    private void telling(Runnable entering) {
        boolean interrupted = Thread.interrupted();
        try {
            entering.run();
        } catch (HotCopyException trouble) {
            book.events()
                    .accept("the catalog index was not kept: " + trouble.getMessage()
                            + "; catalog rebuild DIR enters what lies below a directory");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
