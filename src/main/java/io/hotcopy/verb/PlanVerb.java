package io.hotcopy.verb;

import io.hotcopy.catalog.PlanFile;
import io.hotcopy.plan.PlanYaml;
import io.hotcopy.problem.SourceSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code plan}: says what a backup would do now and why, and looks whether it can; changes nothing. */
public final class PlanVerb {
    private final Session session;

    PlanVerb(Session session) {
        this.session = session;
    }

    public PlanResult run(BackupRequest request) {
        return plan(request, new Choice(session).of(request.what()));
    }

    /**
     * Every run that is to begin in the days to come.
     *
     * @param days how many, at least one
     * @throws io.hotcopy.problem.HotCopyException when there is no such policy, or the number of days makes no sense
     */
    public HorizonResult horizon(BackupRequest request, int days) {
        DayCount.checkPlan(days);
        Chosen chosen = new Choice(session).of(request.what());
        return new HorizonResult(new Planning(session, chosen, request)
                .horizon(session.surroundings().clock().instant(), Duration.ofDays(days)));
    }

    /**
     * The same as text, for {@code apply}.
     *
     * @param file where it is written too, relative to the working directory; empty for nowhere
     * @throws io.hotcopy.problem.HotCopyException when the file is there and is no plan, or cannot be written
     */
    public PlanTextResult text(BackupRequest request, Optional<Path> file) {
        Chosen chosen = new Choice(session).of(request.what());
        PlanResult plan = plan(request, chosen);
        String text = PlanYaml.write(plan.plan(), declaredIn(chosen));
        Optional<Path> written =
                file.filter(path -> !plan.hasErrors() && !session.isDryRun()).map(session::resolve);
        written.ifPresent(path -> PlanFile.write(path, text));
        return new PlanTextResult(plan, text, written);
    }

    private PlanResult plan(BackupRequest request, Chosen chosen) {
        return new Planning(session, chosen, request)
                .plan(session.surroundings().clock().instant());
    }

    /** The files that say what the policies are; none when any of it was not read from a file. */
    private List<Path> declaredIn(Chosen chosen) {
        List<String> names = chosen.declared().spans().values().stream()
                .map(SourceSpan::file)
                .distinct()
                .sorted()
                .toList();
        return names.stream().allMatch(session.compiler()::isFile)
                ? names.stream()
                        .map(name -> session.resolve(session.surroundings()
                                .workingDirectory()
                                .getFileSystem()
                                .getPath(name)))
                        .toList()
                : List.of();
    }
}
