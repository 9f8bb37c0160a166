package io.plumbline.reward.head;

import java.util.List;

/**
 * Events in order.
 *
 * @param complete whether none will follow
 */
record EventPage(List<TrainingEvent> events, boolean complete) {}
