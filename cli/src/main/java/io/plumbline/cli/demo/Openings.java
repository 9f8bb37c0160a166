package io.plumbline.cli.demo;

import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.PromptsStage;
import io.plumbline.api.v1alpha1.Role;
import java.util.List;

/** Beginnings of children's stories, written for the demo; none stands in both lists. */
final class Openings {
  static final List<String> TRAINING =
      List.of(
          "One day",
          "Once upon a time there was a little girl",
          "In the morning",
          "Tom and Sam were",
          "There was a big tree",
          "One sunny day, a boy",
          "Lily went to the park",
          "The wind was cold and",
          "A small house stood",
          "It was raining, and",
          "Ben had a red ball",
          "Mia liked to draw",
          "On a quiet street",
          "At the beach",
          "Grandma baked a cake",
          "The little bird",
          "Max woke up early",
          "Sue found a box",
          "By the river",
          "In a big forest",
          "The old man",
          "Anna and her mom",
          "It was night and",
          "A truck came down the road",
          "One winter day",
          "Jack was sad because",
          "The sky was blue and",
          "There once was a king",
          "Sara had a new",
          "Down by the pond",
          "After lunch",
          "In the garden");

  static final List<String> HELD_OUT =
      List.of(
          "Once there was a boy named Tim",
          "One summer day",
          "Near the lake",
          "The farmer had",
          "Kate loved to",
          "It was a bright day and",
          "In a small town",
          "Two children",
          "A girl named Emma",
          "Under the bridge",
          "The door opened and",
          "Pete was playing",
          "On the hill",
          "The children ran",
          "Every day",
          "Behind the school",
          "One evening",
          "Nina was walking",
          "The snow fell and",
          "At the zoo",
          "When the sun came up",
          "A brave little boy",
          "Lucy saw",
          "In the kitchen",
          "Far away",
          "Dad was in the yard",
          "The red bus",
          "Before bed",
          "A loud noise",
          "Up in the tree",
          "The baby smiled and",
          "Across the street");

  private Openings() {}

  /** The first {@code count} of the list as a stage; ids are {@code kind-1}, {@code kind-2}, … */
  static PromptsStage stage(String kind, List<String> openings, int count) {
    PromptsStage.Builder stage = PromptsStage.newBuilder();
    for (int index = 0; index < count; index++) {
      stage.addPrompts(
          Prompt.newBuilder()
              .setId(kind + "-" + (index + 1))
              .addMessages(
                  Message.newBuilder()
                      .setRole(Role.ROLE_USER)
                      .addParts(ContentPart.newBuilder().setText(openings.get(index)))));
    }
    return stage.build();
  }
}
