package io.hotcopy.embedded.journal;

import java.time.Instant;

/**
 * A new view, as every member's journal keeps it.
 *
 * @param view the view
 */
public record ViewFrame(View view) implements Frame {

    @Override
    public Instant time() {
        return view.time();
    }
}
