package io.hotcopy.shell.nuocmd;

/** The service told an error in its own words; asking again would not help. */
final class ServiceFailure extends CommandFailure {
    private static final long serialVersionUID = 1L;

    ServiceFailure(String message) {
        super(message);
    }
}
