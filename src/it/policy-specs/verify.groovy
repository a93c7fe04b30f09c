// Run by maven-invoker-plugin after both builds; an assertion that fails here fails our build.

def reports = new File(basedir, 'target/surefire-reports')

def passed = new File(reports, 'OrdersSpec.txt').text
assert passed =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/

def failed = new File(reports, 'BrokenPromiseDemo.txt').text
assert failed =~ /Tests run: 1, Failures: 1, Errors: 0/

// What a person reads: the condition, the value with where and when it happens, and every failure's figures.
def message = failed.substring(failed.indexOf('Condition not satisfied:'))
assert message.contains("proof.rpo('CUSTOMERS') <= 5.minutes")
assert message =~ /\|     +(\d+ (d|h|min|s) ?)+of CUSTOMERS lost at 2026-\d\d-\d\dT\d\d:\d\d:\d\d[+]\d\d:\d\d, \S.*: \S/
assert message =~ /(?m)^\|.* false\b/
assert message =~ /(?m)^\|.* PT5M$/
assert message =~ /policy "orders-nightly" of shop\/orders keeps rpo 30 min and rto 1 h, from 2026-/
assert message =~ /(?m)^no failure +rpo /
assert message =~ /(?m)^region east lost +rpo /

// Only that one was run the second time, and the policy's own directory was not touched.
assert !new File(basedir, 'policies').listFiles().any { it.directory }
true
