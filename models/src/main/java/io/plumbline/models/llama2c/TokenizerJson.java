package io.plumbline.models.llama2c;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a llama2.c vocabulary as the tokenizer.json of Hugging Face's tokenizers. */
final class TokenizerJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SPACE = Llama2cVocabulary.SPACE;

  private TokenizerJson() {}

  static ObjectNode of(Llama2cVocabulary vocabulary) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", "1.0").putNull("truncation").putNull("padding");
    ArrayNode added = root.putArray("added_tokens");
    for (int id = 0; id < 3; id++) {
      special(added.addObject(), id, vocabulary.pieces().get(id));
    }
    ObjectNode normalizer = root.putObject("normalizer").put("type", "Sequence");
    ArrayNode steps = normalizer.putArray("normalizers");
    steps.addObject().put("type", "Prepend").put("prepend", SPACE);
    replace(steps.addObject(), " ", SPACE);
    root.putNull("pre_tokenizer");
    postProcessor(root.putObject("post_processor"));
    ArrayNode decoders = root.putObject("decoder").put("type", "Sequence").putArray("decoders");
    replace(decoders.addObject(), SPACE, " ");
    decoders.addObject().put("type", "ByteFallback");
    decoders.addObject().put("type", "Fuse");
    decoders.addObject().put("type", "Strip").put("content", " ").put("start", 1).put("stop", 0);
    model(root.putObject("model"), vocabulary);
    return root;
  }

  private static void special(ObjectNode token, int id, String content) {
    token.put("id", id).put("content", content).put("single_word", false);
    token.put("lstrip", false).put("rstrip", false).put("normalized", false).put("special", true);
  }

  private static void replace(ObjectNode step, String pattern, String content) {
    step.put("type", "Replace").putObject("pattern").put("String", pattern);
    step.put("content", content);
  }

  private static void postProcessor(ObjectNode processor) {
    processor.put("type", "TemplateProcessing");
    ArrayNode single = processor.putArray("single");
    single.addObject().putObject("SpecialToken").put("id", "<s>").put("type_id", 0);
    single.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
    ArrayNode pair = processor.putArray("pair");
    for (String sequence : List.of("A", "B")) {
      int type = sequence.equals("A") ? 0 : 1;
      pair.addObject().putObject("SpecialToken").put("id", "<s>").put("type_id", type);
      pair.addObject().putObject("Sequence").put("id", sequence).put("type_id", type);
    }
    ObjectNode start = processor.putObject("special_tokens").putObject("<s>").put("id", "<s>");
    start.putArray("ids").add(1);
    start.putArray("tokens").add("<s>");
  }

  private static void model(ObjectNode model, Llama2cVocabulary vocabulary) {
    model.put("type", "BPE").putNull("dropout").put("unk_token", "<unk>");
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("fuse_unk", true).put("byte_fallback", true).put("ignore_merges", false);
    ObjectNode ids = model.putObject("vocab");
    for (int id = 0; id < vocabulary.pieces().size(); id++) {
      ids.put(vocabulary.pieces().get(id), id);
    }
    ArrayNode merges = model.putArray("merges");
    for (Merge merge : Merge.ranked(vocabulary)) {
      merges.add(
          vocabulary.pieces().get(merge.left()) + " " + vocabulary.pieces().get(merge.right()));
    }
  }
}
