package io.hotcopy.dsl;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.ExpectedData;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words that declare a model: what is as it is by default is not said. */
final class ModelWords {
    private final Path directory;

    private ModelWords(Path directory) {
        this.directory = directory;
    }

    /** @param directory where relative paths start */
    static List<Word> of(Declarations declarations, Path directory) {
        ModelWords words = new ModelWords(directory);
        List<Word> all = new ArrayList<>();
        declarations.domains().forEach(domain -> all.add(words.domain(domain)));
        declarations.policies().forEach(policy -> all.add(words.policy(policy)));
        return all;
    }

    private Word domain(Domain domain) {
        List<Word> words = new ArrayList<>();
        domain.home()
                .ifPresent(home -> words.add(Written.word("embedded")
                        .named("home", Written.text(RelativePath.of(home, directory)))
                        .done()));
        domain.regions().forEach(region -> words.add(region(region)));
        domain.databases().forEach(database -> words.add(database(database)));
        return Written.word("domain").placed(Written.text(domain.name())).block(words);
    }

    private static Word region(Region region) {
        return Written.word("region")
                .placed(Written.text(region.name()))
                .named("hosts", Written.texts(region.hosts()))
                .done();
    }

    private static Word database(Database database) {
        List<Word> words = new ArrayList<>();
        if (database.hasStorageGroups()) {
            Written groups = Written.word("storageGroups");
            names(database.storageGroups()).forEach(name -> groups.placed(Written.text(name)));
            words.add(groups.done());
        }
        words.add(Written.word("transactionEngines")
                .named("hosts", Written.texts(database.transactionEngineHosts()))
                .done());
        database.storageManagers().forEach(manager -> words.add(storageManager(manager)));
        database.expectations().forEach(expected -> words.add(expect(expected)));
        database.copyRate()
                .ifPresent(rate -> words.add(
                        Written.word("copyRate").placed(Written.size(rate)).done()));
        return Written.word("database").placed(Written.text(database.name())).block(words);
    }

    private static Word storageManager(StorageManager manager) {
        Written word = Written.word("storageManager")
                .named("archive", Written.number(manager.archive().value()))
                .named("host", Written.text(manager.host()));
        List<String> serves = names(manager.serves());
        if (!serves.isEmpty()) {
            word.named("serves", Written.texts(serves));
        }
        return manager.journalHotCopy()
                ? word.named("journalHotCopy", Written.truth()).done()
                : word.done();
    }

    /** Every database has the unpartitioned group, so no text names it. */
    private static List<String> names(Collection<StorageGroupName> groups) {
        return groups.stream()
                .filter(group -> !group.equals(StorageGroupName.UNPARTITIONED))
                .map(StorageGroupName::value)
                .toList();
    }

    private static Word expect(ExpectedData expected) {
        Written word = Written.word("expect");
        expected.storageGroup().ifPresent(group -> word.named("storageGroup", Written.text(group.value())));
        return word.named("size", Written.size(expected.size()))
                .named("changesPerDay", Written.size(expected.changesPerDay()))
                .named("journalPerDay", Written.size(expected.journalPerDay()))
                .done();
    }

    private Word policy(BackupPolicy policy) {
        return Written.word("policy").placed(Written.text(policy.name())).block(PolicyModelWords.of(policy, directory));
    }
}
