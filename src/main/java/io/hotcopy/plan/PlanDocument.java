package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@link PlanYaml} writes of a plan: plain values, where an empty text stands for nothing. */
record PlanDocument(
        String decidedAt,
        List<String> declaredIn,
        long maxRate,
        long minRate,
        List<Step> steps,
        List<BasisDocument> decidedOn,
        List<Finding> problems,
        List<NotTaken> leftOut,
        List<Failing> refused,
        List<Barred> barred) {

    static PlanDocument of(BackupPlan plan, List<Path> declaredIn) {
        return new PlanDocument(
                plan.decidedAt().toString(),
                declaredIn.stream().map(Path::toString).toList(),
                plan.pace().maxRate().map(ByteSize::bytes).orElse(0L),
                plan.pace().minRate().bytes(),
                plan.steps().stream().map(Step::of).toList(),
                plan.decidedOn().stream().map(BasisDocument::of).toList(),
                plan.problems().stream().map(Finding::of).toList(),
                plan.leftOut().stream().map(NotTaken::of).toList(),
                plan.refused().stream().map(Failing::of).toList(),
                plan.barred().stream().map(Barred::of).toList());
    }

    BackupPlan meaning(Function<String, Path> paths) {
        return new BackupPlan(
                Instant.parse(decidedAt),
                steps.stream().<PlanStep>map(step -> step.meaning(paths)).toList(),
                new Pace(maxRate == 0 ? Optional.empty() : Optional.of(new ByteSize(maxRate)), new ByteSize(minRate)),
                decidedOn.stream().map(BasisDocument::meaning).toList(),
                problems.stream().map(Finding::meaning).toList(),
                leftOut.stream().map(NotTaken::meaning).toList(),
                refused.stream().map(Failing::meaning).toList(),
                barred.stream().map(Barred::meaning).toList());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E meaning(Class<E> words, String word) {
        return Enum.valueOf(words, word.toUpperCase(Locale.ROOT));
    }

    static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    static <T> Optional<T> meaning(String text, Function<String, T> form) {
        return text.isEmpty() ? Optional.empty() : Optional.of(form.apply(text));
    }

    static List<String> texts(Collection<StorageGroupName> groups) {
        return groups.stream().map(StorageGroupName::value).toList();
    }

    static SortedSet<StorageGroupName> groups(List<String> names) {
        return names.stream().map(StorageGroupName::new).collect(Collectors.toCollection(TreeSet::new));
    }

    record Step(
            String policy,
            String backupGroup,
            String domain,
            String database,
            String type,
            String because,
            String estimatedTime,
            List<Served> serves,
            List<Copy> members) {

        static Step of(PlanStep step) {
            HotCopyStep copy = (HotCopyStep) step;
            return new Step(
                    copy.policy(),
                    copy.backupGroup(),
                    copy.database().domain(),
                    copy.database().database(),
                    copy.type().word(),
                    copy.because(),
                    text(copy.estimatedTime()),
                    copy.serves().stream().map(Served::of).toList(),
                    copy.members().stream().map(Copy::of).toList());
        }

        HotCopyStep meaning(Function<String, Path> paths) {
            return new HotCopyStep(
                    policy,
                    backupGroup,
                    new DatabaseName(domain, database),
                    PlanDocument.meaning(HotCopyType.class, type),
                    members.stream().map(copy -> copy.meaning(paths)).toList(),
                    because,
                    PlanDocument.meaning(estimatedTime, Duration::parse),
                    serves.stream().map(Served::meaning).toList());
        }
    }

    record Served(String line, String occurrence) {

        static Served of(LineRun run) {
            return new Served(run.line().word(), text(run.occurrence()));
        }

        LineRun meaning() {
            return new LineRun(
                    PlanDocument.meaning(HotCopyType.class, line), PlanDocument.meaning(occurrence, Instant::parse));
        }
    }

    record Copy(
            int archive,
            String host,
            List<String> storageGroups,
            String root,
            String directory,
            String set,
            long estimatedBytes) {

        static Copy of(HotCopyStep.Member member) {
            return new Copy(
                    member.archive().value(),
                    member.host(),
                    texts(member.storageGroups()),
                    member.root().toString(),
                    member.directory().toString(),
                    text(member.set()),
                    member.estimatedBytes().bytes());
        }

        HotCopyStep.Member meaning(Function<String, Path> paths) {
            return new HotCopyStep.Member(
                    new ArchiveId(archive),
                    host,
                    groups(storageGroups),
                    paths.apply(root),
                    paths.apply(directory),
                    PlanDocument.meaning(set, SetId::of),
                    new ByteSize(estimatedBytes));
        }
    }

    record NotTaken(
            String policy,
            String backupGroup,
            String domain,
            String database,
            String type,
            List<Served> runs,
            String instead,
            String because,
            boolean done) {

        static NotTaken of(LeftOut left) {
            return new NotTaken(
                    left.policy(),
                    left.backupGroup(),
                    left.database().domain(),
                    left.database().database(),
                    left.type().word(),
                    left.runs().stream().map(Served::of).toList(),
                    text(left.instead()),
                    left.because(),
                    left.done());
        }

        LeftOut meaning() {
            return new LeftOut(
                    policy,
                    backupGroup,
                    new DatabaseName(domain, database),
                    PlanDocument.meaning(HotCopyType.class, type),
                    runs.stream().map(Served::meaning).toList(),
                    PlanDocument.meaning(instead, Function.identity()),
                    because,
                    done);
        }
    }

    record Failing(
            String policy, String backupGroup, String domain, String database, List<Served> runs, String because) {

        static Failing of(RefusedRuns refused) {
            return new Failing(
                    refused.policy(),
                    refused.backupGroup(),
                    refused.database().domain(),
                    refused.database().database(),
                    refused.runs().stream().map(Served::of).toList(),
                    refused.because());
        }

        RefusedRuns meaning() {
            return new RefusedRuns(
                    policy,
                    backupGroup,
                    new DatabaseName(domain, database),
                    runs.stream().map(Served::meaning).toList(),
                    because);
        }
    }

    record Barred(String policy, String backupGroup, List<Finding> errors) {

        static Barred of(BarredGroup group) {
            return new Barred(
                    group.policy(),
                    group.backupGroup(),
                    group.errors().stream().map(Finding::of).toList());
        }

        BarredGroup meaning() {
            return new BarredGroup(
                    policy, backupGroup, errors.stream().map(Finding::meaning).toList());
        }
    }

    /** @param place file, line, column, end line and end column; none when it has no place */
    record Finding(String severity, String message, List<String> hints, List<Place> place) {

        static Finding of(Problem problem) {
            return new Finding(
                    word(problem.severity()),
                    problem.message(),
                    problem.hints(),
                    problem.span().stream().map(Place::of).toList());
        }

        Problem meaning() {
            return new Problem(
                    PlanDocument.meaning(Problem.Severity.class, severity),
                    message,
                    hints,
                    place.stream().findFirst().map(Place::meaning));
        }
    }

    record Place(String file, int line, int column, int endLine, int endColumn) {

        static Place of(SourceSpan span) {
            return new Place(span.file(), span.line(), span.column(), span.endLine(), span.endColumn());
        }

        SourceSpan meaning() {
            return new SourceSpan(file, line, column, endLine, endColumn);
        }
    }
}
