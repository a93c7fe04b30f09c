package io.hotcopy.shell.page;

import io.hotcopy.restore.ArchiveCheck;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.CheckArchiveResult;
import io.hotcopy.verb.RestoreArchiveResult;

/** What {@code nuoarchive} says, in the vendor's words where he has some. */
final class ArchivePage {
    private static final String TOOL = "nuoarchive: ";

    private ArchivePage() {}

    static Lines restored(RestoreArchiveResult result) {
        if (result.planned()) {
            return new Lines()
                    .add(
                            Words.planned(),
                            Ink.PLAIN.of("restore " + result.set() + " to " + result.to() + " at commit "
                                    + result.plan().target() + ", " + result.size()));
        }
        return new Lines().add("Finished restoring " + result.set() + " to " + result.to());
    }

    static Lines checked(CheckArchiveResult result) {
        return result.check().map(check -> checked(result, check)).orElseGet(() -> new Lines()
                .add(Words.planned(), Ink.PLAIN.of("check " + result.archive())));
    }

    private static Lines checked(CheckArchiveResult result, ArchiveCheck check) {
        Lines lines = new Lines();
        check.errors().forEach(error -> lines.add(Ink.BAD.of("[ERROR] "), Ink.PLAIN.of(TOOL + error)));
        check.notes().forEach(note -> lines.add(Ink.CAUTION.of("[INFO] "), Ink.PLAIN.of(TOOL + note)));
        if (!check.isDamaged()) {
            lines.add(Ink.GOOD.of("[INFO] "), Ink.PLAIN.of(TOOL + inWords(result, check)));
        }
        return lines;
    }

    private static String inWords(CheckArchiveResult result, ArchiveCheck check) {
        String whose = check.identity()
                .map(own -> "archive " + own.archive() + " of " + own.database())
                .orElse("an archive");
        String through =
                check.holds().map(commit -> ", commits through " + commit).orElse("");
        return "no errors in " + result.archive() + ": " + whose + through + ", storage groups "
                + Words.list(check.storageGroups());
    }
}
