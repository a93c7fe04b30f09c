package io.hotcopy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.model.Domain;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The timetable, worked out: two policies of one database, of the first two groups, of the second one. */
class AgendaTest {
    private static final String TEXT = """
            domain('d') {
                region 'east', hosts: ['e1', 'w1']
                database('b') {
                    transactionEngines hosts: ['e1']
                    storageManager archive: 0, host: 'e1', journalHotCopy: true
                    storageManager archive: 1, host: 'w1', journalHotCopy: true
                }
            }
            policy('one') {
                protects 'd/b'
                backupGroup 'east', archives: [0]
                backupGroup 'west', archives: [1]
                %s
                directory '{policy}/{group}/{date}T{time}-{archive}'
            }
            policy('other') {
                protects 'd/b'
                backupGroup 'all', archives: [0]
                full every: 6.hours
                directory '{policy}/{group}/{date}T{time}-{archive}'
            }
            """;

    private static Agenda agenda(String lines, String after, String through) {
        Compilation compiled =
                new PolicyCompiler(file -> TEXT.formatted(lines)).compile(List.of(Path.of("agenda.groovy")));
        Domain domain = compiled.declarations().domains().get(0);
        Layout layout = Layout.of(
                domain, domain.databases().get(0), compiled.declarations().policies());
        return Agenda.of(layout, Instant.parse(after), Instant.parse(through));
    }

    /** {@code 05:00 east:JOURNAL,INCREMENTAL west:…}, for each entry. */
    private static List<String> told(Agenda agenda) {
        return IntStream.range(0, agenda.size())
                .mapToObj(entry -> told(agenda, entry))
                .toList();
    }

    private static String told(Agenda agenda, int entry) {
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            int lines = agenda.lines(entry, group);
            List<String> types = IntStream.range(0, HotCopyType.values().length)
                    .mapToObj(type -> HotCopyType.values()[type])
                    .filter(type -> (lines & Agenda.bit(type)) != 0)
                    .map(HotCopyType::word)
                    .toList();
            groups.add(String.join("+", types));
        }
        return Instant.ofEpochMilli(agenda.at(entry)).toString().substring(11, 16) + " " + agenda.policy(entry) + " "
                + String.join("|", groups);
    }

    @Test
    void groupsThatTakeTurnsComeInTurnAndTheOthersTogether() {
        Agenda agenda = agenda(
                "incremental every: 1.hour, interleaved: true\njournal every: 2.hours\nfull at: '03:00'",
                "2026-06-01T00:00:00Z",
                "2026-06-01T04:00:00Z");
        assertEquals(
                List.of(
                        "01:00 0 |incremental|",
                        "02:00 0 incremental+journal|journal|",
                        "03:00 0 full|full+incremental|",
                        "04:00 0 incremental+journal|journal|"),
                told(agenda));
    }

    @Test
    void policiesThatComeAtOneInstantAreRunOneByOneInTheirOrder() {
        Agenda agenda = agenda("full\njournal every: 3.hours", "2026-06-01T00:00:00Z", "2026-06-01T07:00:00Z");
        assertEquals(List.of("03:00 0 journal|journal|", "06:00 0 journal|journal|", "06:00 1 ||full"), told(agenda));
    }

    @Test
    void whatComesExactlyAtTheBeginningHasComeAlready() {
        Agenda agenda = agenda("full\njournal every: 3.hours", "2026-06-01T03:00:00Z", "2026-06-01T09:00:00Z");
        assertEquals(List.of("06:00", "06:00", "09:00"), hours(agenda));
        assertEquals(0, agenda.firstAfter(Instant.parse("2026-06-01T05:59:59Z").toEpochMilli()));
        assertEquals(2, agenda.firstAfter(Instant.parse("2026-06-01T06:00:00Z").toEpochMilli()));
        assertEquals(3, agenda.firstAfter(Instant.parse("2026-06-01T09:00:00Z").toEpochMilli()));
    }

    private static List<String> hours(Agenda agenda) {
        return told(agenda).stream().map(told -> told.substring(0, 5)).toList();
    }
}
