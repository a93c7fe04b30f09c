package io.hotcopy.shell

import io.hotcopy.problem.HotCopyException
import java.time.ZoneOffset

/** For programs of which no line asks a service. */
class NoService {
    static final ServiceSurroundings NUOCMD = new ServiceSurroundings(
        { server -> throw new HotCopyException('no line here asks a service') }, [:],
        { time -> throw new IllegalStateException("no line here waits $time") }, ZoneOffset.UTC, { 'token' })
}
