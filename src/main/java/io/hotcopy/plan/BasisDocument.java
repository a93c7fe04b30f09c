package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What {@link PlanYaml} writes of that which a policy's steps were decided on. */
record BasisDocument(
        String policy,
        String declarationHash,
        String domain,
        String database,
        boolean running,
        List<Life> lineage,
        List<Archive> archives) {

    static BasisDocument of(Basis basis) {
        return new BasisDocument(
                basis.policy(),
                basis.declarationHash(),
                basis.database().domain(),
                basis.database().database(),
                basis.running(),
                basis.lineage().stream().map(Life::of).toList(),
                basis.archives().stream().map(Archive::of).toList());
    }

    Basis meaning() {
        return new Basis(
                policy,
                declarationHash,
                new DatabaseName(domain, database),
                running,
                lineage.stream().findFirst().map(Life::meaning),
                archives.stream().map(Archive::meaning).toList());
    }

    record Life(String id, String parent, long fork) {

        static Life of(Lineage lineage) {
            return new Life(
                    lineage.id().toString(),
                    PlanDocument.text(lineage.parent()),
                    lineage.fork().value());
        }

        Lineage meaning() {
            return new Lineage(
                    UUID.fromString(id), PlanDocument.meaning(parent, UUID::fromString), new CommitNumber(fork));
        }
    }

    record Archive(
            int id,
            String state,
            List<String> serves,
            boolean journalHotCopy,
            String journalSuspended,
            String newestSet,
            Map<String, String> newestElements,
            List<Running> running) {

        static Archive of(Basis.Archive archive) {
            Map<String, String> newest = new TreeMap<>();
            archive.newestElements().forEach((type, element) -> newest.put(type.word(), element.toString()));
            return new Archive(
                    archive.id().value(),
                    PlanDocument.word(archive.state()),
                    PlanDocument.texts(archive.serves()),
                    archive.journalHotCopy(),
                    PlanDocument.text(archive.journalSuspended()),
                    PlanDocument.text(archive.newestSet()),
                    newest,
                    archive.running().stream().map(Running::of).toList());
        }

        Basis.Archive meaning() {
            SortedMap<HotCopyType, ElementId> newest = new TreeMap<>();
            newestElements.forEach((type, element) ->
                    newest.put(PlanDocument.meaning(HotCopyType.class, type), ElementId.of(element)));
            return new Basis.Archive(
                    new ArchiveId(id),
                    PlanDocument.meaning(ArchiveFacts.State.class, state),
                    PlanDocument.groups(serves),
                    journalHotCopy,
                    PlanDocument.meaning(journalSuspended, cause -> cause),
                    PlanDocument.meaning(newestSet, SetId::of),
                    newest,
                    running.stream().map(Running::meaning).toList());
        }
    }

    record Running(String run, String type, String set, boolean initialised) {

        static Running of(RunningCopy copy) {
            return new Running(
                    copy.run().toString(), copy.type().word(), PlanDocument.text(copy.set()), copy.initialised());
        }

        RunningCopy meaning() {
            return new RunningCopy(
                    ElementId.of(run),
                    PlanDocument.meaning(HotCopyType.class, type),
                    PlanDocument.meaning(set, SetId::of),
                    initialised);
        }
    }
}
