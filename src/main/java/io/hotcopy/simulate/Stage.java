package io.hotcopy.simulate;

import io.hotcopy.model.BackupPolicy;
import java.util.List;

/**
 * What does not change in a simulation: who is played, how long things take, when they come, and how is decided.
 *
 * @param layout the database and its backup groups
 * @param times how long copies take
 * @param agenda when the policies are run
 * @param decisions of each policy
 */
record Stage(Layout layout, CopyTimes times, Agenda agenda, List<Decisions> decisions) {

    static Stage of(Layout layout, CopyTimes times, Agenda agenda) {
        List<Decisions> decisions = layout.policies().stream()
                .map(policy -> new Decisions(layout, policy))
                .toList();
        return new Stage(layout, times, agenda, decisions);
    }

    BackupPolicy policy(int index) {
        return layout.policies().get(index);
    }

    Layout.Group group(int index) {
        return layout.groups().get(index);
    }
}
