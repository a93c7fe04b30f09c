package io.hotcopy.script;

import io.hotcopy.verb.StorageGroupResult;
import io.hotcopy.verb.StorageManagerAddRequest;
import io.hotcopy.verb.StorageManagerAddResult;
import io.hotcopy.verb.StorageManagerRequest;
import io.hotcopy.verb.StorageManagerStartResult;
import io.hotcopy.verb.StorageManagerStopResult;
import java.util.Map;

/** What scripts say of storage managers. */
public final class StorageManagerWords {
    private final ScriptVerbs say;

    StorageManagerWords(ScriptVerbs say) {
        this.say = say;
    }

    public StorageManagerStopResult stop(Object archive) {
        return stop(Map.of(), archive);
    }

    /** {@code sm.stop 1} or {@code sm.stop 1, database: 'ledger'}. */
    @Says(
            value = "stops a storage manager in good order",
            named = {"database"})
    public StorageManagerStopResult stop(Map<String, Object> named, Object archive) {
        NamedArguments arguments = new NamedArguments("sm.stop", named, "database");
        return say.shown(say.verbs().storageManager().stop(request(arguments, archive), preview -> true));
    }

    public StorageManagerStartResult start(Object archive) {
        return start(Map.of(), archive);
    }

    /** {@code sm.start 1} or {@code sm.start 1, from: 'restored'}; {@code sync} tells how it came in. */
    @Says(
            value = "starts a storage manager, which SYNCs what it has missed",
            named = {"database", "from"})
    public StorageManagerStartResult start(Map<String, Object> named, Object archive) {
        NamedArguments arguments = new NamedArguments("sm.start", named, "database", "from");
        return say.watched(progress -> say.verbs()
                .storageManager()
                .start(request(arguments, archive), arguments.text("from").map(say::path), progress));
    }

    /**
     * {@code sm.add 4, host: 'e3', directory: 'disk/archive-4', restored: true}; it serves all storage groups unless
     * {@code groups: ['SG1']} says which.
     */
    @Says(
            value = "gives the database one more storage manager, which is stopped",
            named = {"database", "host", "groups", "directory", "restored"})
    public StorageManagerAddResult add(Map<String, Object> named, Object archive) {
        NamedArguments arguments =
                new NamedArguments("sm.add", named, "database", "host", "groups", "directory", "restored");
        return say.shown(say.verbs()
                .storageManager()
                .add(new StorageManagerAddRequest(
                        request(arguments, archive),
                        arguments.requiredText("host"),
                        arguments.texts("groups"),
                        say.path(arguments.requiredText("directory")),
                        arguments.truth("restored"))));
    }

    public StorageGroupResult serve(Object archive, String group) {
        return serve(Map.of(), archive, group);
    }

    /** {@code sm.serve 2, 'SG1'}: it stops, and comes back with one more storage group. */
    @Says(
            value = "gives an archive one more storage group",
            named = {"database"})
    public StorageGroupResult serve(Map<String, Object> named, Object archive, String group) {
        NamedArguments arguments = new NamedArguments("sm.serve", named, "database");
        return say.watched(progress ->
                say.verbs().storageGroup().serve(request(arguments, archive), group, preview -> true, progress));
    }

    private static StorageManagerRequest request(NamedArguments arguments, Object archive) {
        return new StorageManagerRequest(archive.toString(), arguments.text("database"));
    }
}
