package io.hotcopy.service.http;

/** A request that is answered with an error before anybody has looked at what it asks. */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
