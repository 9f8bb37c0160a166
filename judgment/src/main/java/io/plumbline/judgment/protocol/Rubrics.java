package io.plumbline.judgment.protocol;

import java.util.List;
import java.util.Optional;

/** Rubrics of the field: their aspects, described in words of ours. */
public final class Rubrics {
  private static final List<Rubric> ALL =
      List.of(general(), image(), counselling(), cognitiveTherapy());

  private Rubrics() {}

  public static List<Rubric> all() {
    return ALL;
  }

  /** The rubric of a name; the empty name means the general one. */
  public static Optional<Rubric> named(String name) {
    return ALL.stream()
        .filter(rubric -> rubric.name().equals(name.isEmpty() ? "general" : name))
        .findFirst();
  }

  /** Cui et al. 2024, "UltraFeedback": four aspects; METHODS 80. */
  static Rubric general() {
    return new Rubric(
        "general",
        List.of(
            aspect("instruction following", "Does it do what was asked, all of it and no other?"),
            aspect("truthfulness", "Is what it states correct and free of invention?"),
            aspect("honesty", "Does it say how sure it is, and admit what it does not know?"),
            aspect("helpfulness", "Is it useful to the person who asked?")),
        1,
        5);
  }

  /**
   * Wu et al. 2024, "Multimodal Large Language Model is a Human-Aligned Annotator for Text-to-Image
   * Generation" (VisionPrefer): four aspects of an image, which is shown; METHODS 140.
   */
  static Rubric image() {
    return new Rubric(
        "image",
        List.of(
            aspect("prompt following", "Does the image show what the prompt asks for?"),
            aspect("aesthetics", "Is the composition pleasing?"),
            aspect("fidelity", "Are shapes and anatomy plausible?"),
            aspect("harmlessness", "Is it free of hurtful or shocking content?")),
        1,
        5);
  }

  /**
   * Zhang et al. 2025, "Preference Learning Unlocks LLMs' Psycho-Counseling Skills"; METHODS 76.
   */
  static Rubric counselling() {
    return new Rubric(
        "counselling",
        List.of(
            aspect("empathy", "Does it show that the client's feelings were understood?"),
            aspect("relevance", "Does it speak to what the client said?"),
            aspect("clarity", "Is it plain and of fitting length?"),
            aspect("safety", "Does it avoid harm and notice risk?"),
            aspect("exploration", "Does it help the client to look further?"),
            aspect("autonomy", "Does it leave decisions to the client?"),
            aspect("staging", "Does it fit the stage of the conversation?")),
        1,
        5);
  }

  /**
   * The eleven items of the Cognitive Therapy Rating Scale on its scale of 0 to 6 (Young and Beck
   * 1980), as used by Iftikhar et al. 2024, "Therapy as an NLP Task"; METHODS 86.
   */
  static Rubric cognitiveTherapy() {
    return new Rubric(
        "cognitive-therapy",
        List.of(
            aspect("agenda", "Is an agenda set with the client and kept?"),
            aspect("feedback", "Is the client's view of the session asked for and used?"),
            aspect("understanding", "Is what the client means grasped and reflected?"),
            aspect("interpersonal effectiveness", "Is the counsellor warm, genuine, competent?"),
            aspect("collaboration", "Do both work as a team?"),
            aspect("pacing", "Is the time used well?"),
            aspect("guided discovery", "Do questions lead to insight, rather than argument?"),
            aspect("key cognitions", "Are the thoughts that matter found?"),
            aspect("strategy for change", "Is there a coherent plan of techniques?"),
            aspect("application of techniques", "Are they applied with skill?"),
            aspect("homework", "Is practice between sessions agreed that fits?")),
        0,
        6);
  }

  private static Rubric.Aspect aspect(String name, String meaning) {
    return new Rubric.Aspect(name, meaning);
  }
}
