package io.plumbline.cli.proof;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a module is packaged from: the poms and the sources, tests aside, of itself and of every
 * module of ours beneath it, by the poms' own account.
 *
 * @param root the clone
 * @param module its directory there
 */
record BuildInput(Path root, String module) {
  private static final String OURS = "io.plumbline";
  private static final String PREFIX = "plumbline-";

  BuildInput {
    requireNonNull(root, "root is null");
    requireNonNull(module, "module is null");
  }

  /** A file or directory that was changed after a time, if there is one. */
  Optional<Path> changedAfter(FileTime time) throws IOException {
    List<Path> watched = new ArrayList<>(List.of(root.resolve("pom.xml"), root.resolve(".mvn")));
    for (String each : modules()) {
      watched.add(root.resolve(each).resolve("pom.xml"));
      watched.add(root.resolve(each).resolve("src"));
    }
    for (Path each : watched) {
      Optional<Path> changed = changedAfter(time, each);
      if (changed.isPresent()) {
        return changed;
      }
    }
    return Optional.empty();
  }

  /** The module and those beneath it. */
  Set<String> modules() throws IOException {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (found.add(next)) {
        open.addAll(beneath(next));
      }
    }
    return found;
  }

  private List<String> beneath(String directory) throws IOException {
    Path pom = root.resolve(directory).resolve("pom.xml");
    List<String> modules = new ArrayList<>();
    try {
      NodeList dependencies =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(pom.toFile())
              .getElementsByTagName("dependency");
      for (int i = 0; i < dependencies.getLength(); i++) {
        Element dependency = (Element) dependencies.item(i);
        if (text(dependency, "groupId").equals(OURS) && !text(dependency, "scope").equals("test")) {
          modules.add(text(dependency, "artifactId").substring(PREFIX.length()));
        }
      }
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException("cannot read " + pom, unreadable);
    }
    return modules;
  }

  private static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  private static Optional<Path> changedAfter(FileTime time, Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Path tests = path.resolve("test");
    try (Stream<Path> files = Files.walk(path)) {
      // A directory's time tells of what was deleted.
      for (Path file : files.filter(each -> !each.startsWith(tests)).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(time) > 0) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
