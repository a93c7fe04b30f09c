package io.hotcopy.shell.nuocmd

import java.nio.file.Files
import java.nio.file.Path
import org.yaml.snakeyaml.Yaml

/**
 * What the vendor's client (pynuoadmin 2.7.0) asked, printed and ended with when it was recorded against a service that
 * gives known answers: ours asks the same in the same order and prints the same. Compared are standard output, the exit
 * code and the last line of standard error; what stands above it there, the usage block, is our own.
 */
class RecordedNuocmdSpec extends NuocmdLines {

    static final RECORDED = Path.of('src/test/resources/nuocmd')

    /** Where Python's libraries tell what is wrong with a connection, or with what came by it, the words are ours. */
    static final GONE = 'Unable to connect to http://localhost:8888: Connection refused'
    static final NO_JSON = "'hotcopy database' failed: what answers is no administration service"

    static final OWN_WORDS = [
        'no-service': GONE,
        'hotcopy-service-gone-while-waiting': GONE,
        'error-plain-text': NO_JSON,
        'hotcopy-non-json-html-404': NO_JSON,
        'hotcopy-poll-plain-500-is-retried': NO_JSON,
        'error-json-without-code': "'hotcopy database' failed: 400 Client Error for POST databases/test/hotCopy",
    ]

    def "#name"() {
        given:
        Map recorded = new Yaml().load(Files.readString(RECORDED.resolve("${name}.yaml")))
        def service = new RecordedService(recorded.exchanges)

        when:
        def code = run(service, recorded.words)

        then:
        out.toString() == recorded.out
        complaint() == OWN_WORDS.getOrDefault(name, recorded.complaint)
        code == recorded.exit
        service.done

        where:
        name << names()
    }

    def "all recorded lines were there"() {
        expect:
        names().size() == 130
        names().containsAll(OWN_WORDS.keySet())
    }

    private static List<String> names() {
        Files.list(RECORDED).withCloseable { all -> all.toList() }*.fileName*.toString()*.replace('.yaml', '').sort()
    }
}
