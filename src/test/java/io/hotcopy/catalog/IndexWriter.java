package io.hotcopy.catalog;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that enters sets, each some of the elements, so that only together all are known. */
final class IndexWriter {

    static final int SETS = 12;
    /** How many write at once; each knows every fourth element. */
    private static final int WRITERS = 4;

    private static final int ELEMENTS = 20;

    private IndexWriter() {}

    /** Starts another JVM, which writes one byte when it begins. */
    static Process start(Path home, Path backups, int part) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexWriter.class.getName(),
                        home.toString(),
                        backups.toString(),
                        Integer.toString(part))
                .start();
    }

    /** @param arguments the home, the directory that the sets would lie in, and which part of the elements to enter */
    public static void main(String[] arguments) {
        CatalogIndex index = new CatalogIndex(Path.of(arguments[0]));
        Path backups = Path.of(arguments[1]);
        index.content();
        System.out.write('!');
        System.out.flush();
        enter(index, backups, Integer.parseInt(arguments[2]));
    }

    static void enter(CatalogIndex index, Path backups, int part) {
        for (int element = part; element < ELEMENTS; element += WRITERS) {
            for (int number = 0; number < SETS; number++) {
                SetFacts whole = whole(backups, number);
                index.enter(whole.withElements(List.of(whole.elements().get(element))));
            }
        }
    }

    static SetFacts whole(Path backups, int number) {
        return set(backups, number, ELEMENTS);
    }

    /** A full and journals after it. */
    static SetFacts set(Path backups, int number, int elements) {
        Member member = SampleSets.member(0, number, "SG1", "SG2");
        String name = String.format("set-%02d", number);
        SetFacts identity = SampleSets.identity(backups.resolve(name), member, SampleSets.run(1));
        List<ElementFacts> all = new ArrayList<>();
        all.add(SampleSets.full(identity, SampleSets.run(1), List.of(member), 5, 10, 100));
        for (int journal = 1; journal < elements; journal++) {
            all.add(SampleSets.journal(
                    identity,
                    SampleSets.run(1 + journal),
                    journal,
                    List.of(member),
                    journal * 10,
                    journal * 10 + 10,
                    journal));
        }
        return identity.withElements(all);
    }
}
