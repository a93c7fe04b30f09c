package io.hotcopy.service.outside

import com.fasterxml.jackson.databind.ObjectMapper

/**
 * Stands in for the vendor's {@code nuodocker}, whose source is closed: what the backup script asks of it, done with
 * the real {@code nuocmd}. Backup sets are called by a number that rises, where the vendor's have a time. Used by one
 * thread.
 */
class Nuodocker {

    private static final ObjectMapper JSON = new ObjectMapper()
    private static final int LONGEST_SECONDS = 120

    private final Side nuocmd
    private final String root
    private final Map<List<Integer>, String> current = [:]
    private int made

    /** @param root where sets are made, as {@code nuocmd} is told it */
    Nuodocker(Side nuocmd, String root) {
        this.nuocmd = nuocmd
        this.root = root
    }

    /** {@code backup database}: a set of one name on all archives that run and have the label. */
    Said backup(String type, String label) {
        def archives = chosen(label)
        def set = type == 'full' ? String.format('set%02d', ++made) : current[archives]
        def directories = archives.collectMany { ["$it", "$root/$set-$it"] }.join(' ')
        if (type == 'full') {
            current[archives] = set
        }
        nuocmd.run("--show-json hotcopy database --db-name test --type $type --backup-dirs $directories " +
            "--timeout $LONGEST_SECONDS")
    }

    /** {@code get current-backup}: a line with the archive and the name of the set for each archive. */
    Said currentBackup(String label) {
        def archives = chosen(label)
        def set = current[archives]
        set ? new Said(0, archives.collect { "$it $set\n" }.join(), '')
            : new Said(1, '', "'get current-backup' failed: No existing backup path found\n")
    }

    private List<Integer> chosen(String label) {
        def (key, value) = label.split(' ')
        def said = nuocmd.run('--show-ndjson get processes --db-name test')
        assert said.exit == 0: said
        said.out.readLines().collect { JSON.readValue(it, Map) }
            .findAll { it.type == 'SM' && it.state == 'RUNNING' && it.labels[key] == value }*.archiveId.sort()
    }
}
