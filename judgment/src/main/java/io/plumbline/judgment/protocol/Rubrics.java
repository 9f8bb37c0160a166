package io.plumbline.judgment.protocol;

import java.util.List;
import java.util.Optional;

/** Rubrics of the field: their aspects, described in words of ours. */
public final class Rubrics {
  private static final List<Rubric> ALL =
      List.of(general(), helpSteer(), image(), counselling(), cognitiveTherapy());

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
   * Wang et al. 2024, "HelpSteer2": five attributes on its scale of 0 to 4, of which complexity and
   * verbosity say how much there is of it, not how good it is. The weights are those by which the
   * authors' Nemotron-4-340B-Reward, trained on the data, makes one reward of its attributes (its
   * model card); METHODS 96.
   */
  static Rubric helpSteer() {
    return new Rubric(
        "helpsteer2",
        List.of(
            new Rubric.Aspect(
                "helpfulness",
                "Taken as a whole, how far does it serve the person who asked? 0 not at all, 4"
                    + " fully.",
                0.3),
            new Rubric.Aspect(
                "correctness",
                "Is every fact that matters in it, and is none of it wrong? 0 wrong or nothing"
                    + " relevant, 4 complete and free of errors.",
                0.74),
            new Rubric.Aspect(
                "coherence",
                "Is it clear, and does it agree with itself throughout? 0 cannot be followed, 4"
                    + " clear throughout.",
                0.46),
            new Rubric.Aspect(
                "complexity",
                "How much expertise did it take to write? 0 what anyone who knows the language"
                    + " can write, 4 what takes an expert of the field.",
                0.47),
            new Rubric.Aspect(
                "verbosity",
                "How much detail has it, for what was asked? 0 as short as it can be, 4 far longer"
                    + " than asked for.",
                -0.33)),
        0,
        4);
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
