package io.hotcopy.shell.command;

import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.verb.RestoreArchiveRequest;
import io.hotcopy.verb.RestoreArchiveResult;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example({
    "nuoarchive restore --restore-dir scratch/archive-0 backups/full-archive-0",
    "nuoarchive restore --report-timestamps --start-time 2026-11-22T10:00 backups/full-archive-0"
})
@CommandLine.Command(
        description = {
            "Restore a backup set to a new archive, or report what the set holds. Without a snapshot or an element it"
                    + " restores the newest state that the set reaches, journals included.",
        })
final class NuoarchiveRestoreCommand extends Command {

    @Takes(Kind.DIRECTORY)
    @Parameters(paramLabel = "SET", description = "the path of one backup set")
    private String set;

    @Option(names = "--quiet", description = "no output")
    private boolean quiet;

    @Takes(Kind.DIRECTORY)
    @Option(names = "--restore-dir", paramLabel = "DIR", description = "the archive directory to make")
    private String restoreDir;

    @Option(
            names = "--restore-snapshot",
            paramLabel = "T",
            description = "restore everything up to and including transaction T")
    private Long snapshot;

    @Takes(Kind.ELEMENT)
    @Option(names = "--backup-element-id", paramLabel = "ID", description = "restore the set through this element")
    private String element;

    @Option(names = "--report-backups", description = "list the set's elements as XML, newest first; restore nothing")
    private boolean reportBackups;

    @ArgGroup(exclusive = false)
    private TimestampOptions timestamps = new TimestampOptions();

    NuoarchiveRestoreCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        Path location = context.path(set);
        timestamps.requireTogether();
        if (reportBackups || timestamps.areWanted()) {
            requireReportAlone();
        }
        if (reportBackups) {
            context.screen().show(Pages.of(context.verbs().reportBackups().run(location)));
        } else if (timestamps.areWanted()) {
            timestamps.report(location, context);
        } else {
            restore(location);
        }
        return ExitCode.DONE;
    }

    private void requireReportAlone() {
        if (reportBackups && timestamps.areWanted()) {
            throw new WrongUsageException("--report-backups and --report-timestamps are two reports", "ask for one");
        }
        if (restoreDir != null || snapshot != null || element != null) {
            throw new WrongUsageException(
                    "a report restores nothing",
                    "leave out --restore-dir, --restore-snapshot and --backup-element-id, or the report");
        }
    }

    private void restore(Path location) {
        RestoreTarget target = target();
        if (restoreDir == null) {
            throw new WrongUsageException(
                    "--restore-dir is missing: where is the archive to be restored to?",
                    "nuoarchive restore --restore-dir DIR " + set);
        }
        RestoreArchiveRequest request = new RestoreArchiveRequest(location, context.path(restoreDir), target);
        RestoreArchiveResult result = context.watching(
                quiet, progress -> context.verbs().restoreArchive().run(request, progress));
        if (!quiet) {
            context.screen().show(Pages.of(result));
        }
    }

    private RestoreTarget target() {
        if (snapshot != null && element != null) {
            throw new WrongUsageException("--restore-snapshot and --backup-element-id are two targets", "ask for one");
        }
        return snapshot == null ? throughElement() : new RestoreTarget.ToCommit(number(snapshot));
    }

    private static CommitNumber number(long snapshot) {
        try {
            return new CommitNumber(snapshot);
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private RestoreTarget throughElement() {
        if (element == null) {
            return new RestoreTarget.Latest();
        }
        try {
            return new RestoreTarget.ToElement(ElementId.of(element));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(
                    "--backup-element-id \"" + element + "\" is no id",
                    "nuoarchive restore --report-backups " + set + " lists the elements with their ids");
        }
    }
}
