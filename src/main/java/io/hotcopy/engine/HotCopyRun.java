package io.hotcopy.engine;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressEvent.StageLeft;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.List;

/** One hot copy of one backup group, phase after phase. Used once, by one thread. */
final class HotCopyRun {
    private final Job job;
    private final Story story;
    private final Crew<?> crew;
    private final Runnable accepted;
    private final List<RunReport.Stage> stages = new ArrayList<>();

    private volatile String stage = "";
    private CommitNumber stableAtPin;

    /** @param accepted told when nobody refuses it any more */
    HotCopyRun(Job job, Runnable accepted) {
        this.job = job;
        this.accepted = accepted;
        this.story = Story.of(job);
        this.crew = story.crew();
    }

    /**
     * Does it all.
     *
     * @return what was done; everything is published and released
     * @throws HotCopyException when it could not be completed; nothing unpublished is left but empty sets, and every
     *     archive is released
     */
    RunReport.HotCopy run() {
        try {
            for (Phase phase : story.phases()) {
                enter(phase);
            }
            return crew.report(stages, stableAtPin);
        } catch (Error | Exception cause) {
            crew.giveUp(cause);
            throw failure(cause);
        }
    }

    /** The phase it is in; any thread. */
    String stage() {
        return stage;
    }

    /** What has been copied so far; any thread. */
    List<HotCopyStatus.Archive> archives() {
        return crew.members().stream().map(MemberCopy::status).toList();
    }

    private void enter(Phase phase) throws Exception {
        stage = phase.name();
        if (!phase.mayBeRefused()) {
            accepted.run();
        }
        job.progress().on(new StageEntered(stage));
        StageWatch watch = StageWatch.start(job.means().nanos(), crew);
        if (stableAtPin == null || stage.equals("pin")) {
            stableAtPin = watch.stableBefore();
        }
        phase.work().run();
        RunReport.Stage left = watch.stop(stage);
        stages.add(left);
        job.progress().on(new StageLeft(left.name(), left.nanos(), left.bytes(), left.commits(), left.waited()));
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        boolean nothingMade = crew.members().stream().noneMatch(MemberCopy::isBegun);
        return nothingMade && cause instanceof HotCopyException refused
                ? refused
                : Failure.of(job.step(), stage, cause, crew.members());
    }
}
