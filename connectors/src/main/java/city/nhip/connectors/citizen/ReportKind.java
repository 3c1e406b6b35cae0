package city.nhip.connectors.citizen;

import city.nhip.engine.city.Device;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.reading.CommonMeasures;
import city.nhip.engine.reading.ReadingKind;

/** What can be reported, on which assets, and the reading that it becomes. */
enum ReportKind {
  BIN_OVERFLOWS("container", CommonMeasures.OVERFLOW_REPORTS, false),
  LAMP_DARK("luminaire-group", CommonMeasures.DARK_STREET_REPORTS, false),
  /** A small incident on the approach, which ends with the operator's answer. */
  SIGNAL_FAULTY("intersection", CommonMeasures.INCIDENT, true);

  private final String assetKind;
  private final ReadingKind measure;
  private final boolean ends;

  ReportKind(String assetKind, ReadingKind measure, boolean ends) {
    this.assetKind = assetKind;
    this.measure = measure;
    this.ends = ends;
  }

  boolean isAbout(Asset asset) {
    return asset.kind().equals(assetKind);
  }

  ReadingKind measure() {
    return measure;
  }

  /** True where a reading of 0 says that it is over. */
  boolean ends() {
    return ends;
  }

  /** True for a device that watches the asset, its street, or one of its approaches. */
  boolean watches(Device device, Asset asset) {
    return device.asset().equals(asset.id())
        || (this == LAMP_DARK && device.asset().equals(asset.name().vi()))
        || (this == SIGNAL_FAULTY && device.asset().startsWith(asset.id() + ":"));
  }
}
