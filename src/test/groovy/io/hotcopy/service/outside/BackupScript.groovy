package io.hotcopy.service.outside

/**
 * The order of calls that the vendor's Kubernetes backup script makes, and what it decides by their answers. Every call
 * of {@code nuocmd} that it makes must succeed. Used by one thread.
 */
class BackupScript {

    private static final String SUSPENDED =
        'Full or incremental hot copy must be completed before journal hot copy'
    /** Slots of the ring in which it keeps what it has made. */
    private static final int RING = 10

    /** The types of hot copies in the order in which they were asked for, with an exclamation mark if they failed. */
    final List<String> asked = []
    private final Side nuocmd
    private final Nuodocker nuodocker
    private final String group
    private final String label

    /** @param label of the storage managers to back up */
    BackupScript(Side nuocmd, Nuodocker nuodocker, String group, String label) {
        this.nuocmd = nuocmd
        this.nuodocker = nuodocker
        this.group = group
        this.label = label
    }

    /** @return whether all that was needed succeeded */
    boolean full() {
        execute('full').exit == 0
    }

    boolean incremental() {
        if (!fullExists() || lastFullFailed()) {
            return full()
        }
        execute('incremental').exit == 0
    }

    boolean journal() {
        if (!fullExists()) {
            return full()
        }
        def said = execute('journal')
        if (said.exit == 0 || !(said.out + said.err).contains(SUSPENDED)) {
            return said.exit == 0
        }
        incremental() && execute('journal').exit == 0
    }

    private Said execute(String type) {
        def said = nuodocker.backup(type, label)
        asked << type + (said.exit == 0 ? '' : '!')
        if (type != 'full') {
            said.exit == 0 && setLast()
        } else if (said.exit == 0) {
            recordFull()
        } else {
            recordFailure()
        }
        said
    }

    private void recordFull() {
        def current = nuodocker.currentBackup(label).out.readLines()
        call('get processes --db-name test')
        call('get processes --db-name test --exited')
        set("$group/failed", '', "--expected-value '${get("$group/failed")}'")
        def latest = get("$group/latest")
        def next = ((latest ?: '0') as int) + 1
        assert next < RING: 'it would come to a slot that is used, and stop recording'
        set("$group/$next", current[0].split(' ')[1], "--expected-value ''")
        set("$group/$next/pods", current.collect { '' }.join(' '), "--expected-value ''")
        set("$group/latest", "$next", "--expected-value '$latest'")
        set('latest', group, '--unconditional')
        def groups = get('backup-groups')
        if (!groups.split(' ').contains(group)) {
            set('backup-groups', "$groups $group", "--expected-value '$groups'")
        }
    }

    private void recordFailure() {
        def backupSet = currentSet()
        def failed = get("$group/failed")
        set("$group/failed", "$failed $backupSet", "--expected-value '$failed'")
    }

    private void setLast() {
        set('latest', group, "--expected-value '${get('latest')}'")
    }

    private boolean fullExists() {
        nuodocker.currentBackup(label).exit == 0
    }

    private boolean lastFullFailed() {
        get("$group/failed").contains(currentSet())
    }

    private String currentSet() {
        nuodocker.currentBackup(label).out.readLines()[0].split(' ')[1]
    }

    /** What it keeps under a key; as command substitution gives it, without line breaks at the end. */
    String get(String key) {
        call("get value --key /nuodb/nuobackup/test/$key").replaceAll(/\n+$/, '')
    }

    private void set(String key, String value, String condition) {
        assert call("set value --key /nuodb/nuobackup/test/$key --value '$value' $condition") == ''
    }

    private String call(String line) {
        def said = nuocmd.run(line)
        assert said.exit == 0 && said.err == '': "$line\n$said"
        said.out
    }
}
