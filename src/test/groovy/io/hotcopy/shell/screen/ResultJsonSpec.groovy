package io.hotcopy.shell.screen

import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.CommitNumber
import io.hotcopy.term.CommitRange
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.Fingerprint
import io.hotcopy.term.HotCopyType
import java.nio.file.Path
import java.time.Instant
import spock.lang.Specification

class ResultJsonSpec extends Specification {

    def "#value becomes #json"() {
        given:
        def text = new StringWriter()

        when:
        ResultJson.write(value, new PrintWriter(text))

        then:
        text.toString().replaceAll(/\s+/, '') == json

        where:
        value                                                   || json
        new ArchiveId(3)                                        || '3'
        new ByteSize(12)                                        || '12'
        new CommitNumber(7)                                     || '7'
        new DatabaseName('acme', 'test')                        || '"acme/test"'
        new Fingerprint(0, 1)                                   || '"00000000000000000000000000000001"'
        HotCopyType.FULL                                        || '"full"'
        Path.of('a/b')                                          || '"a/b"'
        Instant.EPOCH                                           || '"1970-01-01T00:00:00Z"'
        Optional.empty()                                        || 'null'
        Optional.of(true)                                       || 'true'
        [1, 'x', 1.5d]                                          || '[1,"x",1.5]'
        new TreeMap(['k': new ArchiveId(1)])                    || '{"k":1}'
        new CommitRange(CommitNumber.ZERO, new CommitNumber(2)) || '{"from":0,"through":2}'
    }
}
