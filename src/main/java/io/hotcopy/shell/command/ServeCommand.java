package io.hotcopy.shell.command;

import io.hotcopy.live.Serving;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.shell.help.Example;
import io.hotcopy.shell.page.Pages;
import io.hotcopy.verb.ServeRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Example("serve examples/bank/domain.groovy --port 0 --allow /backups --on-stop finish")
@CommandLine.Command
final class ServeCommand extends Command {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 8888;
    private static final int GREATEST_PORT = 65_535;

    /** What becomes of hot copies that run when the service is told to stop. */
    enum OnStop {
        CANCEL,
        FINISH
    }

    @Takes(Kind.DECLARATION_FILE)
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "files that declare the domain; none for what is loaded")
    private List<String> files = List.of();

    @Takes(Kind.DOMAIN)
    @Option(names = "--domain", paramLabel = "NAME", description = "which domain, when several are declared")
    private Optional<String> domain;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "listen there; 0 for any free port; " + PORT + " if not said")
    private int port = PORT;

    @Takes(Kind.FREE)
    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "listen on that loopback address; " + LOOPBACK + " if not said")
    private String bind = LOOPBACK;

    @Takes(Kind.DIRECTORY)
    @Option(
            names = "--allow",
            paramLabel = "DIR",
            description = "clients may have hot copies and archives written below DIR, and nowhere else; may be given"
                    + " several times. If not said: anywhere but in the homes of the domain and of hotcopy")
    private List<String> allowed = List.of();

    @Option(
            names = "--on-stop",
            paramLabel = "cancel|finish",
            description = "what becomes of hot copies that run when it is told to stop; cancel if not said")
    private OnStop onStop = OnStop.CANCEL;

    ServeCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        requirePort();
        Serving serving = new Serving(bind, port, context.paths(allowed), onStop == OnStop.FINISH);
        context.screen()
                .show(Pages.of(context.verbs().serve().run(new ServeRequest(context.paths(files), domain, serving))));
        context.showingNotices(ServeCommand::untilToldToStop);
        context.screen().show(Pages.of(context.verbs().stop().run()));
        return ExitCode.DONE;
    }

    private void requirePort() {
        if (port < 0 || port > GREATEST_PORT) {
            throw new WrongUsageException(
                    "\"" + port + "\" is no port", "--port takes a number from 1 to " + GREATEST_PORT + ", or 0");
        }
    }

    /** SIGTERM and SIGINT interrupt this thread, and so does Ctrl-C in the shell. */
    private static void untilToldToStop() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            // This is how it is told; what was asked for is done by stopping.
        }
    }
}
