package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.BackupSetWriter;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.Cut;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One archive's part in an incremental or a journal hot copy: a further element in a set that exists. */
abstract class FurtherMember extends SetMember {
    private BackupSet set;
    private Continuation from;
    private CommitTimes times;

    FurtherMember(Part part) {
        super(part);
    }

    /**
     * Opens the sets of all members, finds where each goes on, and begins the elements. Nothing is written as long as
     * any set might be refused.
     */
    static void openAll(Crew<? extends FurtherMember> crew) throws Exception {
        crew.each(FurtherMember::open);
        if (crew.members().stream().anyMatch(FurtherMember::continuesCollection)) {
            SetMatch.requireOneCollection(
                    crew.members().stream().map(FurtherMember::setFacts).toList());
        }
        crew.each(FurtherMember::goOn);
        crew.each(FurtherMember::beginElement);
    }

    final void open() {
        set = BackupSet.open(directory());
        SetMatch.requireOwn(set.facts(), part());
        requireUsable(set);
    }

    /** Refuses a set that cannot take an element of this type. */
    abstract void requireUsable(BackupSet opened);

    /** Whether it goes on with a collection; else with its archive, in whichever set that stands. */
    abstract boolean continuesCollection();

    /** The types of which the newest element in the set is the one to go on from. */
    abstract Set<HotCopyType> chain();

    final void goOn() {
        from = copy().continuation(set.newest(chain()).map(last -> {
            ElementFacts facts = last.facts();
            return new Continuation(facts.id(), facts.cut());
        }));
    }

    /** The database lets nobody else write elements of this type here, so what lies in {@code tmp/} is left over. */
    final void beginElement() {
        BackupSetWriter writer = BackupSetWriter.open(set);
        writer.clearLeftovers(part().type());
        beginElement(writer);
    }

    final SetFacts setFacts() {
        return set.facts();
    }

    final Continuation from() {
        return from;
    }

    /** What has to be done to copy what came after {@link #from()} through the cut, by so many threads. */
    abstract List<Workers.Task> copy(Cut cut, int threads);

    /** Remembers when the commits that are copied were made. */
    final void times(Optional<Instant> earliest, Optional<Instant> latest, Cut cut) {
        times = new CommitTimes(earliest, latest, cut.stableMark());
    }

    @Override
    final CommitTimes times(Cut cut) {
        return times;
    }

    @Override
    final Optional<ElementId> previous() {
        return Optional.of(from.previous());
    }

    @Override
    final CommitNumber pinPoint() {
        return from.after();
    }

    @Override
    final Optional<String> leftOfSet(String begun) {
        return isBegun() ? Optional.of(begun + "is as it was before.") : Optional.empty();
    }
}
