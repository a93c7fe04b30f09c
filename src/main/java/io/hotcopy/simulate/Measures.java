package io.hotcopy.simulate;

import io.hotcopy.term.HotCopyType;

/**
 * What a playback is measured by: what was published, how much would be lost, how long a restore would take.
 *
 * @param log what was published
 * @param loss what would be lost
 * @param restore how long a restore would take
 */
record Measures(Log log, LossWatch loss, RestoreWatch restore) {

    /** Those that go on from here, have measured nothing yet, and look for restores that take longer than that. */
    Measures fresh(long begin, long millis) {
        return new Measures(log.after(log.size()), loss.fresh(begin), restore.fresh(begin, millis));
    }

    /** Just before a copy is published the loss is the greatest, and mostly so is the time of a restore. */
    void published(Published copy, World world) {
        loss.measure(copy, world);
        if (copy.type() != HotCopyType.JOURNAL) {
            restore.measure(copy.at(), world, loss.whole(), log.size());
        }
        loss.take(copy);
        restore.take(copy);
        log.add(copy);
    }

    void measure(long instant, World world) {
        loss.measure(instant, world);
        restore.measure(instant, world, loss.whole(), log.size());
    }
}
