package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.sync.FrameSource;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The frames of a running archive's own journal; whoever reads holds a lease. Safe for several threads. */
final class OwnJournalFrames implements FrameSource {

    private final Member member;
    private final Supplier<List<View>> views;

    /** @param views all views of the database, asked for when frames are read */
    OwnJournalFrames(Member member, Supplier<List<View>> views) {
        this.member = member;
        this.views = views;
    }

    @Override
    public boolean reachesBackTo(CommitNumber after, SortedSet<StorageGroupName> groups) {
        return member.serves().containsAll(groups)
                && !member.journal().reachesBackTo().isAfter(after);
    }

    @Override
    public void read(
            CommitNumber after, CommitNumber through, SortedSet<StorageGroupName> groups, Consumer<CommitFrame> each) {
        CommitRange range = new CommitRange(after, through);
        VoidFilter voids = new VoidFilter(views.get());
        new JournalPiece(member, range).read(entry -> {
            if (entry.frame() instanceof CommitFrame commit
                    && range.contains(commit.number())
                    && !voids.isVoid(commit)
                    && !Collections.disjoint(commit.touched(), groups)) {
                each.accept(only(commit, groups));
            }
        });
    }

    private static CommitFrame only(CommitFrame commit, SortedSet<StorageGroupName> groups) {
        if (groups.containsAll(commit.touched())) {
            return commit;
        }
        List<Operation> operations = commit.operations().stream()
                .filter(operation -> groups.contains(operation.group()))
                .toList();
        return new CommitFrame(
                commit.number(),
                commit.view(),
                commit.time(),
                commit.participants(),
                commit.touched(),
                commit.differences(),
                operations);
    }
}
