package io.hotcopy.model

import java.nio.file.Path
import spock.lang.Specification

/** The part of a directory pattern that must exist; what placeholders name is made as needed. */
class DirectoryRootSpec extends Specification {

    def "the root of '#text' is #root"() {
        expect:
        new DirectoryPattern(Path.of('/declared'), text).root() == Path.of(root)

        where:
        text                                   | root
        'backups/{group}/{date}-{archive}'     | '/declared/backups'
        'backups/{date}-archive-{archive}'     | '/declared/backups'
        'backups/a-{archive}/set'              | '/declared/backups'
        '{group}/{archive}'                    | '/declared'
        'copy-{archive}'                       | '/declared'
        'backups/fixed'                        | '/declared/backups'
        'fixed'                                | '/declared'
        '/mnt/backup/{group}/{date}-{archive}' | '/mnt/backup'
        '/{archive}'                           | '/'
    }
}
