package io.plumbline.trainer.dataset;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.DataSetRow;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Rows to bytes and back; map entries are sorted, so that equal rows have equal bytes. */
public final class RowBytes {
  private RowBytes() {}

  public static byte[] write(DataSetRow row) {
    var bytes = new byte[row.getSerializedSize()];
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    output.useDeterministicSerialization();
    try {
      row.writeTo(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  public static DataSetRow read(byte[] bytes) {
    try {
      return DataSetRow.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
