package io.plumbline.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = PlumblineCommand.class.getPackage().getImplementationVersion();
    return new String[] {"plumbline " + (version == null ? "(not packaged)" : version)};
  }
}
