package io.plumbline.blackbox.trainer;

import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.platform.PlatformChecks;

class PlatformTest extends PlatformChecks {
  PlatformTest() {
    super(Service.TRAINER);
  }
}
