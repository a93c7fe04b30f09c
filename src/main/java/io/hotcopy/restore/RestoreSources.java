package io.hotcopy.restore;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.CoverStep;
import io.hotcopy.recovery.RestorePlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every element that a plan reads, each once however many archives need it: opened, and what was planned with. */
final class RestoreSources {

    private final Map<Path, BackupSet> sets = new LinkedHashMap<>();
    private final Map<Path, SourceElement> elements = new LinkedHashMap<>();

    private RestoreSources() {}

    /**
     * Opens the base and the steps of every archive.
     *
     * @throws HotCopyException when one is damaged, too new, or not the same any more
     */
    static RestoreSources open(RestorePlan plan) {
        RestoreSources sources = new RestoreSources();
        for (ArchivePlan archive : plan.archives()) {
            sources.open(archive.set(), archive.base());
            archive.steps().forEach(step -> sources.open(step.set(), step.element()));
        }
        return sources;
    }

    /** Where the sets lie that a plan reads. */
    static Set<Path> sets(RestorePlan plan) {
        Set<Path> sets = new LinkedHashSet<>();
        for (ArchivePlan archive : plan.archives()) {
            sets.add(archive.set().location());
            archive.steps().forEach(step -> sets.add(step.set().location()));
        }
        return sets;
    }

    private void open(SetFacts planned, ElementFacts element) {
        Path location = planned.location();
        BackupSet set = sets.computeIfAbsent(location, BackupSet::open);
        SourceElement found = set.elements().stream()
                .filter(candidate -> candidate.facts().equals(element))
                .findFirst()
                .map(candidate -> SourceElement.of(set.facts(), candidate))
                .orElseThrow(() -> new HotCopyException(
                        "backup set \"" + location + "\" has changed since the restore was planned",
                        "Plan the restore again."));
        elements.putIfAbsent(key(planned, element), found);
    }

    private static Path key(SetFacts set, ElementFacts element) {
        return set.location().resolve(element.directory());
    }

    /** All of them, each once. */
    List<SourceElement> all() {
        return List.copyOf(elements.values());
    }

    /** What an archive is laid from. */
    SourceElement base(ArchivePlan archive) {
        return elements.get(key(archive.set(), archive.base()));
    }

    /** What is brought in over an archive's base, where it lies. */
    List<SourceStep> steps(ArchivePlan archive) {
        return archive.steps().stream().map(this::step).toList();
    }

    private SourceStep step(CoverStep step) {
        SourceElement source = elements.get(key(step.set(), step.element()));
        return new SourceStep(source.element().data(), step.element(), step.takes());
    }
}
