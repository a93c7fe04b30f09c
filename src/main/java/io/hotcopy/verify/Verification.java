package io.hotcopy.verify;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.CopyRun;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreRefusedException;
import io.hotcopy.restore.ArchiveFormat;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.SourceCheck;
import io.hotcopy.restore.SourceElement;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One verification, from shallow to deep; it goes deeper only while nothing was found. Used once, by one thread. */
final class Verification {

    private final VerifyRequest request;
    private final ArchiveFormats formats;
    private final Restorer restorer;
    private final Workers workers;
    private final ProgressListener progress;
    private final Map<Path, SetLook> looks = new LinkedHashMap<>();
    private final List<Finding> together = new ArrayList<>();

    Verification(
            VerifyRequest request,
            ArchiveFormats formats,
            Restorer restorer,
            Workers workers,
            ProgressListener progress) {
        this.request = request;
        this.formats = formats;
        this.restorer = restorer;
        this.workers = workers;
        this.progress = progress;
    }

    Verdict run() {
        try {
            return look();
        } finally {
            looks.values().forEach(SetLook::close);
        }
    }

    private Verdict look() {
        lookAtSets();
        GroupLooks groups = new GroupLooks(groupsOfSets());
        Optional<RestorePlan> plan = plan(groups);
        plan.ifPresent(possible -> addWhatSetsShow(possible, groups));
        Optional<Drill> drill = plan.flatMap(possible -> goDeeper(possible, groups));
        List<SetVerdict> sets = looks.values().stream().map(SetLook::verdict).toList();
        return new Verdict(request.depth(), sets, plan, groups.verdicts(), together, drill);
    }

    private void lookAtSets() {
        progress.on(new StageEntered("check backup sets"));
        request.sets().forEach(location -> looks.computeIfAbsent(location, SetLook::at));
        SourceCheck.present(soundSources(), (source, trouble) -> lookOf(source).add(Finding.of(trouble)));
        if (request.depth().includes(Depth.CHECKSUMS)) {
            SourceCheck.checksums(soundSources(), workers, progress, (source, trouble) -> lookOf(source)
                    .add(Finding.of(trouble)));
        }
    }

    private Optional<RestorePlan> plan(GroupLooks groups) {
        List<SetFacts> facts =
                looks.values().stream().flatMap(look -> look.facts().stream()).toList();
        try {
            RestorePlan plan = RecoveryPlanner.plan(facts, request.target());
            plan.passedOver().forEach(run -> together.add(Finding.unknown(passedOver(run))));
            return Optional.of(plan);
        } catch (RestoreRefusedException refused) {
            boolean damaged = refused.reason() == RestoreRefusedException.Reason.CONTRADICTION;
            Outcome outcome = damaged ? Outcome.DAMAGED : Outcome.UNKNOWN;
            Finding finding = new Finding(outcome, refused.getMessage(), refused.hints());
            together.add(finding);
            groups.addToAll(finding);
            return Optional.empty();
        }
    }

    private void addWhatSetsShow(RestorePlan plan, GroupLooks groups) {
        for (ArchivePlan archive : plan.archives()) {
            groups.add(archive.base(), looks.get(archive.set().location()).findings());
            archive.steps()
                    .forEach(step -> groups.add(
                            step.element(), looks.get(step.set().location()).findings()));
        }
    }

    private Optional<Drill> goDeeper(RestorePlan plan, GroupLooks groups) {
        if (!request.depth().includes(Depth.READ) || !groups.isSound()) {
            return Optional.empty();
        }
        ArchiveFormat format;
        try {
            format = formats.of(plan.kind());
        } catch (HotCopyException unknownKind) {
            together.add(Finding.of(unknownKind));
            return Optional.empty();
        }
        progress.on(new StageEntered("read backup sets"));
        new SetReader(format, workers, progress).read(sourcesOf(plan), groups);
        if (!request.depth().includes(Depth.DRILL) || !groups.isSound()) {
            return Optional.empty();
        }
        DrillRun drill = new DrillRun(format, restorer, workers, progress);
        return drill.run(plan, request.scratch().orElseThrow(), groups, together);
    }

    private List<SourceElement> sourcesOf(RestorePlan plan) {
        return plan.archives().stream()
                .flatMap(archive -> Stream.concat(
                        sourceOf(archive.set(), archive.base()),
                        archive.steps().stream().flatMap(step -> sourceOf(step.set(), step.element()))))
                .distinct()
                .toList();
    }

    private Stream<SourceElement> sourceOf(SetFacts set, ElementFacts element) {
        return looks.get(set.location()).sources().stream()
                .filter(source -> source.element().facts().equals(element));
    }

    private List<SourceElement> soundSources() {
        return looks.values().stream()
                .filter(SetLook::isSound)
                .flatMap(look -> look.sources().stream())
                .toList();
    }

    private SetLook lookOf(SourceElement source) {
        return looks.get(source.set().location());
    }

    private SortedSet<StorageGroupName> groupsOfSets() {
        SortedSet<StorageGroupName> groups = new TreeSet<>();
        for (SetLook look : looks.values()) {
            look.facts().ifPresent(set -> {
                groups.addAll(set.storageGroups());
                set.elements().forEach(element -> groups.addAll(element.covers().keySet()));
            });
        }
        return groups;
    }

    private static String passedOver(CopyRun run) {
        return "a hot copy cannot be used: " + run.id() + " with cut " + run.cut() + ", of which "
                + run.present().size() + " of " + run.members().size() + " sets are there";
    }
}
