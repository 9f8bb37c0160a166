package io.plumbline.judgment.protocol;

import java.util.List;
import java.util.Optional;

/** The protocols by name. */
public final class Protocols {
  /** The protocol that is meant when none is named. */
  public static final String DEFAULT = "pairwise";

  private static final List<ProtocolEntry> ALL =
      List.of(
          new ProtocolEntry(
              DEFAULT,
              "one letter in both orders, by a principle where one is given",
              List.of(),
              false,
              List.of(28),
              source -> new BothOrdersProtocol(StandardPairwise.form(source))),
          new ProtocolEntry(
              "pairwise-ties",
              "the same with a third letter, for a tie",
              List.of(),
              false,
              List.of(28),
              source -> new BothOrdersProtocol(StandardPairwise.withTies(source))),
          new ProtocolEntry(
              "critique",
              "a critique of both answers, then the verdict",
              List.of(),
              false,
              List.of(171),
              CritiqueThenVerdict::create),
          new ProtocolEntry(
              "self-reference",
              "an own answer, a critique against it, then the verdict",
              List.of(),
              false,
              List.of(35),
              SelfReference::create),
          new ProtocolEntry(
              "context-choice",
              "settles the context that the request leaves open, then judges under it",
              List.of(),
              false,
              List.of(59),
              ContextChoice::create),
          new ProtocolEntry(
              "rubric",
              "writes a rubric for the request, then judges by it alone",
              List.of(),
              false,
              List.of(191),
              RubricFirst::create),
          new ProtocolEntry(
              "by-rubric",
              "judges by a given rubric alone, as the proxy of the judge that wrote it",
              List.of(RubricFirst.RUBRIC),
              false,
              List.of(191),
              source -> new BothOrdersProtocol(RubricFirst.byRubric(source))),
          new ProtocolEntry(
              "verified-rubric",
              "a verdict that a proxy must reach too by the judge's rubric alone",
              List.of(),
              false,
              List.of(191),
              VerifiedRubric::new),
          new ProtocolEntry(
              "standing-instructions",
              "selects the user's instructions that apply, then judges by them",
              List.of(StandingInstructions.MATERIAL),
              false,
              List.of(187),
              StandingInstructions::create),
          new ProtocolEntry(
              "knowledge-hierarchy",
              "instruction over document over general knowledge",
              List.of(KnowledgeHierarchy.MATERIAL),
              false,
              List.of(174),
              KnowledgeHierarchy::create),
          new ProtocolEntry(
              "reference",
              "with a reference text or a teacher's answer in view",
              List.of(ReferenceAnchored.MATERIAL),
              false,
              List.of(70, 195),
              ReferenceAnchored::create),
          new ProtocolEntry(
              "debate",
              "an advocate for each answer, a reply, then the verdict",
              List.of(),
              false,
              List.of(95),
              Debate::create),
          new ProtocolEntry(
              "tools",
              "calls a calculator, a calendar, regular expressions and schemas, then decides",
              List.of(),
              false,
              List.of(134, 23),
              ToolAssisted::create),
          new ProtocolEntry(
              "lookup",
              "as tools, and fetches texts from hosts that the service's operator allows",
              List.of(),
              false,
              List.of(134, 23),
              LookupAssisted::create),
          new ProtocolEntry(
              "recognise-then-reason",
              "describes the request's images, recordings and videos, then judges by that",
              List.of(),
              false,
              List.of(3),
              RecogniseThenReason::create),
          critiqued(Rubrics.general(), "four aspects, each criticised and then rated", 80),
          critiqued(Rubrics.image(), "four aspects of an image, criticised and then rated", 140),
          rubric(Rubrics.general(), "four aspects rated one by one", 80),
          rubric(Rubrics.helpSteer(), "HelpSteer2's five attributes, 0 to 4, by their weights", 96),
          new ProtocolEntry(
              "rating-by-reference",
              "four aspects rated one by one, with a reference text in view",
              List.of(ReferenceAnchored.MATERIAL),
              true,
              List.of(70),
              source ->
                  new AspectRating(
                      RubricRating.withMaterial(
                          Rubrics.general(), source, ReferenceAnchored.MATERIAL))),
          rubric(Rubrics.image(), "four aspects of a generated image", 140),
          rubric(Rubrics.counselling(), "seven principles of counselling", 76),
          rubric(Rubrics.cognitiveTherapy(), "the Cognitive Therapy Rating Scale", 86));

  private Protocols() {}

  /** All of them, the default first. */
  public static List<ProtocolEntry> all() {
    return ALL;
  }

  /** The protocol of a name; the empty name means the default. */
  public static Optional<ProtocolEntry> named(String name) {
    String wanted = name.isEmpty() ? DEFAULT : name;
    return ALL.stream().filter(entry -> entry.name().equals(wanted)).findFirst();
  }

  private static ProtocolEntry rubric(Rubric rubric, String summary, int method) {
    return new ProtocolEntry(
        "rating-" + rubric.name(),
        summary,
        List.of(),
        true,
        List.of(method),
        source -> new AspectRating(new RubricRating(rubric, source)));
  }

  private static ProtocolEntry critiqued(Rubric rubric, String summary, int method) {
    return new ProtocolEntry(
        "critiqued-" + rubric.name(),
        summary,
        List.of(),
        true,
        List.of(method),
        source -> new AspectRating(RubricRating.withCritiques(rubric, source)));
  }
}
