package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSetWriter;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.ElementWriter;
import io.hotcopy.backupset.SetUse;
import io.hotcopy.driver.Cut;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import java.util.List;
import java.util.Optional;

/** One archive's part in a hot copy that writes an element into a backup set. */
abstract class SetMember extends MemberCopy {
    private SetUse use;
    private volatile ElementWriter element;
    private ElementFacts sealed;

    SetMember(Part part) {
        super(part);
    }

    /** Seals the elements of all members, before any of them is published. */
    static void sealAll(Crew<? extends SetMember> crew) throws Exception {
        List<ElementFacts.Member> all =
                crew.members().stream().map(SetMember::inManifest).toList();
        crew.each(member -> member.seal(crew.facts(all)));
    }

    /** Begins the run's element in {@code tmp/} of the set. */
    final void beginElement(BackupSetWriter writer) {
        use = SetUse.of(directory());
        element = writer.beginElement(part().job().run(), part().type());
    }

    final ElementWriter element() {
        return element;
    }

    /** Writes the manifest; the element still lies in {@code tmp/}. */
    final void seal(RunFacts run) {
        sealed = ManifestFacts.of(element, copy(), previous(), pinPoint(), times(run.cut()), run);
        element.seal(sealed);
        part().meter().finish();
    }

    @Override
    final Optional<String> elementName() {
        return Optional.ofNullable(element).map(ElementWriter::directoryName);
    }

    @Override
    final Optional<ElementFacts> sealed() {
        return Optional.ofNullable(sealed);
    }

    @Override
    final void release() {
        try {
            super.release();
        } finally {
            if (use != null) {
                use.close();
            }
        }
    }

    /** The element that this one continues; empty for a full. */
    abstract Optional<ElementId> previous();

    /** The clock readings of the commits that were copied. */
    abstract CommitTimes times(Cut cut);

    /** Where what is in the element begins. */
    @Override
    abstract CommitNumber pinPoint();

    @Override
    final void makeVisible() {
        element.publish();
    }

    @Override
    final boolean isVisible() {
        return element.isVisible();
    }

    /** Removes the element; the set stays (protocol §4). */
    @Override
    final void abandon() {
        if (element != null) {
            element.abandon();
        }
    }

    @Override
    boolean isBegun() {
        return element != null;
    }

    @Override
    final Optional<String> left() {
        String set = "Archive " + archive() + ": backup set \"" + directory() + "\" ";
        return isPublished() ? Optional.of(set + "holds its part of the hot copy.") : leftOfSet(set);
    }

    /**
     * What is left of the set when the element is not.
     *
     * @param set begins the sentence
     */
    abstract Optional<String> leftOfSet(String set);

    /** This member as every manifest of the run names it. */
    final ElementFacts.Member inManifest() {
        return new ElementFacts.Member(archive(), part().requireSet(), copy().storageGroups());
    }
}
