package io.plumbline.judge.judging;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.lookup.Lookup;
import io.plumbline.judge.loop.EventLoops;
import io.plumbline.judge.model.chat.ChatModel;
import io.plumbline.judge.model.chat.ChatModels;
import io.plumbline.judge.model.reward.RewardScores;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.settings.JudgeSettings;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.ProtocolEntry;
import io.plumbline.judgment.protocol.Protocols;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the judge that a specification names. */
@ApplicationScoped
public class Judges {
  private static final String REWARD = "reward:";
  private static final String CHAT = "chat:";
  private static final int LONGEST_PRINCIPLE = 10_000;

  private final RewardScores rewards;
  private final ChatModels chats;
  private final ChatChoice chatChoice;
  private final RewardTemperatures temperatures;
  private final Lookup lookup;
  private final EventLoops loops;

  Judges(
      RewardScores rewards,
      ChatModels chats,
      Lookup lookup,
      EventLoops loops,
      JudgeSettings settings) {
    this.rewards = rewards;
    this.chats = chats;
    this.lookup = lookup;
    this.loops = loops;
    this.chatChoice = new ChatChoice(chats);
    this.temperatures = new RewardTemperatures(settings.reward().temperatures());
  }

  /**
   * @param field the specification's path in the request, for messages
   * @throws InvalidRequestException naming what is wrong
   */
  public Judge of(JudgeSpec spec, String field) {
    requireTemperature(spec, field);
    requirePrinciple(spec.getPrinciple(), field);
    if (spec.getJuryCount() > 0) {
      return jury(spec, field);
    }
    String model = spec.getModel();
    Optional<String> reward = rewardModel(spec);
    if (reward.isPresent()) {
      return new RewardBasedJudge(rewards, reward.get(), temperatures.of(spec, reward.get()));
    }
    if (model.startsWith(CHAT)) {
      ChatAsking chat = asking(spec, field);
      return new ChatBasedJudge(chat, ProtocolChoice.of(spec, chat.source(), field));
    }
    throw new InvalidRequestException(
        field + ".model", "must be reward:MODEL or chat:NAME, is '" + model + "'");
  }

  private Judge jury(JudgeSpec spec, String field) {
    JuryChoice.check(spec, field);
    List<Judge> jurors = new ArrayList<>();
    for (int i = 0; i < spec.getJuryCount(); i++) {
      jurors.add(of(spec.getJury(i), field + ".jury[" + i + "]"));
    }
    return new JuryBasedJudge(spec.getJuryList().stream().map(JudgeSpec::getName).toList(), jurors);
  }

  /**
   * Runs programs on the chat model that a specification names.
   *
   * @throws InvalidRequestException if it names none
   */
  public ChatAsking asking(JudgeSpec spec, String field) {
    requireTemperature(spec, field);
    if (!isChat(spec)) {
      throw new InvalidRequestException(
          field + ".model", "must be chat:NAME, is '" + spec.getModel() + "'");
    }
    ChatModel chat =
        chatChoice.of(spec.getModel().substring(CHAT.length()), spec.getEndpoint(), field);
    return new ChatAsking(chat, SamplingChoice.of(spec, chat.defaults(), field), lookup, loops);
  }

  /** The mitigation that a specification names; empty for none. */
  public static Optional<Mitigation> mitigation(JudgeSpec spec, String field) {
    return ProtocolChoice.mitigation(spec, field);
  }

  /** The reward model that a specification names; empty if it names another kind. */
  public static Optional<String> rewardModel(JudgeSpec spec) {
    String model = spec.getModel();
    return model.startsWith(REWARD) && model.length() > REWARD.length()
        ? Optional.of(model.substring(REWARD.length()))
        : Optional.empty();
  }

  /** Refuses a principle that is too long. */
  public static void requirePrinciple(String principle, String field) {
    if (principle.length() > LONGEST_PRINCIPLE) {
      throw new InvalidRequestException(
          field + ".principle", "must not exceed " + LONGEST_PRINCIPLE + " characters");
    }
  }

  private static void requireTemperature(JudgeSpec spec, String field) {
    if (!(spec.getTemperature() >= 0) || Double.isInfinite(spec.getTemperature())) {
      throw new InvalidRequestException(
          field + ".temperature", "must be at least 0, is " + spec.getTemperature());
    }
  }

  /** Whether the judge cannot see which completion is shown first. */
  public static boolean isSymmetric(JudgeSpec spec) {
    if (spec.getJuryCount() > 0) {
      return spec.getJuryList().stream().allMatch(Judges::isSymmetric);
    }
    return spec.getModel().startsWith(REWARD)
        || Protocols.named(spec.getProtocol()).map(ProtocolEntry::symmetric).orElse(false);
  }

  static boolean isChat(JudgeSpec spec) {
    return spec.getModel().startsWith(CHAT);
  }

  /** The judges that can be named without knowing reward-service's models. */
  public List<JudgeSpec> known() {
    List<JudgeSpec> specs = new ArrayList<>();
    specs.add(
        JudgeSpec.newBuilder()
            .setName("relevance")
            .setModel("reward:relevance")
            .setNote("needs a principle; further reward models: RewardService.ListRewardModels")
            .build());
    chats
        .all()
        .forEach(
            (name, model) ->
                specs.add(
                    JudgeSpec.newBuilder()
                        .setName(name)
                        .setModel(CHAT + name)
                        .setNote(model.name())
                        .build()));
    return specs;
  }
}
