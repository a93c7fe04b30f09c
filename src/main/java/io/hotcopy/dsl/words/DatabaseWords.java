package io.hotcopy.dsl.words;

import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.util.List;
import java.util.Optional;

/** The words inside {@code database('…') { }}. */
public interface DatabaseWords {

    @Describe(
            value = "names storage groups, over which tables are partitioned; without any, every archive holds all",
            example = "storageGroups 'SG1', 'SG2', 'SG3'")
    void storageGroups(List<At<StorageGroupName>> groups);

    @Required
    @Describe(
            value = "runs a transaction engine on each host",
            example = "transactionEngines hosts: ['e1', 'w1', 't1']")
    void transactionEngines(
            @Named(value = "hosts", text = "the hosts, of the regions of the domain; one transaction engine on each")
                    List<At<Name>> hosts);

    @Required
    @Describe(
            value = "runs a storage manager with its archive; journalHotCopy allows journal hot copies of it",
            example = "storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true")
    void storageManager(
            @Named(
                            value = "archive",
                            text = "the number of its archive, counted from 0; no other of the database has it")
                    At<ArchiveId> archive,
            @Named(value = "host", text = "the host on which it runs") At<Name> host,
            @Named(value = "serves", text = "the storage groups that its archive holds besides what is in none of them")
                    Optional<List<At<StorageGroupName>>> serves,
            @Named(value = "journalHotCopy", text = "whether journal hot copies may be taken of it; false if not said")
                    Optional<At<Boolean>> journalHotCopy);

    @Describe(
            value = "says how much data is expected, of a storage group or of the whole database, for plans that are "
                    + "made without a running domain",
            example = "expect storageGroup: 'SG1', size: 100.GB, changesPerDay: 2.GB, journalPerDay: 6.GB")
    void expect(
            SourceSpan place,
            @Named(value = "storageGroup", text = "the storage group that is meant; the whole database if not said")
                    Optional<At<StorageGroupName>> storageGroup,
            @Named(value = "size", text = "how much data there is") At<ByteSize> size,
            @Named(value = "changesPerDay", text = "how much of it changes in a day: what incremental hot copies copy")
                    At<ByteSize> changesPerDay,
            @Named(value = "journalPerDay", text = "how much journal is written in a day: what journal hot copies copy")
                    At<ByteSize> journalPerDay);

    @Once
    @Describe(
            value = "says how much of one storage manager is expected to be copied in a second",
            example = "copyRate 200.MB")
    void copyRate(SourceSpan place, At<ByteSize> perSecond);
}
