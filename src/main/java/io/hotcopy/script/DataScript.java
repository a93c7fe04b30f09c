package io.hotcopy.script;

import groovy.lang.Script;
import io.hotcopy.verb.CountResult;
import io.hotcopy.verb.CreateTableRequest;
import io.hotcopy.verb.GetResult;
import io.hotcopy.verb.ScanRequest;
import io.hotcopy.verb.ScanResult;
import io.hotcopy.verb.StorageGroupResult;
import io.hotcopy.verb.TableResult;
import io.hotcopy.verb.WriteResult;
import java.util.Map;

/** What every script can say of the data at hand. Public for the classes that scripts compile to. */
public abstract class DataScript extends Script {
    static final Map<String, Object> NONE = Map.of();

    ScriptVerbs say;

    /** Gives the script what its verbs work on; called before it runs. */
    final void attach(ScriptVerbs verbs) {
        this.say = verbs;
    }

    @Says("reads one record")
    public GetResult get(String table, Object key) {
        return say.shown(say.verbs().get().run(table, key.toString()));
    }

    @Says("writes one record")
    public WriteResult put(String table, Object key, Object value) {
        return say.shown(say.verbs().put().run(table, key.toString(), value.toString()));
    }

    @Says("deletes one record")
    public WriteResult delete(String table, Object key) {
        return say.shown(say.verbs().delete().run(table, key.toString()));
    }

    public ScanResult scan(String table) {
        return scan(NONE, table);
    }

    /** {@code scan 'accounts', from: 47, limit: 10}. */
    @Says(
            value = "reads records in the order of their keys",
            named = {"from", "limit"})
    public ScanResult scan(Map<String, Object> named, String table) {
        NamedArguments arguments = new NamedArguments("scan", named, "from", "limit");
        int limit = arguments.count("limit").orElse(ScanRequest.SCREENFUL);
        return say.shown(say.verbs().scan().run(new ScanRequest(table, arguments.text("from"), limit)));
    }

    @Says("counts the records of a table")
    public CountResult count(String table) {
        return say.shown(say.verbs().count().run(table));
    }

    public TableResult createTable(String table) {
        return createTable(NONE, table);
    }

    /** {@code createTable 'notes', groups: ['SG1'], partitions: 2}. */
    @Says(
            value = "makes a table",
            named = {"groups", "partitions"})
    public TableResult createTable(Map<String, Object> named, String table) {
        NamedArguments arguments = new NamedArguments("createTable", named, "groups", "partitions");
        return say.shown(say.verbs()
                .createTable()
                .run(new CreateTableRequest(table, arguments.texts("groups"), arguments.count("partitions"))));
    }

    /** {@code createStorageGroup 'SG4', archives: [0, 3]}. */
    @Says(
            value = "adds a storage group to the running database",
            named = {"archives", "database"})
    public StorageGroupResult createStorageGroup(Map<String, Object> named, String group) {
        NamedArguments arguments = new NamedArguments("createStorageGroup", named, "archives", "database");
        return say.shown(
                say.verbs().storageGroup().create(group, arguments.texts("archives"), arguments.text("database")));
    }

    @Says("drops a table with all its records")
    public TableResult dropTable(String table) {
        return say.shown(say.verbs().dropTable().run(table));
    }
}
