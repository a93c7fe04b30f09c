package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.json
import static io.hotcopy.admin.AdminFixture.message

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** get value and set value, as the vendor's backup script uses them. */
class KeyValueSpec extends Specification {

    static final String OTHER_KEY = 'the key of the body is another than that of the path'

    @TempDir
    @Shared
    Path directory

    @AutoCleanup
    @Shared
    AdminFixture service

    def setupSpec() {
        service = new AdminFixture(directory.resolve('home')).start()
    }

    private AdminAnswer set(String key, String value, String expected, boolean absent) {
        service.put("kvstore/${URLEncoder.encode(key, 'UTF-8')}",
                [key: key, newValue: value, expectedValue: expected, expectedAbsent: absent])
    }

    private Object value(String key) {
        json(service.get("kvstore/${URLEncoder.encode(key, 'UTF-8')}"))
    }

    def "a value is set where none is, once"() {
        expect:
        value('/nuodb/a') == [:]
        set('/nuodb/a', '1', null, true) == AdminAnswer.empty()
        value('/nuodb/a') == [value: '1']
        set('/nuodb/a', '2', null, true).status() == 409
        value('/nuodb/a') == [value: '1']
    }

    def "a value is set in place of the expected one only"() {
        given:
        set('b', '1', null, true)

        expect:
        message(set('b', '2', '9', false)) == 'Current value for key does not match expected value'
        set('b', '2', '1', false).status() == 200
        set('b', '3', null, false).status() == 200
        value('b') == [value: '3']
    }

    def "an absent value equals the empty text, and an empty text is a value"() {
        expect:
        set('failed', '', '', false).status() == 200
        value('failed') == [value: '']
        set('failed', 's1', '', false).status() == 200
        set('failed', 's2', '', false).status() == 409
    }

    def "any text is a key and a value, and both outlive the service: #value"() {
        when:
        set(key, value, null, true)
        service.stop()
        service.start()

        then:
        this.value(key) == [value: value]

        where:
        key              | value
        'a b/..%2F?#é'   | 'ü "x"'
        '/'              | '- a: b\n\t\'#\u0000\u0085\u2028\ufeff😀'
        '😀: |'          | '~'
    }

    def "what does not fit is refused: #text"() {
        expect:
        def answer = service.put("kvstore/$key", body)
        answer.status() == status
        message(answer) == text

        where:
        key        | body                                  || status | text
        'k' * 1025 | [newValue: 'x'] || 413 | 'a key has at most 1024 bytes'
        'k'        | [newValue: 'é' * 32769] || 413 | 'a value has at most 65536 bytes'
        'k'        | [key: 'other', newValue: 'x'] || 400 | OTHER_KEY
        'k'        | [newValue: null] || 400 | '"newValue" is missing'
        'k'        | [newValue: 5] || 400 | '"newValue" must be a text, not "5"'
        'k'        | [newValue: 'x', expectedAbsent: 'no'] || 400 | '"expectedAbsent" must be true or false, not "no"'
        'k'        | null                                  || 400 | 'a JSON object is wanted as body'
        'k'        | [newValue: '\ud800'] || 400 | '"newValue" holds half a character'
    }

    def "the store is bounded"() {
        when:
        def answers = (1..20).collect { set("k$it", 'x' * 65_000, null, true).status() }

        then:
        answers.count(200) == 16
        answers.last() == 413
    }
}
