package io.hotcopy.simulate;

import io.hotcopy.model.Region;

/**
 * The sets that are lost with a region: those that lie on its hosts and were published before it came back.
 *
 * @param region that is lost
 * @param until when it is back, and copies can be put there again; {@link Long#MAX_VALUE} for never
 */
record LostSets(Region region, long until) {

    static LostSets of(Region region) {
        return new LostSets(region, Long.MAX_VALUE);
    }

    /** Whether what was published of a storage manager at that instant is lost. */
    boolean have(Layout layout, Layout.Group group, int manager, long publishedAt) {
        return publishedAt < until && layout.liesIn(region, group, manager);
    }
}
