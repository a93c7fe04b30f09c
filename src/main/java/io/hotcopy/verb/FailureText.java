package io.hotcopy.verb;

import io.hotcopy.dsl.Nearest;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.simulate.Failure;
import io.hotcopy.term.ArchiveId;
import java.util.List;

/** What can go wrong, as people write it: {@code sm:0}, {@code region:east}, {@code run:full}. */
public final class FailureText {
    private static final List<String> KINDS = List.of("sm", "region", "run");
    private static final String FORM =
            "a failure is sm:N, region:NAME or run:TYPE, and may say when: sm:0@'Tue 02:00'..'Tue 05:00'";

    private final BackupPolicy policy;
    private final Domain domain;
    private final Database database;

    FailureText(BackupPolicy policy, Domain domain, Database database) {
        this.policy = policy;
        this.domain = domain;
        this.database = database;
    }

    /** As it is written; {@code none} for no failure. */
    public static String of(Failure failure) {
        if (failure instanceof Failure.StorageManagerDown down) {
            return "sm:" + down.archive();
        } else if (failure instanceof Failure.RegionLost lost) {
            return "region:" + lost.region();
        } else if (failure instanceof Failure.RunFailed failed) {
            return "run:" + failed.line().word();
        }
        return "none";
    }

    /** @throws HotCopyException when it is none, or cannot happen to the policy */
    Failure read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new HotCopyException("it does not say what fails", FORM);
        }
        String name = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "sm" -> storageManager(name);
            case "region" -> region(name);
            case "run" -> run(name);
            default -> throw unknown(text.substring(0, colon));
        };
    }

    private static HotCopyException unknown(String kind) {
        List<String> hints = Nearest.hints(kind, KINDS, "", "kinds");
        return new HotCopyException("there is no kind of failure \"" + kind + "\"", hints.toArray(String[]::new));
    }

    private Failure storageManager(String name) {
        List<ArchiveId> archives =
                database.storageManagers().stream().map(StorageManager::archive).toList();
        return archives.stream()
                .filter(archive -> archive.toString().equals(name))
                .findFirst()
                .map(Failure.StorageManagerDown::new)
                .orElseThrow(() -> new HotCopyException(
                        "database " + policy.protects() + " has no archive \"" + name + "\"",
                        "archives: "
                                + String.join(
                                        ", ",
                                        archives.stream()
                                                .map(ArchiveId::toString)
                                                .toList())));
    }

    private Failure region(String name) {
        if (domain.region(name).isEmpty()) {
            List<String> regions = domain.regions().stream().map(Region::name).toList();
            throw new HotCopyException(
                    "domain " + domain.name() + " has no region \"" + name + "\"",
                    Nearest.hints(name, regions, "", "regions").toArray(String[]::new));
        }
        return new Failure.RegionLost(name);
    }

    private Failure run(String name) {
        List<RunLine> lines = policy.runs().stream()
                .filter(line -> line.schedule().isPresent())
                .toList();
        return lines.stream()
                .filter(line -> line.type().word().equals(name))
                .findFirst()
                .map(line -> new Failure.RunFailed(line.type()))
                .orElseThrow(() -> new HotCopyException(
                        "policy " + policy.name() + " has no line \"" + name + "\" with a schedule",
                        Nearest.hints(
                                        name,
                                        lines.stream()
                                                .map(line -> line.type().word())
                                                .toList(),
                                        "",
                                        "lines with a schedule")
                                .toArray(String[]::new)));
    }
}
