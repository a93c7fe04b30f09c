package io.hotcopy.simulate.reality;

import java.util.List;
import java.util.SplittableRandom;

/** Writes a policy at random. */
final class RandomPolicyText {

    private final SplittableRandom random;
    private final List<List<Integer>> together;
    private final StringBuilder text = new StringBuilder("policy('p') {\n    protects 'd/b'\n");

    /** @param together the archives of each backup group */
    RandomPolicyText(SplittableRandom random, List<List<Integer>> together) {
        this.random = random;
        this.together = together;
    }

    String text() {
        line("timeZone '%s'", one("UTC", "Europe/Berlin"));
        for (int group = 0; group < together.size(); group++) {
            line("backupGroup 'g%d', archives: %s%s", group, together.get(group), maybe(4, ", shared: true"));
        }
        boolean appends = runs();
        reactions(appends);
        line("directory 'backups/{region}/{group}/{date}T{time}-archive-{archive}'");
        return text.append("}\n").toString();
    }

    /** Whether any hot copies are appended to sets. */
    private boolean runs() {
        String full = full();
        String incremental = incremental();
        String journal = journal();
        boolean none = (full + incremental + journal).isEmpty();
        line("full %s", none ? "every: 6.hours" : full);
        if (!incremental.isEmpty()) {
            line("incremental %s", incremental);
        }
        if (!journal.isEmpty()) {
            line("journal %s", journal);
            line("onJournalSuspended %s", one(incremental.isEmpty() ? "full" : "incremental", "full", "fail"));
        }
        return !(incremental + journal).isEmpty();
    }

    private String full() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> "at: '%02d:%02d'".formatted(random.nextInt(24), random.nextInt(60));
            case 3, 4 -> "every: %d.hours%s".formatted(4 + random.nextInt(20), interleaved());
            case 5 -> "cron: '%d %d,%d * * *'".formatted(random.nextInt(60), random.nextInt(12), 13);
            case 6 -> "at: '%s %02d:00'".formatted(one("Mon", "Tue", "Sun"), random.nextInt(24));
            default -> "";
        };
    }

    private String incremental() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> "every: %d.minutes%s".formatted(60 * (1 + random.nextInt(6)), interleaved());
            case 4 -> "cron: '%d */%d * * *'".formatted(random.nextInt(60), 2 + random.nextInt(4));
            case 5 -> "at: '%02d:30'".formatted(random.nextInt(24));
            default -> "";
        };
    }

    private String journal() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> "every: %d.minutes%s".formatted(20 * (1 + random.nextInt(6)), interleaved());
            case 4, 5 -> "cron: '*/%d * * * *'".formatted(30);
            default -> "";
        };
    }

    private String interleaved() {
        return together.size() > 1 ? maybe(3, ", interleaved: true") : "";
    }

    private void reactions(boolean appends) {
        if (appends && random.nextInt(4) > 0) {
            line("onNoBaseSet %s", one("full", "full", "full", "fail"));
        }
        if (random.nextInt(4) > 0) {
            String other = "'g%d'".formatted(random.nextInt(together.size()));
            line("onArchiveDown %s", together.size() > 1 ? one("skip", "fail", other, other) : one("skip", "fail"));
        }
        if (random.nextInt(4) == 0) {
            line("onOverlap %s", one("wait", "skip", "fail"));
        }
        if (random.nextInt(6) == 0) {
            line("onFailure retry, times: %d, after: 1.second", 1 + random.nextInt(2));
        }
        if (random.nextInt(4) == 0) {
            line("onMissed skip, after: %d.minutes", 5 + random.nextInt(60));
        }
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String maybe(int oneIn, String said) {
        return random.nextInt(oneIn) == 0 ? said : "";
    }

    private void line(String format, Object... values) {
        text.append("    ").append(format.formatted(values).stripTrailing()).append('\n');
    }
}
