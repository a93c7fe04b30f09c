package io.hotcopy.verb;

import io.hotcopy.catalog.AppliedPlans;
import io.hotcopy.catalog.DomainState;
import io.hotcopy.catalog.PlanFile;
import io.hotcopy.dsl.Compilation;
import io.hotcopy.engine.Preflight;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.Basis;
import io.hotcopy.plan.PlanYaml;
import io.hotcopy.plan.Planner;
import io.hotcopy.plan.SavedPlan;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code apply}: carries out a plan that {@code plan -o} has written, exactly that one, once. It is refused when
 * anything has changed that it was decided on; nothing else matters.
 */
public final class ApplyVerb {
    private final Session session;

    ApplyVerb(Session session) {
        this.session = session;
    }

    /**
     * Applies a plan.
     *
     * @param file relative to the working directory
     * @throws HotCopyException when it is no plan, has been applied, or was decided on what is not so any more
     * @throws ProblemsException when it cannot be run
     * @throws DeclinedException when it is not agreed to
     */
    public BackupResult run(Path file, Confirmation confirmation, ProgressListener progress) {
        SavedPlan saved =
                PlanYaml.read(file.toString(), PlanFile.read(session.resolve(file)), file.getFileSystem()::getPath);
        BackupPlan plan = requireRunnable(saved.plan());
        Chosen chosen = chosen(saved);
        Domain domain = PlanRunner.domainOf(chosen);
        AppliedPlans applied =
                new AppliedPlans(new DomainState(session.surroundings().home()).of(domain.name()));
        applied.refuseApplied(saved.id());
        KnownWorld world = KnownWorld.of(session, chosen.declared());
        PlanResult preview = asDecided(file, plan, chosen, world);
        PlanRunner runner = new PlanRunner(session);
        if (plan.isSatisfied()) {
            return nothing(saved, runner, preview, applied);
        }
        if (session.isDryRun()) {
            return runner.take(preview, world, plan.decidedAt());
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        return runner.run(domain, opened -> onceMore(file, saved, chosen, applied), Optional.empty(), progress);
    }

    /** There was nothing to do when it was planned, and so it is now. */
    private BackupResult nothing(SavedPlan saved, PlanRunner runner, PlanResult plan, AppliedPlans applied) {
        if (!session.isDryRun()) {
            applied.enter(saved.id(), session.surroundings().clock().instant());
        }
        return runner.nothing(plan);
    }

    /** What was agreed to, if that is still so at the last moment; from here on the plan is applied. */
    private PlanResult onceMore(Path file, SavedPlan saved, Chosen chosen, AppliedPlans applied) {
        PlanResult unchanged = asDecided(file, saved.plan(), chosen, KnownWorld.of(session, chosen.declared()));
        applied.enter(saved.id(), session.surroundings().clock().instant());
        return unchanged;
    }

    private static BackupPlan requireRunnable(BackupPlan plan) {
        if (!plan.errors().isEmpty()) {
            throw new ProblemsException(plan.errors(), Map.of());
        }
        return plan;
    }

    /** What the plan's policies mean: those that are loaded, else those of the files that it was made of. */
    private Chosen chosen(SavedPlan saved) {
        List<String> policies =
                saved.plan().decidedOn().stream().map(Basis::policy).toList();
        Declarations loaded = session.declared();
        if (saved.declaredIn().isEmpty()
                || policies.stream().allMatch(name -> loaded.policy(name).isPresent())) {
            return new Chosen(loaded, required(policies, loaded), Map.of());
        }
        Compilation compiled = session.compiler().files(saved.declaredIn(), Declarations.NONE);
        if (compiled.hasErrors()) {
            throw new ProblemsException(compiled.problems(), compiled.sources());
        }
        return new Chosen(compiled.declarations(), required(policies, compiled.declarations()), compiled.sources());
    }

    private static List<String> required(List<String> policies, Declarations declared) {
        policies.stream()
                .filter(name -> declared.policy(name)
                        .filter(policy -> declared.database(policy.protects()).isPresent())
                        .isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new HotCopyException(
                            "the plan is of policy \"" + name + "\", which is not declared",
                            "load FILE reads declarations");
                });
        return policies;
    }

    /** The plan with what a look at the disk tells, unless something has changed that it was decided on. */
    private PlanResult asDecided(Path file, BackupPlan plan, Chosen chosen, KnownWorld world) {
        List<String> changes = Planner.changes(plan, chosen.declared(), world::facts, world::sets);
        if (!changes.isEmpty()) {
            throw new HotCopyException(
                    "plan \"" + file + "\" is not applied, since what it was decided on has changed: "
                            + String.join("; ", changes),
                    "Nothing was done; plan -o FILE makes another.");
        }
        PlanResult result =
                new PlanResult(plan, Preflight.check(session.planned().sets().onDisk(plan)), List.of(), chosen.texts());
        return PlanRunner.runnable(result);
    }
}
