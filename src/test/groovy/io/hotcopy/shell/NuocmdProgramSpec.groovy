package io.hotcopy.shell

import io.hotcopy.admin.AdminAnswer
import io.hotcopy.admin.AdminClient
import io.hotcopy.admin.AdminRequest
import io.hotcopy.service.http.AdminServer
import io.hotcopy.service.HttpAdminClient
import io.hotcopy.service.http.Mount
import io.hotcopy.service.http.ServerLimits
import java.nio.file.Files
import java.nio.file.Path
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The vendor's lines as the program's arguments and among lines of the shell, to a service on this machine. */
class NuocmdProgramSpec extends Specification {

    static final KEY = '/nuodb/nuobackup/test/g/ä b+c%2F?#'

    @TempDir
    Path directory

    @AutoCleanup
    AdminServer server = AdminServer.start('127.0.0.1', 0, ServerLimits.USUAL)

    final List<AdminRequest> requests = []
    AdminAnswer answer = AdminAnswer.ok([value: 'kept'])
    StringWriter out
    StringWriter err

    def setup() {
        server.serve(Mount.api({ request -> requests << request; answer } as AdminClient))
    }

    def "alone it asks the service, and makes no session of its own"() {
        expect:
        run(['nuocmd', 'get', 'value', '--key', KEY]) == 0
        out.toString() == 'kept\n'
        err.toString() == ''
        requests*.path() == [['kvstore', KEY]]
        Files.list(directory).withCloseable { it.toList() }.isEmpty()
    }

    def "an error of the service goes to standard error"() {
        given:
        answer = AdminAnswer.error(409, 'Current value for key does not match expected value')

        expect:
        run(['nuocmd', 'set', 'value', '--key', 'a', '--value', 'b', '--expected-value', '']) == 1
        out.toString() == ''
        err.toString() == "'set value' failed: Current value for key does not match expected value\n"
        requests[0].body().get() == [key: 'a', newValue: 'b', expectedValue: '', expectedAbsent: false]
    }

    def "among lines of the shell quotes keep blanks in a word, and an error is the line's exit code"() {
        expect:
        run(['-c', "nuocmd get value --key 'a b'", '-c', 'nuocmd get value', '-c', 'nuocmd get value --key c']) == 2
        out.toString() == 'kept\n'
        err.toString().readLines().last() == 'nuocmd get value: error: the following arguments are required: --key'
        requests*.path() == [['kvstore', 'a b']]
    }

    def "a service that is gone is named"() {
        given:
        server.close()

        expect:
        run(['nuocmd', 'show', 'domain']) == 1
        err.toString() == "Unable to connect to http://127.0.0.1:${server.port()}: Connection refused\n"
    }

    def "without words it says nothing, as the vendor's does"() {
        expect:
        run(words) == 0
        out.toString() + err == ''

        where:
        words << [['nuocmd'], ['nuocmd', 'hotcopy'], ['-c', 'nuocmd']]
    }

    def "the help of the shell tells of it"() {
        expect:
        run(['help', 'nuocmd']) == 0
        out.toString().contains('The vendor\'s own lines to a running service.')
        out.toString().contains('nuocmd hotcopy database')
    }

    private int run(List<String> arguments) {
        def environment = [NUOCMD_API_SERVER: "127.0.0.1:${server.port()}".toString()]
        def services = new ServiceSurroundings({ HttpAdminClient.of(it.orElse('nowhere')) }, environment,
            NoService.NUOCMD.sleeper(), ZoneOffset.UTC, { 'token' })
        def run = new OneShot(directory, arguments, services)
        out = run.out
        err = run.err
        run.code
    }
}
