package io.hotcopy.embedded;

import static io.hotcopy.embedded.SampleDomain.SG1;
import static io.hotcopy.embedded.SampleDomain.SG2;
import static io.hotcopy.embedded.SampleDomain.SG3;
import static io.hotcopy.embedded.SampleDomain.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotcopy.driver.DomainDriver;
import io.hotcopy.driver.DomainDriverContract;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded domain keeps the contract of every driver. */
class EmbeddedDomainContractTest extends DomainDriverContract {

    private static final List<String> TABLES = List.of("one", "two", "three", "schema_group");

    @TempDir
    private Path directory;

    private EmbeddedDomain domain;
    private int commits;

    @BeforeEach
    void start() {
        domain = new SampleDomain(directory)
                .with(0, SG1, SG2)
                .with(1, SG1, SG3)
                .with(2, SG2, SG3)
                .start();
        EmbeddedDatabase database = SampleDomain.database(domain);
        database.createTable("one", 1, List.of(SG1));
        database.createTable("two", 1, List.of(SG2));
        database.createTable("three", 1, List.of(SG3));
        database.createTable("schema_group", 1, List.of(StorageGroupName.UNPARTITIONED));
    }

    @AfterEach
    void stop() {
        domain.close();
    }

    @Test
    void aDatabaseOfAnotherDomainIsRefused() {
        DatabaseName other = new DatabaseName("other", database().database());
        HotCopyException refused = assertThrows(HotCopyException.class, () -> domain.facts(other));
        assertEquals("there is no database \"other/test\" in domain \"acme\"", refused.getMessage());
    }

    @Override
    protected DomainDriver driver() {
        return domain;
    }

    @Override
    protected DatabaseName database() {
        return SampleDomain.NAME;
    }

    @Override
    protected void commit(int count) {
        for (int done = 0; done < count; done++) {
            commits++;
            try (Transaction transaction = SampleDomain.database(domain).begin()) {
                TABLES.forEach(table -> transaction.put(table, bytes("k" + commits % 97), new byte[200 + commits]));
                transaction.commit();
            }
        }
    }

    @Override
    protected void disturb() {
        for (Member member : SampleDomain.database(domain).running().members()) {
            member.store().flush();
            member.journal().recycle(member.store().persistedMark());
        }
    }
}
