package io.hotcopy.admin

/** Answers with what it was asked. */
class EchoService implements AdminClient {

    @Override
    AdminAnswer send(AdminRequest request) {
        AdminAnswer.ok([
            method: request.method(),
            path: request.path(),
            query: request.query(),
            body: request.body().orElse(null)
        ])
    }
}
