package io.plumbline.judgment.template;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A judge prompt: turns whose texts hold placeholders <code>{name}</code>.
 *
 * <p>A template text is one user turn, or ChatML turns ({@code <|im_start|>system … <|im_end|>}, as
 * in AlpacaEval's and LLMBar's files). <code>{{name}}</code> stands for a literal <code>{name}
 * </code>; any other brace is a literal, so that JSON examples need no escaping. The placeholder
 * <code>{fence}</code> is filled with a mark that occurs in no value.
 *
 * <p>Turns and placeholders are found before values are filled in, and a value is never scanned
 * again; {@link Fence} keeps values from closing what encloses them.
 */
public final class Template {
  /** The placeholder of the mark that encloses values. */
  public static final String FENCE = "fence";

  private final String source;
  private final List<Turn> turns;
  private final Set<String> bounds;

  private Template(String source, List<Turn> turns) {
    this.source = source;
    this.turns = turns;
    this.bounds = new LinkedHashSet<>();
    turns.forEach(turn -> bounds.addAll(Segment.bounds(turn.segments())));
  }

  record Turn(Role role, List<Segment> segments) {}

  /**
   * @throws IllegalArgumentException if a turn has no end or an unknown role
   */
  public static Template parse(String text) {
    requireNonNull(text, "text is null");
    List<Turn> turns = new ArrayList<>();
    for (ChatMarkup.RawTurn turn : ChatMarkup.turns(text)) {
      turns.add(new Turn(turn.role(), Segment.parse(turn.text())));
    }
    return new Template(text, List.copyOf(turns));
  }

  /**
   * A template of a system text and a user text, as MT-bench's and Arena-Hard's files hold them.
   *
   * @param system may be empty, for no system turn
   */
  public static Template of(String system, String user) {
    requireNonNull(system, "system is null");
    requireNonNull(user, "user is null");
    List<Turn> turns = new ArrayList<>();
    if (!system.isBlank()) {
      turns.add(new Turn(Role.SYSTEM, Segment.parse(system)));
    }
    turns.add(new Turn(Role.USER, Segment.parse(user)));
    return new Template(system + "\n" + user, List.copyOf(turns));
  }

  /** The text that it was parsed from. */
  public String source() {
    return source;
  }

  /** The names of all placeholders but {@code fence}, in order of appearance. */
  public Set<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    for (Turn turn : turns) {
      for (Segment segment : turn.segments()) {
        if (segment instanceof Segment.Placeholder placeholder
            && !placeholder.name().equals(FENCE)) {
          names.add(placeholder.name());
        }
      }
    }
    return names;
  }

  /**
   * The turns with every placeholder filled.
   *
   * @throws IllegalArgumentException naming a placeholder that has no value
   */
  public List<Message> fill(Map<String, String> values) {
    // Values under names that are not used cost time and say nothing.
    Map<String, String> used = new HashMap<>(values);
    used.keySet().retainAll(placeholders());
    Fence fence = Fence.around(used);
    List<Message> messages = new ArrayList<>();
    for (Turn turn : turns) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < turn.segments().size(); i++) {
        text.append(filled(turn.segments(), i, values, fence));
      }
      messages.add(Message.text(turn.role(), text.toString()));
    }
    return messages;
  }

  private String filled(
      List<Segment> segments, int index, Map<String, String> values, Fence fence) {
    if (segments.get(index) instanceof Segment.Literal literal) {
      return literal.text();
    }
    String name = ((Segment.Placeholder) segments.get(index)).name();
    if (name.equals(FENCE)) {
      return fence.mark();
    }
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "template names {" + name + "}; known are " + new TreeSet<>(values.keySet()));
    }
    return Fence.enclosed(value, bounds);
  }
}
