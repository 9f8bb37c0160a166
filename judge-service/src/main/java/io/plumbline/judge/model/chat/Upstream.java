package io.plumbline.judge.model.chat;

import io.smallrye.mutiny.Uni;

/** Where answers come from: an endpoint or a recording. */
@FunctionalInterface
interface Upstream {
  /** One attempt; it fails where there is no answer. */
  Uni<ChatAnswer> ask(ChatCall call);
}
