package io.hotcopy.simulate;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.model.Declarations;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random small database and the policies that protect it, as a text that can be read and tried: regions, storage
 * groups, backup groups, schedules, reactions, and copies that take from a second to longer than their intervals.
 */
final class RandomSchedule {
    private static final List<String> REGIONS = List.of("east", "west", "third");
    private static final List<String> BEGINS =
            List.of("2026-03-27T10:00:00Z", "2026-06-02T00:00:00Z", "2026-10-23T21:30:00Z");

    /** Seeds that follow each other would begin alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;
    private final int regions;
    private final int storageGroups;
    private final List<String> managers = new ArrayList<>();
    private final Instant from;
    private final int hours;
    private final String text;

    RandomSchedule(long seed) {
        random = new Random(seed * SPREAD);
        regions = 1 + random.nextInt(3);
        storageGroups = random.nextInt(3);
        from = Instant.parse(BEGINS.get(random.nextInt(BEGINS.size())));
        hours = 48 + random.nextInt(8 * 24 + 1);
        text = domain() + policy("one") + (random.nextInt(5) == 0 ? policy("other") : "");
    }

    /** The first instant at which everything may be lost. */
    Instant from() {
        return from;
    }

    Instant through() {
        return from.plusSeconds(3600L * hours);
    }

    String text() {
        return text;
    }

    Declarations declared() {
        Compilation compiled = new PolicyCompiler(file -> text).compile(List.of(Path.of("random.groovy")));
        if (compiled.hasErrors()) {
            throw new IllegalArgumentException(compiled.problems() + "\n" + text);
        }
        return compiled.declarations();
    }

    private String domain() {
        int count = 1 + random.nextInt(4);
        for (int archive = 0; archive < count; archive++) {
            String region = REGIONS.get(archive % regions);
            managers.add("storageManager archive: " + archive + ", host: '" + region + "1', journalHotCopy: true"
                    + serves(archive == 0 || random.nextInt(3) > 0));
        }
        return "domain('d') {\n"
                + IntStream.range(0, regions)
                        .mapToObj(region ->
                                "region '" + REGIONS.get(region) + "', hosts: ['" + REGIONS.get(region) + "1']\n")
                        .collect(Collectors.joining())
                + "database('b') {\n" + groupNames()
                + "transactionEngines hosts: [" + engines() + "]\n"
                + String.join("\n", managers)
                + "\nexpect size: " + megabytes(4.4) + ", changesPerDay: " + megabytes(4) + ", journalPerDay: "
                + megabytes(4.3) + "\ncopyRate 1.MB\n}\n}\n";
    }

    private String engines() {
        int one = random.nextInt(regions);
        return IntStream.range(0, regions)
                .filter(region -> region == one || random.nextBoolean())
                .mapToObj(region -> "'" + REGIONS.get(region) + "1'")
                .collect(Collectors.joining(", "));
    }

    private String groupNames() {
        return storageGroups == 0 ? "" : "storageGroups " + (storageGroups == 1 ? "'SG1'" : "'SG1', 'SG2'") + "\n";
    }

    private String serves(boolean all) {
        if (storageGroups == 0) {
            return "";
        }
        String one = "['SG" + (1 + random.nextInt(storageGroups)) + "']";
        return ", serves: " + (all ? (storageGroups == 1 ? "['SG1']" : "['SG1', 'SG2']") : one);
    }

    /** From 1 MB on: as many seconds. */
    private String megabytes(double mostDigits) {
        return (long) Math.pow(10, random.nextDouble() * mostDigits) + ".MB";
    }

    private String policy(String name) {
        int groups = Math.min(managers.size(), 1 + random.nextInt(3));
        String incremental = incremental();
        String journal = journal();
        return "policy('" + name + "') {\nprotects 'd/b'\n"
                + "timeZone '" + (random.nextBoolean() ? "UTC" : "Europe/Berlin") + "'\n"
                + backupGroups(name, groups)
                + full() + incremental + journal
                + "outage " + (1 + random.nextInt(random.nextBoolean() ? 4 : 40)) + ".hours\n"
                + reactions(name, groups, !incremental.isEmpty(), !journal.isEmpty())
                + "directory '{policy}/{group}/{date}T{time}-{archive}'\n}\n";
    }

    private String backupGroups(String policy, int groups) {
        List<Integer> archives =
                new ArrayList<>(IntStream.range(0, managers.size()).boxed().toList());
        Collections.shuffle(archives, random);
        StringBuilder words = new StringBuilder();
        for (int group = 0; group < groups; group++) {
            boolean last = group == groups - 1;
            int most = archives.size() - (groups - group - 1);
            int count = last && random.nextBoolean() ? most : 1 + random.nextInt(Math.min(2, most));
            List<Integer> own = archives.subList(0, count);
            words.append("backupGroup '").append(policy).append(group).append("', archives: ");
            words.append(own.stream().sorted().toList());
            words.append(random.nextInt(3) == 0 ? ", shared: true\n" : "\n");
            own.clear();
        }
        return words.toString();
    }

    /** So that a playback has a hundred runs or so. */
    private String every(int atLeastMinutes, int mostMinutes) {
        int least = Math.max(atLeastMinutes, hours * 60 / 30);
        int minutes = least + random.nextInt(Math.max(1, mostMinutes - least));
        return "every: " + (random.nextBoolean() ? minutes : (minutes + 14) / 15 * 15) + ".minutes";
    }

    private String full() {
        return switch (random.nextInt(5)) {
            case 0 -> "full at: '0" + random.nextInt(4) + ":30'\n";
            case 1 -> "full at: 'Sun 02:15'\n";
            case 2 -> "full cron: '15 " + random.nextInt(24) + " * * *'\n";
            case 3 -> "full " + every(12 * 60, 40 * 60) + "\n";
            default -> "full " + every(6 * 60, 30 * 60) + "\n";
        };
    }

    private String incremental() {
        return random.nextInt(5) == 0 ? "" : "incremental " + every(60, 8 * 60) + inTurn() + "\n";
    }

    private String journal() {
        return random.nextInt(4) == 0 ? "" : "journal " + every(20, 3 * 60) + inTurn() + "\n";
    }

    private String inTurn() {
        return random.nextInt(3) == 0 ? ", interleaved: true" : "";
    }

    private String reactions(String policy, int groups, boolean hasIncremental, boolean hasJournal) {
        String heals = hasIncremental ? "incremental" : "full";
        boolean alike = managers.stream().noneMatch(manager -> manager.contains("serves")) || storageGroups == 1;
        String instead = groups > 1 && alike ? "'" + policy + random.nextInt(groups) + "'" : "skip";
        return (hasIncremental || hasJournal ? one("onNoBaseSet", "full", "full", "fail") : "")
                + (hasJournal ? one("onJournalSuspended", heals, heals, "full", "fail") : "")
                + one("onArchiveDown", "fail", "skip", instead)
                + one("onOverlap", "wait", "wait", "skip", "fail")
                + one("onFailure", "fail", "fail", "retry, times: " + (1 + random.nextInt(3)) + ", after: " + minutes())
                + one("onMissed", "run", "run", "skip, after: " + minutes());
    }

    private String minutes() {
        return (1 + random.nextInt(60)) + ".minutes";
    }

    private String one(String word, String... values) {
        return word + " " + values[random.nextInt(values.length)] + "\n";
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "from %s, %d hours:%n%s", from, hours, text);
    }
}
