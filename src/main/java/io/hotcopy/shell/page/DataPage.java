package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.verb.CountResult;
import io.hotcopy.verb.GetResult;
import io.hotcopy.verb.ScanResult;
import io.hotcopy.verb.TableResult;
import io.hotcopy.verb.WriteResult;

/** Records and tables. */
final class DataPage {
    private static final int SHOWN = 60;

    private DataPage() {}

    static Lines got(GetResult result) {
        if (result.planned()) {
            return planned("get " + result.key() + " from " + result.table());
        }
        return result.value().map(value -> new Lines().addAsItIs(value)).orElseGet(() -> new Lines()
                .add("no \"" + result.key() + "\" in " + result.table()));
    }

    static Lines scanned(ScanResult result) {
        if (result.planned()) {
            return planned("scan " + result.table());
        }
        if (result.records().isEmpty()) {
            return new Lines().add("no records in " + result.table());
        }
        Table table = new Table("~key", "~value");
        result.records().forEach(record -> table.row(shortened(record.key()), shortened(record.value())));
        Lines lines = table.lines();
        return result.more() ? lines.add("and more; --from KEY goes on, --limit N shows more at once") : lines;
    }

    /** A table of records is read by lines; {@code get} shows a whole value. */
    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }

    static Lines counted(CountResult result) {
        return result.planned()
                ? planned("count " + result.table())
                : new Lines().add(Figures.grouped(result.records()) + " records in " + result.table());
    }

    static Lines written(WriteResult result) {
        String record = "\"" + result.key() + "\" in " + result.table();
        if (result.planned()) {
            return planned((result.exists() ? "write " : "delete ") + record);
        }
        if (result.commit().isEmpty()) {
            return new Lines().add("no " + record);
        }
        String what = result.exists() ? (result.existed() ? "replaced " : "written ") : "deleted ";
        return new Lines()
                .add(
                        Ink.GOOD.of(what),
                        Ink.PLAIN.of(record + " at commit " + result.commit().get()));
    }

    static Lines table(TableResult result) {
        if (result.planned()) {
            return planned((result.exists() ? "make table " : "drop table ") + result.table());
        }
        String partitions = Words.count(result.partitions(), "partition");
        return new Lines()
                .add(
                        Ink.GOOD.of(result.exists() ? "made " : "dropped "),
                        Ink.PLAIN.of(
                                "table " + result.table() + ": " + partitions + " in " + Words.list(result.groups())));
    }

    private static Lines planned(String what) {
        return new Lines().add(Words.planned(), Ink.PLAIN.of(what));
    }
}
